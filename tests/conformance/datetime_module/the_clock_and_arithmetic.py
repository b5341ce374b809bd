import asyncio
import datetime as module
import time
from datetime import date, datetime, time as clock, timedelta, timezone


async def main():
    start = datetime.now()
    print(start, repr(start), date.today(), datetime.utcnow(), datetime.today())
    await asyncio.sleep(1.25)
    now = datetime.now()
    print(now - start, (now - start).total_seconds(), now.timestamp())
    print(f'{now:%H:%M:%S} {now:%d/%m/%y}|{now}', now.strftime('%a %j %U %p %f %%'), now.ctime())
    print(datetime.now(timezone.utc), datetime.now(timezone(timedelta(hours=2))), module.UTC)
    time.sleep(3600)
    print(datetime.now().time(), datetime.now().date(), datetime.now().timetuple())

asyncio.run(main())

steps = [timedelta(), timedelta(1), timedelta(hours=25, minutes=-1), timedelta(microseconds=-1),
         timedelta(weeks=2, days=0.5), timedelta(milliseconds=1.5), timedelta(seconds=0.0000005),
         timedelta(seconds=1.0000015), timedelta(days=1 / 3), timedelta(0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7)]
for step in steps:
    print(repr(step), step, step.total_seconds(), -step, abs(step), step * 3, step * 1.5, step / 7,
          step // 7, step / 2.5, bool(step), step.days, step.seconds, step.microseconds)
print(timedelta(hours=5) / timedelta(hours=2), timedelta(hours=5) // timedelta(hours=2),
      timedelta(hours=5) % timedelta(hours=2), divmod(timedelta(hours=-5), timedelta(hours=2)))
print(sorted([timedelta(2), timedelta(1), timedelta(-1)]), max(steps), sum(steps, timedelta()))
print(timedelta.min, timedelta.max, timedelta.resolution, timedelta(1) == timedelta(hours=24),
      timedelta(1) != 5, hash(timedelta(1)) == hash(timedelta(hours=24)))

for day in [date(2024, 2, 29), date(1, 1, 1), date(9999, 12, 31), date(2000, 12, 31), date(1900, 3, 1)]:
    print(repr(day), day, day.weekday(), day.isoweekday(), day.isocalendar(), day.toordinal(),
          date.fromordinal(day.toordinal()) == day, day.timetuple().tm_yday, day.ctime(), day.isoformat())
print(date(2024, 3, 1) - date(2024, 2, 1), date(2024, 1, 31) + timedelta(days=1, hours=23),
      date(2024, 1, 1) - timedelta(days=1), date(2024, 1, 1).replace(month=5), date(2024, 1, 1) < date(2024, 1, 2))
print(min(date(2024, 5, 1), date(2023, 5, 1)), {date(2024, 5, 1): 1}[date(2024, 5, 1)], date.min, date.max)

moment = datetime(2024, 2, 29, 13, 5, 9, 7)
print(repr(moment), moment.isoformat(), moment.isoformat(' ', 'minutes'), moment.isoformat(timespec='milliseconds'))
print(moment.replace(hour=0, microsecond=0), moment.date(), repr(moment.time()), moment.weekday(), moment.isocalendar()[1])
print(moment + timedelta(days=366), moment - timedelta(microseconds=8), moment - datetime(2000, 1, 1))
print(moment.astimezone(timezone(timedelta(hours=-8))), moment.astimezone().tzinfo, repr(moment.astimezone()))
aware = moment.replace(tzinfo=timezone(timedelta(hours=5, minutes=45), 'NPT'))
print(aware, repr(aware), aware.utcoffset(), aware.tzname(), aware.dst(), aware.strftime('%Z %z'), aware.timestamp())
print(aware.astimezone(timezone.utc), aware.utctimetuple(), aware == aware.astimezone(timezone.utc), aware.timetz())
print(datetime.combine(date(2020, 1, 2), clock(3, 4, 5)), repr(clock(1, 2, 0, 5)), clock(10).isoformat(), str(clock(1, 2, 3)),
      clock(1) < clock(2), clock(1, tzinfo=timezone.utc), f'{clock(13, 5):%I:%M %p}', clock.max, clock(5).replace(minute=3))
print(repr(timezone.utc), timezone.utc, repr(timezone(timedelta(hours=1))), timezone(timedelta(hours=-1, minutes=-30)),
      timezone(timedelta(0)) is timezone.utc, timezone.utc == timezone(timedelta(0), 'x'), timezone.min)
print(datetime.min, datetime.max, datetime.resolution, datetime(2020, 1, 1, fold=1), repr(datetime(2020, 1, 1, fold=1)))


class Birthday(date):
    def next(self, today):
        year = today.year + ((today.month, today.day) > (self.month, self.day))
        return self.replace(year=year)


born = Birthday(1990, 6, 15)
print(repr(born), born.next(date(2024, 7, 1)), type(born + timedelta(1)).__name__, born == date(1990, 6, 15))
