"""Dictionaries: methods, views, merging, order, and what happens when one changes under a loop."""
stock = dict(apples=3, pears=0)
stock.update([("figs", 7)], plums=2)
stock |= {"dates": 1}
print(stock, len(stock), "figs" in stock, stock.get("kiwis"), stock.get("kiwis", 0), stock.setdefault("kiwis", 9))
print(stock.pop("kiwis"), stock.pop("kiwis", "gone"), stock.popitem(), list(stock), list(reversed(stock)))
print(stock.keys(), stock.values(), stock.items())
print(stock.keys() & {"figs", "x"}, sorted(stock.keys() | {"x"}), stock.keys() - ["figs", "pears", "plums"], ("figs", 7) in stock.items())
print(dict.fromkeys("abc", 0), dict.fromkeys([1]), dict(zip("ab", (1, 2))), {**stock, "figs": 0}, stock | {"z": 26})
print({1: "int", 1.0: "float", True: "bool"}, {(1, 2): "tuple"}[1, 2], {None: 0, "": 1})
inverse = {count: name for name, count in stock.items()}
print(inverse, sorted(stock, key=stock.get), max(stock, key=stock.get), sorted(stock.items(), key=lambda pair: pair[1]))
view = stock.keys()
stock["new"] = 1
del stock["apples"]
print(view, len(view), stock == dict(reversed(stock.items())), view == {"new", "pears", "figs", "plums"}, view.isdisjoint("ab"))
groups = {}
for word in "apple avocado banana blueberry cherry".split():
    groups.setdefault(word[0], []).append(word)
print(groups, stock.items() >= {("new", 1)})
stock["self"] = stock
print(stock, stock.copy() == stock)


def grow(d):
    for key in d:
        d[key + "!"] = 1


def shrink(d):
    for key in d:
        del d[key]


def values(d):
    for key, value in d.items():
        d[key] = value + 1
    return d


for function in (grow, shrink, values):
    d = {"a": 1, "b": 2}
    try:
        print(function(d))
    except RuntimeError as error:
        print(function.__name__, error, d)
for wrong in (lambda: {}["missing"], lambda: {}.popitem(), lambda: {}.pop(3), lambda: {[]: 1}, lambda: dict([1]), lambda: dict(["abc"]),
              lambda: dict(1), lambda: {} | [], lambda: {} < {}, lambda: {}.update(5), lambda: {}.get(), lambda: {}.keys()[0],
              lambda: dict(**{1: 2}), lambda: (lambda **k: k)(**{"a": 1}, **{"a": 2}), lambda: {} + {}, lambda: {{}: 1},
              lambda: {}.a, lambda: {"a": 1}["b"]["c"], lambda: {1: 1}.__delitem__(2), lambda: next({}), lambda: hash({}), lambda: {**5}, lambda: {1, 2}[0]):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, "-", error)
