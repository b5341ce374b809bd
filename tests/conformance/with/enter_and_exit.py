"""What with calls, in which order; exit may swallow the error."""


class Door:
    def __init__(self, name, swallow=False):
        self.name, self.swallow = name, swallow

    def __enter__(self):
        print("enter", self.name)
        return self.name.upper()

    def __exit__(self, kind, error, traceback):
        print("exit", self.name, kind and kind.__name__, error)
        return self.swallow

with Door("a") as a, Door("b") as b:
    print(a, b)
with Door("quiet", swallow=True):
    raise ValueError("swallowed")
try:
    with Door("loud"), Door("inner"):
        raise ValueError("passed on")
except ValueError as error:
    print("outside", error)
