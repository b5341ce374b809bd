"""namedtuple, deque, Counter, defaultdict, OrderedDict, ChainMap."""
from collections import ChainMap, Counter, OrderedDict, defaultdict, deque, namedtuple

Point = namedtuple("Point", ["x", "y"], defaults=[0])
p = Point(3)
print(p, p.x, p[1], p._replace(y=9), p._asdict(), Point._fields, Point._make([1, 2]), p == (3, 0), *p, Point.__doc__)
x, y = p
print(x + y, sorted([Point(2, 1), Point(1, 5)]), hash(p) == hash((3, 0)), isinstance(p, tuple), Point._field_defaults)

d = deque([1, 2, 3], maxlen=4)
d.append(4)
d.append(5)
d.appendleft(0)
print(d, d.pop(), d.popleft(), d, d[0], d[-1], len(d), d.maxlen)
d.extend("ab")
d.rotate(1)
print(d, d.count("a"), "b" in d, list(reversed(d)), d.index("a"))
d.extendleft([7, 8])
d.remove(7)
d.insert(1, "ins")
print(d, d.copy() == d, deque("abc") < deque("abd"), deque([1]) + deque([2]), deque("ab") * 2, bool(deque()))

c = Counter("mississippi")
print(c, c.most_common(2), c["z"], sum(c.values()), c.total(), sorted(c.elements()))
c.update("miss")
c.subtract({"s": 10})
print(c, +c, -c, Counter(a=3, b=1) + Counter(a=1), Counter(a=3) - Counter(a=5), Counter(a=3, b=1) & Counter(a=1, b=2), Counter(a=3) | Counter(b=2), Counter([1, 1, 2]))
words = Counter(w.lower().strip(".,") for w in "The cat saw the dog. The dog, the cat.".split())
print(words.most_common(), dict(words))

groups = defaultdict(list)
for name in ("Ann", "Bob", "Al", "Bea"):
    groups[name[0]].append(name)
print(groups, dict(groups), groups["Z"], len(groups), groups.get("Q"), defaultdict(int, a=1))
tree = lambda: defaultdict(tree)
root = tree()
root["a"]["b"]["c"] = 1
print(root["a"]["b"]["c"], list(root), root.default_factory is tree)

o = OrderedDict(one=1, two=2, three=3)
o.move_to_end("one")
o.move_to_end("three", last=False)
print(o, o.popitem(last=False), o, OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1), OrderedDict(a=1, b=2) == {"b": 2, "a": 1}, list(reversed(o)))
chain = ChainMap({"a": 1}, {"a": 2, "b": 3})
chain["c"] = 5
print(chain["a"], chain["b"], dict(chain), chain.maps, chain.new_child({"a": 0})["a"], chain.parents, len(chain), sorted(chain))
for wrong in (lambda: Point(), lambda: Point(1, 2, 3), lambda: Point(z=1), lambda: setattr(p, "x", 1), lambda: namedtuple("N", "a a"), lambda: namedtuple("N", "class"), lambda: deque().pop(), lambda: deque([1])[5],
              lambda: deque([1]).remove(3), lambda: d.insert(0, 1), lambda: defaultdict(5), lambda: chain["zz"], lambda: p.z, lambda: Point._make([1, 2, 3]), lambda: o.move_to_end("q"), lambda: OrderedDict().popitem(), lambda: defaultdict()["x"], lambda: Counter(5), lambda: deque(maxlen=-1)):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, "-", error)


def mutate():
    for item in d:
        d.append(item)


try:
    mutate()
except RuntimeError as error:
    print(error)
