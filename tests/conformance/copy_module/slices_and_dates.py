# Copies of slices, and of dates, which are new objects.
import copy
import datetime

print(copy.copy(slice(1, 2)), copy.deepcopy(slice(1, 2, 3)))
moment = datetime.datetime(2024, 2, 29, 12, 30, tzinfo=datetime.timezone.utc, fold=1)
for value in (moment, moment.date(), moment.timetz(), datetime.timedelta(days=1, seconds=2)):
    for copied in (copy.copy(value), copy.deepcopy(value)):
        print(type(copied).__name__, copied, copied == value, copied is value)
print(copy.copy(datetime.timezone.utc) is datetime.timezone.utc, copy.deepcopy(moment).fold)


class Birthday(datetime.date):
    def wish(self):
        return f"{self:%d.%m.}!"


print(copy.copy(Birthday(2000, 3, 4)).wish())


class Noted(datetime.datetime):
    def __init__(self, *parts):
        self.notes = ["made"]


print(copy.copy(Noted(2020, 1, 1)).notes)
bounds = slice([1])
print(copy.deepcopy(bounds) == bounds, copy.deepcopy(bounds).stop is bounds.stop)
print(repr(moment), repr(moment.timetz()))
