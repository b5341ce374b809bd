"""An error in __enter__ skips __exit__; one in __exit__ replaces."""


class Bad:
    def __init__(self, where):
        self.where = where

    def __enter__(self):
        if self.where == "enter":
            raise KeyError("enter")

    def __exit__(self, *details):
        print("exit runs")
        if self.where == "exit":
            raise KeyError("exit")

for where in "enter", "exit":
    try:
        with Bad(where):
            raise ValueError("body")
    except Exception as error:
        print(repr(error), repr(error.__context__))
try:
    with 5:
        pass
except TypeError as error:
    print(error)
