"""Dates and times: arithmetic, formatting, parsing, and the virtual clock's now."""
import asyncio
from datetime import date, datetime, time, timedelta, timezone

moment = datetime(2024, 2, 28, 23, 59, 30)
print(moment, repr(moment), moment.isoformat(), moment.date(), moment.time(), moment.weekday(), moment.isoweekday())
print(moment + timedelta(days=1, seconds=45), moment - timedelta(weeks=1), moment.replace(year=2023, hour=0))
print(moment.strftime("%Y-%m-%d %H:%M:%S %a %A %b %B %j %y %I %p %%"), f"{moment:%d.%m.%Y %H:%M}", moment.strftime("%U %w"))
print(datetime.strptime("03/04/25 16:05", "%d/%m/%y %H:%M"), datetime.fromisoformat("2024-12-31T08:30:15.250000"), date.fromisoformat("2024-02-29"))
delta = datetime(2025, 1, 1) - moment
print(delta, repr(delta), delta.days, delta.seconds, delta.total_seconds(), delta / 2, delta // timedelta(days=1), -timedelta(hours=1), abs(timedelta(-1)))
print(timedelta(minutes=90), timedelta(days=-1, hours=3), timedelta(seconds=1.5) * 3, timedelta(1) > timedelta(hours=23), sum([timedelta(1), timedelta(2)], timedelta()))
print(date(2024, 3, 1) - date(2024, 2, 1), date(2024, 1, 31) + timedelta(30), date.min, date(2024, 5, 6).isocalendar(), date(2024, 5, 6) < date(2024, 5, 7))
print(time(13, 5), time(13, 5, 7, 250), repr(time(1, 2)), time(9) < time(10), datetime.combine(date(2024, 1, 2), time(3, 4)))
utc = datetime(2024, 7, 1, 12, tzinfo=timezone.utc)
east = timezone(timedelta(hours=5, minutes=30), "IST")
print(utc, utc.astimezone(east), utc.isoformat(), utc.timestamp(), datetime.fromtimestamp(0, timezone.utc), east, utc.astimezone(east).tzname())


async def main():
    began = datetime.now()
    print("began", began.strftime("%H:%M:%S.%f"), began)
    await asyncio.sleep(3661.25)
    ended = datetime.now()
    print("ended", ended.isoformat(timespec="milliseconds"), "after", ended - began)
    print(date.today(), datetime.utcnow() == ended, datetime.now(timezone.utc))


asyncio.run(main())
for attempt in (lambda: datetime(2023, 2, 29), lambda: date(2024, 13, 1), lambda: datetime.strptime("x", "%Y"), lambda: date.fromisoformat("2024-1-1"),
                lambda: moment + 5, lambda: moment - utc, lambda: moment < date(2024, 1, 1), lambda: time(25), lambda: datetime.strptime("2024 1", "%Y"), lambda: timedelta(days=10 ** 9)):
    try:
        print(attempt())
    except Exception as error:
        print(type(error).__name__, "-", error)
