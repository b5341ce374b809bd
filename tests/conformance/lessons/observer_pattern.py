"""Observers of a thermometer: registering, notifying, and letting go."""


class Event:
    """Subscribe by +=, leave by -=, fire by calling."""

    def __init__(self, name):
        self.name, self._handlers = name, []

    def __iadd__(self, handler):
        self._handlers.append(handler)
        return self

    def __isub__(self, handler):
        self._handlers.remove(handler)
        return self

    def __len__(self):
        return len(self._handlers)

    def __call__(self, *args, **kwargs):
        return [handler(*args, **kwargs) for handler in tuple(self._handlers)]


class Thermometer:
    def __init__(self):
        self.changed = Event("changed")
        self._degrees = 20

    @property
    def degrees(self):
        return self._degrees

    @degrees.setter
    def degrees(self, value):
        old, self._degrees = self._degrees, value
        if old != value:
            self.changed(old, new=value)


class Display:
    def __init__(self, unit):
        self.unit = unit

    def show(self, old, new):
        factor, shift = (1.8, 32) if self.unit == "F" else (1, 0)
        print(f"  {self.unit}: {old * factor + shift:g} -> {new * factor + shift:g}")


def alarm(old, new):
    if new > 30:
        print("  ALARM")
        thermometer.changed -= alarm


thermometer = Thermometer()
celsius, fahrenheit = Display("C"), Display("F")
thermometer.changed += celsius.show
thermometer.changed += alarm
thermometer.changed += fahrenheit.show
for reading in (21, 21, 35, 36):
    print("reading", reading)
    thermometer.degrees = reading
thermometer.changed -= celsius.show
print(len(thermometer.changed), celsius.show == celsius.show, celsius.show is celsius.show)
thermometer.degrees = 0
try:
    thermometer.changed -= print
except ValueError as error:
    print(error)
