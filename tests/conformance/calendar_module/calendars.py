import calendar

sundays = calendar.Calendar(firstweekday=6)
print(list(sundays.iterweekdays()), sundays.firstweekday, sundays.getfirstweekday(), calendar.Calendar(9).firstweekday)
print([str(date) for date in sundays.itermonthdates(2024, 2)][:6], list(sundays.itermonthdays(2024, 2)))
print(list(sundays.itermonthdays2(2024, 2))[:5], list(sundays.itermonthdays3(2024, 1))[:3], list(sundays.itermonthdays4(2023, 12))[-8:])
print(sundays.monthdatescalendar(2024, 2)[0][:2], sundays.monthdays2calendar(2024, 2)[4], sundays.monthdayscalendar(2024, 2)[0])
print(sundays.yeardays2calendar(2024, 6)[0][1][0], sundays.yeardayscalendar(2024)[1][1][0], sundays.yeardatescalendar.__name__)
