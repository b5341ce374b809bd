"""What must be made first: a topological sort, and naming the circle when there is one."""


class Circle(Exception):
    def __init__(self, names):
        super().__init__(" -> ".join(names))
        self.names = names


def order(needs):
    done, under_way = [], []

    def visit(name):
        if name in done:
            return
        if name in under_way:
            raise Circle(under_way[under_way.index(name):] + [name])
        under_way.append(name)
        for other in sorted(needs.get(name, ())):
            visit(other)
        under_way.pop()
        done.append(name)

    for name in sorted(needs):
        visit(name)
    return done


def waves(needs):
    """The same by layers: all of a wave could be made at once."""
    left = {name: set(others) for name, others in needs.items()}
    for others in list(left.values()):
        for other in others:
            left.setdefault(other, set())
    while left:
        ready = sorted(name for name, others in left.items() if not others)
        if not ready:
            raise Circle(sorted(left))
        yield ready
        for name in ready:
            del left[name]
        for others in left.values():
            others.difference_update(ready)


needs = {"cake": ["dough", "icing"], "dough": ["flour", "eggs"], "icing": ["sugar"], "party": ["cake", "guests"]}
print(order(needs))
for number, wave in enumerate(waves(needs), 1):
    print(number, wave)
needs["flour"] = ["mill"]
needs["mill"] = ["cake"]
try:
    order(needs)
except Circle as circle:
    print("circle:", circle, len(circle.names))
try:
    print(list(waves({"a": "b", "b": "a", "c": ""})))
except Circle as circle:
    print("stuck on", circle.names)
