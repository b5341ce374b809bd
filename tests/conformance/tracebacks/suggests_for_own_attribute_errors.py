"""An AttributeError of the program's own learns what was missed, and suggests another name."""


class Paint:
    def __init__(self):
        self.color = "red"

    def __getattr__(self, name):
        raise AttributeError(f"no {name} here")


class Wall:
    height = 3

    @property
    def heigth(self):
        raise AttributeError("ask another name")


for attempt in (lambda: Paint().colour, lambda: getattr(Paint(), "colour"), lambda: Wall().heigth):
    try:
        attempt()
    except AttributeError as error:
        print(error, error.name, type(error.obj).__name__)
Paint().colour
