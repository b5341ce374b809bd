from datetime import date, datetime, time, timedelta, timezone, tzinfo


def attempt(function, *args, **keywords):
    try:
        print(repr(function(*args, **keywords)))
    except Exception as error:
        print(type(error).__name__, error)


for text in ['20200101', '2020-01-01', '2020-W01', '2020W011', '2020-W53-7', '2021-W01-1']:
    attempt(date.fromisoformat, text)
for text in ['2020', 'x', '2020-W01-9', '2020-1-1', '2020-01-011', '2020/01/01']:
    attempt(date.fromisoformat, text)
for text in ['2020-01-01', '2020-01-01T10', '2020-01-01 10:11:12,5', '2020-01-01T10:11:12.123456789Z',
             '2020-01-01T10:11:12+02:00', '2020-01-01T101112+0200', '2020-W01-1T10', '20200101T1011',
             '2020-01-01*10:11', '2020-W01T10:11', '2020-01-01T10:11:12.5-00:30', '2020W01T10']:
    attempt(datetime.fromisoformat, text)
for text in ['2020-01-01T', '2020-01-01T1', '2020-01-01T10:1', '2020-01-01T10:11:', '2020-01-01T10:11+1']:
    attempt(datetime.fromisoformat, text)
for text in ['10', 'T10:11', '10:11:12+01', 'x', '10:11:12.']:
    attempt(time.fromisoformat, text)

attempt(date, 2020, 2, 30)
attempt(datetime, 2020, 1, 1, 24)
attempt(time, 1, 60)
attempt(datetime, 2020, 1, 1, 1, 1, 61)
attempt(datetime, 2020, 1, 1, 1, 1, 1, 1000000)
attempt(datetime, 2020, 13, 1)
attempt(date.fromordinal, 0)
attempt(date.fromisocalendar, 2020, 54, 1)
attempt(lambda: date(2020, 1, 1) < datetime(2020, 1, 1) if False else 'fine')
naive, aware = datetime(2020, 1, 1), datetime(2020, 1, 1, tzinfo=timezone.utc)
attempt(lambda: naive < aware)
attempt(lambda: naive - aware)
print(naive == aware, naive != aware, naive == date(2020, 1, 1), naive == 5)
attempt(lambda: naive < 5)
attempt(lambda: naive + timedelta(days=9999999))
attempt(lambda: naive - timedelta(days=9999999))
attempt(lambda: date.max + timedelta(1))
attempt(lambda: timedelta(1) / 0)
attempt(lambda: timedelta(1) < 5)
attempt(timezone, timedelta(days=-2))
attempt(tzinfo().utcoffset, None)
attempt(datetime.fromtimestamp, 1e20)
attempt(datetime.fromtimestamp, 0.9999995)
attempt(datetime.fromtimestamp, -1.5)
attempt(datetime.fromtimestamp, 1735689600.123456, timezone(timedelta(hours=5, minutes=30)))
