"""A class body may define __dict__ and __weakref__ itself: they are what it says."""
import json


class Tree:
    def __init__(self, label, *children):
        self.label = label
        self.children = children

    def __dict__(self):
        return {self.label: [child.__dict__() for child in self.children]}


tree = Tree("root", Tree("leaf"))
print(json.dumps(tree.__dict__()), tree.label)


class Shown:
    __weakref__ = "none"

    def __init__(self):
        self.x = 1

    @property
    def __dict__(self):
        return {"shown": True}


shown = Shown()
print(shown.__dict__, vars(shown), shown.__weakref__, shown.x, object.__getattribute__(shown, "x"))
