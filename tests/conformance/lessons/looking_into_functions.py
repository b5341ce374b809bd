"""inspect and attributes: signatures, docs, sources of names, classes opened, and call binding."""
import inspect


class Base:
    """The base."""

    kind = "base"

    def greet(self, name: str = "you", *, loud: bool = False) -> str:
        """Greets somebody.

        Loudly, if asked.
        """
        text = f"hello {name}"
        return text.upper() if loud else text

    @classmethod
    def make(cls):
        return cls()

    @staticmethod
    def helper(x):
        return x

    @property
    def mood(self):
        """How it feels."""
        return "fine"


class Child(Base):
    def greet(self, name):
        return super().greet(name) + "!"


def outer(factor):
    def inner(n):
        return n * factor
    return inner


signature = inspect.signature(Base.greet)
print(signature, signature.return_annotation, list(signature.parameters))
print(inspect.signature(Base().greet), inspect.signature(Base.make), inspect.signature(Child), inspect.signature(outer(1)))
bound = signature.bind(None, "Ann", loud=True)
print(bound.arguments, Base().greet(*bound.args[1:], **bound.kwargs))
try:
    signature.bind(1, 2, 3)
except TypeError as error:
    print(error)
print(inspect.getdoc(Base.greet).splitlines(), Base.greet.__doc__.count("\n"), inspect.getdoc(Child), Base.mood.__doc__, Child.__doc__)
print(inspect.isfunction(Base.greet), inspect.ismethod(Base().greet), inspect.isclass(Base), inspect.isbuiltin(len), inspect.ismodule(inspect))
print(Base.greet.__annotations__, Base.greet.__kwdefaults__, Base.greet.__qualname__, outer(2).__qualname__, outer.__code__.co_argcount, outer.__code__.co_varnames)
print(inspect.getmro(Child), Child.__bases__, Child.__name__, Child.__module__, Child.mro()[1] is Base)
print([name for name in dir(Child) if not name.startswith("__")], sorted(vars(Child))[-1], vars(Base)["kind"], "greet" in Child.__dict__)
method = Child().greet
print(method("Bo"), method.__self__.__class__.__name__, method.__func__ is Child.greet, type(method).__name__, type(Base.__dict__["make"]).__name__)
print(callable(Base), callable(Base()), hasattr(Base, "kind"), getattr(Base(), "nothing", "default"), issubclass(Child, (int, Base)), isinstance(Child, type))
spec = inspect.getfullargspec(Base.greet)
print(spec.args, spec.defaults, spec.kwonlyargs)
print({name: type(value).__name__ for name, value in sorted(vars(Base).items()) if not name.startswith("__")})
