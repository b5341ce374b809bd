import calendar

print(calendar.month(2024, 2))
print(calendar.month(2024, 9, w=3, l=2))
print(calendar.calendar(2023))
print(calendar.calendar(2024, 3, 1, 4, 2))
calendar.prmonth(2024, 12)
calendar.prcal(1900, m=4)
calendar.setfirstweekday(calendar.SUNDAY)
print(calendar.firstweekday(), calendar.month(2024, 9), calendar.weekheader(3), calendar.week([(1, 6), (0, 0)], 3), sep='\n')
calendar.prweek([(1, 6), (22, 0)], 4)
print()
print(calendar.monthcalendar(2024, 2))
