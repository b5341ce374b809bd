"""Which parameter gets what: getcallargs."""
import inspect


def plain(a, b=2, *rest, c, d=4, **more):
    pass


class Owner:
    def method(self, x, y=3):
        pass


print(inspect.getcallargs(plain, 1, c=5), inspect.getcallargs(plain, 1, 2, 3, 4, d=1, c=2, z=9, y=8))
print(inspect.getcallargs(lambda x, y=1: x, 5), list(inspect.getcallargs(Owner().method, 5))[1:])
print(inspect.getcallargs(Owner.method, 'me', y=1, x=2))
for function, arguments, keywords in [(plain, (), {}), (plain, (1,), {}), (lambda x: x, (1, 2), {}), (Owner.method, (1,), {}),
                                      (lambda x: x, (1,), {'x': 2}), (lambda x: x, (1,), {'y': 2}), (Owner().method, (), {})]:
    try:
        print(inspect.getcallargs(function, *arguments, **keywords))
    except TypeError as error:
        print(error)
