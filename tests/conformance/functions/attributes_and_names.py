"""Functions are objects: __name__, __doc__, attributes of their own."""


def documented(a: int, b: "text" = 1) -> str:
    """Says what it does."""

documented.calls = 3
print(documented.__name__, documented.__doc__, documented.calls)
print(documented.__qualname__, documented.__module__)
print((lambda: 0).__name__, documented.__defaults__)


class C:
    def method(self):
        def inner(): pass
        return inner

print(C.method.__qualname__, C().method().__qualname__)
