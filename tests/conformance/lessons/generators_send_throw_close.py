"""What send, throw and close do to a generator, and how each of them can end it."""


def talker():
    print("  started")
    received = None
    while True:
        try:
            received = yield f"got {received!r}"
        except ValueError as error:
            print("  inside:", error)
            received = "recovered"
        except GeneratorExit:
            print("  closing")
            raise
        finally:
            print("  finally")
        if received == "stop":
            return "the end"


g = talker()
print(next(g))
print(g.send(1))
print(g.throw(ValueError("thrown")))
try:
    g.send("stop")
except StopIteration as stop:
    print("returned", stop.value)
print(list(g), next(g, "default"))

g = talker()
g.close()
try:
    next(g)
except StopIteration:
    print("closed before it began")

g = talker()
next(g)
try:
    g.throw(KeyError("out"))
except KeyError as error:
    print("came out:", error)


def stubborn():
    try:
        yield 1
    except GeneratorExit:
        yield 2


g = stubborn()
next(g)
try:
    g.close()
except RuntimeError as error:
    print(error)


def leaks():
    yield 1
    raise StopIteration("oops")


try:
    list(leaks())
except RuntimeError as error:
    print(error, repr(error.__cause__))


def reenter():
    yield next(me)


me = reenter()
try:
    next(me)
except ValueError as error:
    print(error)


def inner():
    try:
        x = yield "a"
        print("  inner got", x)
        yield "b"
    except ValueError:
        yield "handled inside"
    return "inner result"


def outer():
    result = yield from inner()
    print("  outer has", result)
    result = yield from [1, 2]
    print("  a list returns", result)


g = outer()
print(next(g), g.send("X"), g.throw(ValueError), next(g), list(g))
print(g, type(g).__name__) if False else print(g.__name__, g.gi_running, g.gi_frame)
for wrong in (lambda: talker().send(1), lambda: g.throw(5), lambda: talker().throw("text"), lambda: next(talker), lambda: (yield_ for yield_ in 5), lambda: [*outer]):
    try:
        print(wrong())
    except (TypeError, NameError) as error:
        print(type(error).__name__, error)
