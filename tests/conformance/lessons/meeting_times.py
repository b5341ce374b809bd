"""Times in several zones: aware datetimes, fixed offsets, comparing and converting."""
from datetime import datetime, time, timedelta, timezone

ZONES = {"London": timezone.utc, "Delhi": timezone(timedelta(hours=5, minutes=30), "IST"), "New York": timezone(timedelta(hours=-5), "EST")}

meeting = datetime(2024, 1, 15, 14, 0, tzinfo=ZONES["London"])
for city, zone in ZONES.items():
    local = meeting.astimezone(zone)
    print(f"{city:<9} {local:%a %H:%M} {local.isoformat()} {local.tzname()} {local.utcoffset()}")
    assert local == meeting

print(meeting - datetime(2024, 1, 15, 9, tzinfo=ZONES["New York"]), meeting.timestamp(), datetime.fromtimestamp(0, timezone.utc))
naive = datetime(2024, 1, 15, 14)
for wrong in (lambda: naive < meeting, lambda: naive - meeting):
    try:
        wrong()
    except TypeError as error:
        print(error)
print(naive == meeting, naive.replace(tzinfo=timezone.utc) == meeting, meeting.replace(tzinfo=None) == naive)
print(repr(ZONES["Delhi"]), ZONES["Delhi"], timezone(timedelta(hours=-3)), repr(timezone.utc))


def awake(city, moment, start=time(8), end=time(20)):
    return start <= moment.astimezone(ZONES[city]).time() < end


day = datetime(2024, 1, 15, tzinfo=timezone.utc)
good = [hour for hour in range(24) if all(awake(city, day + timedelta(hours=hour)) for city in ZONES)]
print("everybody is awake at", good, "UTC")
print(datetime.fromisoformat("2024-01-15T14:00:00+05:30").astimezone(timezone.utc), meeting.strftime("%Y%m%dT%H%M%S%z"))
print(datetime.strptime("2024-01-15 14:00 +0200", "%Y-%m-%d %H:%M %z").isoformat(), meeting.date(), meeting.time(), meeting.timetz())
try:
    timezone(timedelta(hours=25))
except ValueError as error:
    print(error)
