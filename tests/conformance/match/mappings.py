"""Mappings: keys that must be there, the rest, and what is looked at."""
from collections import OrderedDict, defaultdict
from collections.abc import Mapping


class Upper(Mapping):
    def __init__(self, **data):
        self.data = data

    def __getitem__(self, key):
        return self.data[key.lower()]

    def __iter__(self):
        return iter(self.data)

    def __len__(self):
        return len(self.data)


def look(x):
    match x:
        case {"kind": "point", "at": [x, y]}:
            return f"point {x} {y}"
        case {"kind": str() as kind, **rest}:
            return f"{kind} and {rest}"
        case {1: a, 2: b, **others} if others:
            return f"numbers {a} {b} {others}"
        case {"A": a}:
            return f"upper {a}"
        case {}:
            return "some mapping"
    return "no mapping"


made = defaultdict(list, a=1)
for x in ({"kind": "point", "at": (1, 2), "more": 0}, {"kind": "line", "n": 2}, {"kind": 3}, {1: 1, 2: 2, 3: 3},
          {1: 1, 2: 2}, {}, OrderedDict(kind="ordered"), Upper(a=5), made, [("kind", "x")], None):
    print(look(x))
print(dict(made))
match {"x": None}:
    case {"x": None}:
        print("none inside")
