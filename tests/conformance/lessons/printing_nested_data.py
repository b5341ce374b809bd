"""pprint, sort_dicts, reprlib-like cuts by hand, and a tree printer with box characters."""
from pprint import pformat, pprint

garden = {
    "beds": [{"crop": "beans", "rows": [1, 2, 3]}, {"crop": "peas", "rows": []}],
    "area": 12.5, "owner": ("Ada", "Lovelace"), "tools": {"spade", }, "notes": None,
}
pprint(garden)
pprint(garden, width=40)
pprint(garden, depth=1, sort_dicts=False)
print(pformat([list(range(10))] * 3, width=30, compact=True))
pprint({"long": "a sentence that is a good deal longer than the width allows it to be"}, width=40)
pprint([("k%d" % n, {"n": n}) for n in range(3)], indent=4, width=20)


def tree(value, prefix=""):
    """Lines of a tree drawn with box characters."""
    children = list(value.items() if isinstance(value, dict) else enumerate(value))
    for position, (key, child) in enumerate(children, 1):
        last = position == len(children)
        branch, below = ("└── ", "    ") if last else ("├── ", "│   ")
        if isinstance(child, (dict, list, tuple)) and child:
            yield f"{prefix}{branch}{key}"
            yield from tree(child, prefix + below)
        else:
            yield f"{prefix}{branch}{key}: {child!r}"


print(*tree(garden), sep="\n")


def short(value, limit=20):
    text = repr(value)
    return text if len(text) <= limit else text[:limit // 2 - 1] + "…" + text[-limit // 2:]


print(short(garden), short("tiny"), short(list(range(100))), sep=" | ")
loop = [1]
loop.append(loop)
print(loop, pformat(loop).split("id=")[0])
