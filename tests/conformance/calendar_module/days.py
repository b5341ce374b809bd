import calendar

print([year for year in range(1890, 2009) if calendar.isleap(year)], calendar.leapdays(1900, 2001))
print(calendar.monthrange(2024, 2), calendar.monthrange(1, 1), calendar.weekday(2024, 2, 29), calendar.weekday(10000, 1, 1))
print(list(calendar.day_name), calendar.day_abbr[0], calendar.month_abbr[1:3], len(calendar.month_name), calendar.month_name[-1])
print('May' in calendar.month_name, {name: number for number, name in enumerate(calendar.month_abbr) if number})
print(calendar.MONDAY, calendar.SUNDAY, calendar.January, calendar.mdays, calendar.timegm((2024, 2, 29, 1, 2, 3)))
for call in [lambda: calendar.monthrange(2024, 13), lambda: calendar.month(2024, 0), lambda: calendar.weekday(2024, 2, 30),
             lambda: calendar.setfirstweekday(7), lambda: calendar.day_name[7], lambda: calendar.month(2024, 14),
             lambda: list(calendar.Calendar().itermonthdates(9999, 12))]:
    try:
        call()
    except (ValueError, IndexError) as error:
        print(type(error).__name__, error, getattr(error, 'month', None))
print(calendar.IllegalMonthError.__mro__[1], calendar.IllegalWeekdayError(9))
print(calendar.formatstring(['a', 'b'], 5, 2) + '|')
calendar.format(['one', 'two'], 8, 1)
calendar.monthcalendar(2024, 15)
