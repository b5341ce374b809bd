"""Order of insertion, views, defaults."""
d = {"b": 1, "a": 2}
d["c"] = 3
d["b"] = 10
print(d, list(d), d.keys(), d.values(), d.items())
print(d.get("z"), d.get("z", 0), d.setdefault("z", []), d.pop("z"), d.pop("q", None))
d.update(a=5, e=6)
d |= {"f": 7}
print(d.popitem(), d, len(d), "a" in d, d == dict(sorted(d.items())), {**d} == d)
print(dict([("x", 1)], y=2), dict(zip("ab", (1, 2))), dict.fromkeys("ab", 0), {1: {2: {}}})
for k, v in d.items():
    print(k, v, end="; ")
try:
    for k in d:
        d[k + "!"] = 0
except RuntimeError as error:
    print(error)
print({"a": 1} | {"a": 2, "b": 3}, list(reversed({"x": 1, "y": 2})), {1, 2} & {1: 0}.keys())
