from enum import *
def d(f):
    try: r=f()
    except Exception as e: print(f.__name__, type(e).__name__, e, '| cause', type(e.__cause__).__name__, '| ctx', type(e.__context__).__name__)
    else: print(f.__name__, 'ok', r)
class C(Enum):
    RED=1
def extend():
    class D(C): X=2
def dup():
    class D(Enum):
        A=1
        A=2
def dup2():
    class D(Enum):
        A=1
        def A(self): pass
def dup3():
    class D(Enum):
        def A(self): pass
        A=1
def sunder():
    class D(Enum):
        _foo_=1
def gen_late():
    class D(Enum):
        A=1
        def _generate_next_value_(n,s,c,l): return n
def gen():
    class D(Enum):
        def _generate_next_value_(n,s,c,l): return n.lower(),c
        A=auto(); B=auto()
    return list(D)
def planet():
    class Planet(Enum):
        EARTH=(5.97,6.37)
        MARS=(0.64,3.39)
        def __init__(self, mass, radius): self.mass=mass; self.radius=radius
        @property
        def dens(self): return round(self.mass/self.radius,3)
    return Planet.EARTH, Planet.MARS.dens, Planet((5.97,6.37)), Planet(5.97,6.37) if 0 else ''
def new():
    class D(bytes, Enum):
        def __new__(cls, value, label):
            o=bytes.__new__(cls,[value]); o._value_=value; o.label=label; return o
        A=(1,'x'); B=(2,'y')
    return D.A.name, D.A.label, D(2).name, D.B == b'\x02'
def missing():
    class D(Enum):
        A='a'
        @classmethod
        def _missing_(cls, value):
            if isinstance(value,str): return cls[value.upper()] if value.upper() in cls.__members__ else None
            if value==5: return 'bad'
            if value==6: raise RuntimeError('six')
    print(D('A')); 
    for v in ('q',5,6):
        try: D(v)
        except Exception as e: print(type(e).__name__, e, type(e.__context__).__name__, type(e.__cause__).__name__)
def uniq():
    @unique
    class D(Enum):
        A=1; B=1; C=2; E=2
def ignore():
    class D(Enum):
        _ignore_='x y'
        x=1
        y=2
        A=3
    return list(D), hasattr(D,'x')
def private():
    class D(Enum):
        __p=1
        A=2
    return list(D), D._D__p
def nested():
    class D(Enum):
        A=lambda: 1
        B=len
        c=property(lambda s: 5)
        E=nonmember(7)
        F=member(8)
    return list(D), D.E
def seterr():
    class SE(StrEnum): A=1
def autodup():
    class D(Enum):
        A=3; B=auto(); E='x'; F=auto()
    return list(D)
def autos():
    class D(Enum):
        A='x'; B=auto()
    return list(D)
def flag3():
    class F(Flag):
        A=1; C=4
        AC=5
        D=2|8
    return list(F)
def flag4():
    class F(Flag):
        A=3; B=auto(); N=0
    return list(F), F.A, F.N, F(0), F.B
def flag5():
    class F(Flag):
        A='x'
def ver():
    @verify(CONTINUOUS)
    class D(Enum):
        A=1; B=4
def subclassempty():
    class Base(Enum):
        def hi(self): return 'hi '+self.name
        @classmethod
        def first(cls): return list(cls)[0]
        def __str__(self): return self.name.title()
    class D(Base):
        AA=1; BB=2
    return D.AA.hi(), D.first(), str(D.BB), f'{D.BB}', repr(D.BB)
def order():
    @total_order
    class D(Enum):
        A=1
def mixin():
    class D(float, Enum):
        A=1.5; B='2.5'
    return D.A, D.B, D.A+1, D.B.value, str(D.A), f'{D.A:.3f}'
def mixin2():
    class D(int, Enum):
        A=1
    return D.A, str(D.A), f'{D.A}', f'{D.A:3}', D.A+1, D.A==1
def dc():
    class D(tuple, Enum):
        A=(1,2)
    return D.A, D.A[0]
def conform():
    class F(Flag, boundary=CONFORM): A=1;B=2
    class G(Flag, boundary=EJECT): A=1;B=2
    class H(Flag, boundary=KEEP): A=1;B=2
    return F(7), G(7), H(7), H(8), str(H(9)), ~H.A
def flagerr():
    class F(Flag): A=1;B=2
    return F(9)
def flagerr2():
    class F(Flag): A=1;B=2
    return F('x')
def eq():
    class D(Enum):
        A=[1]; B=[2]; E=[1]
    return D([1]), D.E, list(D)
def pickle():
    import copy
    return copy.copy(C.RED) is C.RED, copy.deepcopy([C.RED])[0] is C.RED
def dictkeys():
    return {C.RED:1}[C.RED], C.RED in {C.RED}
def hooks():
    class Base(Enum):
        def __init_subclass__(cls, **kw): print('sub', cls.__name__, len(cls), kw); super().__init_subclass__()
    class D(Base): A=1
def inherit_method():
    class D(Enum):
        A=1
        @staticmethod
        def s(): return 's'
        @classmethod
        def c(cls): return cls.A
        def __call__(self): return 'called'
        def __eq__(self,o): return True
        def __lt__(self,o): return self.value<o.value
    return D.s(), D.c(), D.A(), D.A==5
def isbits():
    class W(IntFlag):
        A=1; B=2; C=3
    return W.C, W.A|W.B, list(W), W(3) is W.C, list(W.C), len(W.C)
def swt():
    class T(Enum):
        LOW=auto(); HIGH=auto()
        @property
        def label(self): return {T.LOW:'l', T.HIGH:'h'}[self]
        @classmethod
        def default(cls): return cls.LOW
    return T.LOW.label, T.default(), T.HIGH.value, [t.name for t in T], {t.name:t.value for t in T}
def funcs():
    A=Enum('A',['X','Y'],module='m',qualname='q.A'); return A, A.X, A.__module__, A.__qualname__
def reprs():
    class R(ReprEnum): pass
    return R
for f in [extend,dup,dup2,sunder,gen_late,gen,planet,new,missing,uniq,ignore,private,nested,seterr,autodup,autos,flag3,flag4,ver,subclassempty,mixin,mixin2,dc,conform,flagerr,flagerr2,eq,pickle,dictkeys,hooks,inherit_method,isbits,swt,funcs,reprs]: d(f)
