"""send gives a value to the yield where the generator stands."""


def averager():
    total, count, average = 0, 0, None
    while True:
        value = yield average
        if value is None:
            return "done"
        total += value
        count += 1
        average = total / count

g = averager()
print(next(g), g.send(10), g.send(20), g.send(6))
try:
    g.send(None)
except StopIteration as stop:
    print(repr(stop.value))
try:
    averager().send(1)
except TypeError as error:
    print(error)
