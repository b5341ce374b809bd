"""list(), tuple(), sorted() and a display ask for the length before the items; sets do not."""


class Items:
    def __init__(self, hint):
        self.hint, self.left = hint, 2

    def __iter__(self):
        print("iter")
        return self

    def __next__(self):
        if not self.left:
            raise StopIteration
        self.left -= 1
        return self.left

    def __length_hint__(self):
        print("hint")
        return self.hint


class Sized:
    def __iter__(self):
        return iter((2, 1))

    def __len__(self):
        print("len")
        return -1 if self.__dict__ else 2


print(list(Items(5)), tuple(Items(0)), sorted(Items(NotImplemented)), [*Items(1)], len({*Items(1)}), list(Sized()))
sized = Sized()
sized.wrong = True
for action in (lambda: list(Items("x")), lambda: list(Items(-1)), lambda: [*sized], lambda: set(sized)):
    try:
        print(action())
    except (TypeError, ValueError) as error:
        print(error)
