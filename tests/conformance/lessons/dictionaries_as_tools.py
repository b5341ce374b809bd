"""Dictionaries: counting, grouping, inverting, merging, views, order, defaults, and dispatch."""
from collections import ChainMap, OrderedDict, defaultdict

text = "to be or not to be that is the question"
counts = {}
for word in text.split():
    counts[word] = counts.get(word, 0) + 1
by_length = {}
for word in counts:
    by_length.setdefault(len(word), []).append(word)
print(counts, dict(sorted(by_length.items())))
inverted = {}
for word, times in counts.items():
    inverted.setdefault(times, set()).add(word)
print({times: sorted(words) for times, words in inverted.items()}, max(counts, key=counts.get), min(counts.items(), key=lambda item: (item[1], item[0])))

base, extra = {"a": 1, "b": 2}, {"b": 20, "c": 30}
print(base | extra, {**base, **extra}, dict(base, c=3), base)
base |= [("z", 26)]
base.update(a=0)
print(base, list(base), list(reversed(base)), base.popitem(), base.pop("nope", None))
keys, values, items = base.keys(), base.values(), base.items()
base["new"] = 9
print(keys, values, items, len(items), "new" in keys, ("new", 9) in items, keys & {"a", "q"})
for action in (lambda: base["missing"], lambda: {}.popitem(), lambda: {[]: 1}, lambda: dict([1]), lambda: dict(["abc"]), lambda: base | 5, lambda: base.pop("x"), lambda: {} < {}):
    try:
        action()
    except (KeyError, TypeError, ValueError) as error:
        print(f"{type(error).__name__}: {error}")
tree = defaultdict(lambda: defaultdict(int))
for path in ("x/y", "x/z", "x/y", "q/r"):
    top, leaf = path.split("/")
    tree[top][leaf] += 1
print({key: dict(value) for key, value in tree.items()}, tree["new"], len(tree), repr(defaultdict(list, a=[1])))
layers = ChainMap({"colour": "red"}, {"colour": "blue", "size": 4})
layers["shape"] = "round"
print(layers["colour"], layers["size"], dict(layers), layers.maps[0], layers.new_child({"size": 5})["size"], layers.parents)
print(dict.fromkeys("abc", 0), dict.fromkeys([1, 2]), dict(zip("ab", (1, 2))), {k: v for k, v in sorted({"b": 1, "a": 2}.items())}, OrderedDict(b=1, a=2))
print({True: "a", 1: "b", 1.0: "c"}, {(1, 2): "tuple"}[1, 2], {"a": {"b": {"c": 1}}}["a"]["b"]["c"], {} == dict(), {"x": 1, "y": 2} == {"y": 2, "x": 1})
copy = dict(base)
copy.clear()
print(copy, bool(base), list(filter(base.get, base)), sorted(base, key=base.__getitem__), [*base.items()][:1])
