import time


def attempt(function, *args):
    try:
        print(repr(function(*args)))
    except Exception as error:
        print(type(error).__name__, error)


moment = time.struct_time((2024, 2, 29, 12, 30, 15, 3, 60, 0))
print(moment, moment.tm_year, moment[3], moment.tm_zone, moment.tm_gmtoff, len(moment), tuple(moment))
print(time.gmtime(0), time.gmtime(0).tm_zone, time.localtime(86400.9).tm_mday, time.gmtime(-1))
print(time.mktime(moment), time.asctime(moment), time.ctime(0), time.ctime(), time.asctime())
print(time.strftime('%Y-%m-%d %H:%M:%S %j %a %A %b %B %p %I %y %U %w %W %Z %% %c %x %X', moment))
print(time.strftime('%H:%M'), time.strftime('%D %T %R %e %F', time.gmtime(1e9)), time.strftime(''))
print(moment < time.gmtime(), moment == tuple(moment), isinstance(moment, tuple), time.struct_time)
print(time.timezone, time.tzname, time.daylight, time.time_ns(), time.monotonic_ns())
year, month, *_ = time.localtime()
print(year, month, time.struct_time.n_sequence_fields)
attempt(time.struct_time, (1, 2, 3))
attempt(time.struct_time, 5)
attempt(time.strftime, '%Y', (2020,))
attempt(time.mktime, (2020, 1))
attempt(time.asctime, 5)
attempt(time.strftime, 5)
attempt(time.gmtime, 'x')
attempt(time.gmtime, float('nan'))
attempt(time.gmtime, 1e300)
attempt(time.sleep, 'x')
attempt(time.sleep, -1)
attempt(time.strftime, '%Y', (2020, 13, 1, 0, 0, 0, 0, 1, 0))
attempt(time.strftime, '%Y', (2020, 1, 1, 25, 0, 0, 0, 1, 0))
