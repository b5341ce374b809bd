"""Drawing a month, counting weekdays, ages and days to go with datetime."""
from datetime import date, datetime, time, timedelta


def month_days(year, month):
    day = date(year, month, 1)
    while day.month == month:
        yield day
        day += timedelta(days=1)


def draw(year, month):
    days = list(month_days(year, month))
    print(f"{days[0]:%B %Y}".center(20).rstrip())
    print("Mo Tu We Th Fr Sa Su")
    cells = ["  "] * days[0].weekday() + [f"{day.day:2}" for day in days]
    for start in range(0, len(cells), 7):
        print(" ".join(cells[start:start + 7]))


def is_leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def age(born, today):
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day))


draw(2024, 2)
draw(2023, 10)
print([year for year in range(1996, 2105) if is_leap(year)][::6], is_leap(1900), is_leap(2000))
today = date(2024, 2, 29)
print(age(date(2000, 3, 1), today), age(date(2000, 2, 29), today), today.isocalendar(), today.timetuple().tm_yday)
print(sum(day.weekday() == 4 and day.day == 13 for month in range(1, 4) for day in month_days(2026, month)), "Fridays the 13th")
try:
    today.replace(year=2025)
except ValueError as error:
    print(error)
start = datetime(2024, 3, 30, 22, 15)
for step in (timedelta(hours=2), timedelta(days=1, seconds=-1), timedelta(weeks=-1)):
    print(start + step, (start + step).strftime("%a %d.%m.%y %I:%M %p"), repr(step))
gap = datetime(2024, 12, 25) - start
print(gap, gap.days, gap.seconds, gap.total_seconds(), divmod(gap, timedelta(days=30)), gap / timedelta(hours=1))
print(datetime.strptime("3 Feb 2021 04:05", "%d %b %Y %H:%M"), datetime.fromisoformat("2021-02-03T04:05:06.700000").microsecond)
print(datetime.combine(today, time(8, 30)), today.toordinal(), date.fromordinal(738000), max(today, date(2024, 1, 1)), date.min, timedelta(minutes=90), str(timedelta(-1, 5)))
