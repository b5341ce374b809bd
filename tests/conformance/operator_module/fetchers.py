# itemgetter, attrgetter and methodcaller: what they fetch, how they print, what they refuse.
import functools
import operator
from operator import attrgetter, itemgetter, methodcaller

people = [{'name': 'Ada', 'age': 36}, {'name': 'Bob', 'age': 25}]
print(sorted(people, key=itemgetter('age'))[0], list(map(itemgetter('name', 'age'), people)), itemgetter(slice(1, 3))('abcd'))
print(attrgetter('real')(5), attrgetter('__class__.__name__', 'imag')(True), methodcaller('split', ',', maxsplit=1)('a,b,c'))
print(itemgetter(1, 'a'), attrgetter('a.b', 'c'), methodcaller('f', 1, x=2), operator.add, type(itemgetter(1)))
for wrong in (itemgetter, attrgetter, methodcaller, lambda: attrgetter(1), lambda: methodcaller(1), lambda: itemgetter(1)(),
              lambda: itemgetter(1)([5], [6]), lambda: itemgetter(9)([]), lambda: attrgetter('a.b')(5), lambda: itemgetter(a=1),
              lambda: methodcaller('nothing')(5), lambda: operator.add(1), lambda: operator.index('5')):
    try:
        print(wrong())
    except (TypeError, IndexError, AttributeError) as error:
        print(type(error).__name__, error)
print(operator.__add__(1, 2), operator.index(True), operator.indexOf('abc', 'b'), operator.countOf([1, 1.0, 2], 1))
print(functools.reduce(operator.mul, range(1, 20)), functools.reduce(lambda a, b: a - b, [1], 10), functools.reduce)
for wrong in (lambda: functools.reduce(operator.add, []), lambda: functools.reduce(operator.add, 5)):
    try:
        wrong()
    except TypeError as error:
        print(error)
