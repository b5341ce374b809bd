"""__iter__ and __next__ by hand."""


class Countdown:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n <= 0:
            raise StopIteration
        self.n -= 1
        return self.n + 1

print(list(Countdown(4)), sum(Countdown(3)), 2 in Countdown(5))
c = Countdown(3)
first, *rest = c
print(first, rest, next(c, "empty"))
for n in Countdown(2):
    print(n)
else:
    print("lift-off")
