"""Operands, arguments and targets are evaluated from left to right."""


def say(value):
    print(value, end=" ")
    return value

say(1) + say(2) * say(3)
print()
[0, 0, 0][say(1)] = say(5)
dict([(say("k"), say("v"))])
print()
f = lambda *a, **k: None
f(say(1), *[say(2)], x=say(3), **{"y": say(4)})
print()
say(0) and say(1)
say(2) or say(3)
print(say(1) < say(5) < say(3) < say(9))
