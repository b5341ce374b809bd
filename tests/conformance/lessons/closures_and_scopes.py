"""Closures, late binding, nonlocal, global, comprehension scope, and the errors of each."""
counter = 0


def make_counter(start=0):
    count = start

    def increment(by=1):
        nonlocal count
        count += by
        return count

    def peek():
        return count

    increment.peek = peek
    return increment


def bump():
    global counter
    counter += 1
    return counter


def too_early():
    print(counter)
    counter = 5


def deleted():
    x = 1
    del x
    return x


def free():
    def inner():
        return later
    result = inner()
    later = 1
    return result


def augmented():
    counter += 1


a, b = make_counter(), make_counter(10)
print(a(), a(), a(5), b(), a.peek(), b.peek(), a.__closure__ is not None, len(b.__code__.co_freevars), b.__code__.co_freevars)
print(bump(), bump(), counter)
late = [lambda: i for i in range(3)]
early = [lambda i=i: i for i in range(3)]
made = [(lambda n: lambda: n)(i) for i in range(3)]
print([f() for f in late], [f() for f in early], [f() for f in made])
x = "outer"
squares = [x * x for x in range(4)]
print(x, squares, {x: y for x, y in zip("ab", (1, 2))}, x, [y := 1, y ** 2], y, any((hit := n) > 2 for n in range(9)), hit)


class Scope:
    x = "class"
    names = [x for _ in range(2)]
    other = [n for n in x]

    def read(self):
        return x


print(Scope.names, Scope.other[:2], Scope().read())
for function in (too_early, deleted, free, augmented, lambda: undefined_name, lambda: conter, lambda: prnt("x")):
    try:
        function()
    except NameError as error:
        print(type(error).__name__, "-", error, error.name)


def defaults(item, bag=[], *, seen={}):
    bag.append(item)
    seen[item] = len(bag)
    return bag, seen


print(defaults(1), defaults(2), defaults(3, []), defaults.__defaults__, defaults.__kwdefaults__)


def outer():
    def level1():
        def level2():
            nonlocal value
            value = "changed"
        level2()
        return value
    value = "original"
    return level1(), value


print(outer(), (lambda *a, k=1, **kw: (a, k, kw))(1, 2, k=3, z=4), (lambda: (yield))().__class__.__name__)
