"""The operator module: arithmetic, getters, callers, in-place forms, and what they are good for."""
import operator
from functools import reduce
from itertools import accumulate, starmap

print(reduce(operator.mul, range(1, 7)), list(accumulate([1, 5, 2, 9, 3], max)), list(starmap(operator.sub, [(9, 4), (1, 5)])))
OPS = {"+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv, "//": operator.floordiv, "%": operator.mod, "**": operator.pow}


def rpn(text):
    stack = []
    for token in text.split():
        if token in OPS:
            right, left = stack.pop(), stack.pop()
            stack.append(OPS[token](left, right))
        else:
            stack.append(float(token) if "." in token else int(token))
    return stack


for text in ("3 4 + 2 *", "2 3 ** 5 - 4 /", "7 2 // 7 2 %", "1 0 /", "+", "1.5 2"):
    try:
        print(f"{text:16} {rpn(text)}")
    except (ZeroDivisionError, IndexError) as error:
        print(f"{text:16} {error}")


class Dog:
    def __init__(self, name, age, owner=None):
        self.name, self.age, self.owner = name, age, owner

    def bark(self, times=1, sound="wuff"):
        return " ".join([sound] * times)


pack = [Dog("Rex", 3), Dog("Ali", 7), Dog("Bo", 3)]
pack[0].owner = pack[1]
by_age = operator.attrgetter("age", "name")
print([dog.name for dog in sorted(pack, key=by_age)], by_age(pack[0]), operator.attrgetter("owner.name")(pack[0]))
print(list(map(operator.methodcaller("bark", 2, sound="yip"), pack[:2])), operator.methodcaller("upper")("x"))
rows = [{"id": 2, "v": "b"}, {"id": 1, "v": "a"}]
print(sorted(rows, key=operator.itemgetter("id")), operator.itemgetter(1, 3)("abcd"), operator.itemgetter(slice(1, 3))("abcd"))
items = [1]
same = operator.iadd(items, [2])
print(same is items, operator.concat("a", "b"), operator.contains([1, 2], 2), operator.countOf("banana", "a"), operator.indexOf("abc", "c"))
print(operator.not_([]), operator.truth("x"), operator.is_(None, None), operator.neg(5), operator.inv(5), operator.xor(6, 3), operator.index(True), operator.lshift(1, 4))
box = {}
operator.setitem(box, "k", 1)
print(box, operator.getitem(box, "k"), operator.delitem(box, "k"), box, operator.length_hint(iter([1, 2])), operator.eq(1, 1.0), operator.ge("b", "a"))
for wrong in (lambda: operator.add(1, "a"), lambda: operator.index(1.5), lambda: operator.itemgetter(5)("abc"), lambda: operator.attrgetter("x.y")(pack[0])):
    try:
        wrong()
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
