"""A parser as a set of generator coroutines, each receiving characters by send."""


def prime(function):
    def start(*args):
        generator = function(*args)
        generator.send(None)
        return generator
    return start


class Machine:
    """Accepts ab*c."""

    def __init__(self):
        self.start, self.middle, self.end = self._start(), self._middle(), self._end()
        self.state = self.start
        self.stopped = False

    def send(self, char):
        try:
            self.state.send(char)
        except StopIteration:
            self.stopped = True

    def matches(self):
        return not self.stopped and self.state is self.end

    @prime
    def _start(self):
        while True:
            if (yield) == "a":
                self.state = self.middle
            else:
                break

    @prime
    def _middle(self):
        while True:
            char = yield
            if char == "c":
                self.state = self.end
            elif char != "b":
                break

    @prime
    def _end(self):
        while True:
            yield
            break


def accepts(text):
    machine = Machine()
    for char in text:
        machine.send(char)
    return machine.matches()


for text in ("abc", "ac", "abbbbc", "acc", "", "bc", "abx"):
    print(f"{text!r:9} {accepts(text)}")


@prime
def broadcast(*targets):
    while True:
        item = yield
        for target in targets:
            target.send(item)


@prime
def where(condition, target):
    while True:
        item = yield
        if condition(item):
            target.send(item)


@prime
def collect(name, into):
    try:
        while True:
            into.setdefault(name, []).append((yield))
    except GeneratorExit:
        into[name].append("end")


result = {}
pipe = broadcast(where(str.isdigit, collect("digits", result)), where(str.isupper, collect("capitals", result)), collect("all", result))
for char in "aB3dE4":
    pipe.send(char)
pipe.close()
print(result)
del pipe
print(result)
