"""A thread nests calls through natives as deeply as the main program."""

import threading


class Link:
    def __init__(self, next):
        self.next = next

    def __repr__(self):
        return "" if self.next is None else repr(self.next)

    def __len__(self):
        return 0 if self.next is None else 1 + len(self.next)


class Endless:
    def __len__(self):
        return len(self)

    def __getattr__(self, name):
        return getattr(self, name + "_")

    def __add__(self, other):
        return self + other

    def __contains__(self, item):
        return item in self

    def __getitem__(self, key):
        return self[key]

    @property
    def value(self):
        return self.value


chain = None
for _ in range(310):
    chain = Link(chain)
thread = threading.Thread(target=lambda: print(len(chain), repr(chain) == ""))
thread.start()
thread.join()

endless = Endless()


def attempts():
    for attempt in (lambda: len(endless), lambda: endless.missing, lambda: endless + 1,
                    lambda: 1 in endless, lambda: endless[0], lambda: endless.value):
        try:
            attempt()
        except RecursionError as error:
            print(type(error).__name__)


thread = threading.Thread(target=attempts)
thread.start()
thread.join()
attempts()
