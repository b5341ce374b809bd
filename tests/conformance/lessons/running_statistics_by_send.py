"""Generators as little machines: values go in by send, statistics come out."""
from functools import wraps
from math import sqrt


def primed(generator_function):
    @wraps(generator_function)
    def start(*args, **kwargs):
        machine = generator_function(*args, **kwargs)
        next(machine)
        return machine
    return start


@primed
def average():
    total = count = 0
    value = None
    while True:
        value = yield value
        total, count = total + value, count + 1
        value = total / count


@primed
def deviation():
    """Welford's method: one pass, no list kept."""
    count = mean = squares = 0
    result = None
    while True:
        value = yield result
        count += 1
        shift = value - mean
        mean += shift / count
        squares += shift * (value - mean)
        result = sqrt(squares / (count - 1)) if count > 1 else 0.0


@primed
def extremes():
    low = high = yield
    while True:
        try:
            value = yield low, high
        except ValueError as error:
            print("  reset:", error)
            low = high = yield
        else:
            low, high = min(low, value), max(high, value)


machines = {f.__name__: f() for f in (average, deviation, extremes)}
for reading in (4, 8, 6, 5, 3, 7):
    print(reading, {name: machine.send(reading) for name, machine in machines.items()})
machines["extremes"].throw(ValueError("new day"))
print(machines["extremes"].send(10), machines["extremes"].send(12))
for machine in machines.values():
    machine.close()
try:
    machines["average"].send(1)
except StopIteration as stop:
    print("stopped", stop.value)
try:
    average.__wrapped__().send(5)
except TypeError as error:
    print(error)
