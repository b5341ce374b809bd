"""Recursive generators: flattening, walking a tree of dictionaries, and what yield from returns."""


def flatten(items, depth=-1):
    for item in items:
        if isinstance(item, (list, tuple, set)) and depth:
            yield from flatten(item, depth - 1)
        else:
            yield item


def walk(tree, *path):
    """Each leaf with its path; returns how many leaves there were."""
    leaves = 0
    for name, value in tree.items():
        if isinstance(value, dict):
            leaves += yield from walk(value, *path, name)
        else:
            leaves += 1
            yield "/".join((*path, name)), value
    return leaves


def counted(generator):
    result = yield from generator
    yield f"({result} in all)"


nested = [1, [2, [3, [4, (5, 6)]], []], "seven", [[[[8]]]]]
print(list(flatten(nested)))
print(list(flatten(nested, 1)))
print(sum(1 for _ in flatten(nested)), [*flatten([])])

files = {
    "src": {"main.py": 120, "lib": {"util.py": 40, "data": {}}, "readme": 7},
    "docs": {"index.html": 30},
    "licence": 11,
}
for line in counted(walk(files)):
    print(" ", line)
sizes = dict(walk(files))
print(sum(sizes.values()), max(sizes, key=sizes.get))


def subsets(items):
    if not items:
        yield ()
        return
    first, *rest = items
    for smaller in subsets(rest):
        yield smaller
        yield first, *smaller


print(sorted(subsets("abc"), key=lambda s: (len(s), s)))
print(*flatten([["x", ["y"]], "z"]), sep="")
walker = walk({"a": {"b": 1}})
print(next(walker), next(walker, "done"))
