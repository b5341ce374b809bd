import calendar


class Shouting(calendar.TextCalendar):
    def formatday(self, day, weekday, width):
        return (f'{day}!' if day else '').center(width)


text = Shouting(calendar.SATURDAY)
print(text.formatmonth(2024, 5, 4))
text.prmonth(2024, 6, l=1)
print(text.formatyear(2024, m=6)[:400])
plain = calendar.TextCalendar()
print([plain.formatday(3, 2, 5), plain.formatweekday(0, 2), plain.formatweekday(2, 12), plain.formatweekheader(9)])
print([plain.formatmonthname(2024, 5, 20), plain.formatmonthname(2024, 5, 20, withyear=False), plain.formatweek([(1, 2), (0, 3)], 4)])
plain.prweek([(1, 2)], 4)
plain.pryear(2025, m=6)
