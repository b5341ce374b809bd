class Meta(type):
    registry = {}

    @classmethod
    def __prepare__(mcls, name, bases, **kw):
        print('prepare', name, bases, kw)
        return {'prepared': True}

    def __new__(mcls, name, bases, ns, **kw):
        print('new', name, sorted(k for k in ns if not k.startswith('__')), kw)
        cls = super().__new__(mcls, name, bases, ns)
        mcls.registry[name] = cls
        return cls

    def __init__(cls, name, bases, ns, **kw):
        print('init', name)
        super().__init__(name, bases, ns)

    def __call__(cls, *args, **kw):
        print('call', cls.__name__, args, kw)
        return super().__call__(*args, **kw)

    def __len__(cls): return 7
    def __getitem__(cls, k): return (cls.__name__, k)
    def __iter__(cls): return iter([1, 2, 3])
    def __contains__(cls, x): return x == 5
    def __repr__(cls): return f'<Meta {cls.__name__}>'
    def __getattr__(cls, name):
        if name == 'magic': return 42
        raise AttributeError(name)
    @property
    def prop(cls): return 'prop of ' + cls.__name__


class A(metaclass=Meta, flag=1):
    x = 1
    def __init__(self, v): self.v = v


class B(A):
    def who(self): return __class__, super().__init__


print(A, B, type(B), len(A), A['k'], list(B), 5 in A, A.magic, B.prop, A.prepared)
b = B(3)
print(b.v, isinstance(b, A), isinstance(A, Meta), b.who()[0], Meta.registry)
try: A.nothing
except AttributeError as e: print(e)
C = Meta('C', (B,), {'y': 2})
print(C.y, C, type(C).__mro__)
B.y = 5; print(B.y, C.y); del B.y


class Singleton(type):
    _instances = {}
    def __call__(cls, *args, **kwargs):
        if cls not in cls._instances:
            cls._instances[cls] = super().__call__(*args, **kwargs)
        return cls._instances[cls]


class Config(metaclass=Singleton):
    def __init__(self): print('made')


print(Config() is Config())
class Other(type): pass
try:
    class D(A, metaclass=Other): pass
except TypeError as e: print(e)
try:
    class D(Config, A): pass
except TypeError as e: print(e)

from abc import ABC, ABCMeta, abstractmethod
class Shape(metaclass=ABCMeta):
    @abstractmethod
    def area(self): ...
class Sq(Shape):
    def area(self): return 1
try: Shape()
except TypeError as e: print(e)
print(Sq().area(), type(Shape), type(Sq), isinstance(Sq(), Shape))
class P(ABC):
    @property
    @abstractmethod
    def name(self): ...
    @abstractmethod
    async def run(self): ...
class Q(P):
    name = 'q'
try: Q()
except TypeError as e: print(e)
@Shape.register
class Foo: pass
print(isinstance(Foo(), Shape), issubclass(Foo, Shape), type(P))
def fn_meta(name, bases, ns): return (name, bases, ns['z'])
class Z(metaclass=fn_meta):
    z = 3
print(Z)
X = type('X', (), {'a': 1}); print(X, X.a, X().__class__)
class Ordered(dict):
    def __setitem__(self, k, v):
        if not k.startswith('__'): print('set', k)
        super().__setitem__(k, v)
class M2(type):
    def __prepare__(name, bases): return Ordered()
class E(metaclass=M2):
    a = 1
    b = a + 1
    del a
    def f(self): pass
print(E.b)
