"""All of typing, and what its forms make of their arguments."""
import typing
from typing import *
for n in ['Deque','Counter','DefaultDict','Pattern','Match','OrderedDict','ChainMap','ContextManager','AsyncContextManager']:
    print(n, n in globals(), n in typing.__all__)
T=TypeVar('T'); K=TypeVar('K')
print(Callable[[T],K][int,str], Callable[[int],T][str], Callable[...,T][int])
print(Literal[1,1], Literal[1,Literal[2,1]], Literal[1,True], Literal['a','a',2])
print(Literal[1,2]==Literal[2,1], Literal[1]==Literal[True])
for f in [lambda: Generic[T,T], lambda: Generic[int], lambda: Generic[()], lambda: List[int,str], lambda: Dict[int], lambda: Callable[int], lambda: Callable[[int],str,3], lambda: Optional[int,str], lambda: Union[()], lambda: Literal[()], lambda: ClassVar[int,str], lambda: Tuple[...], lambda: TypeVar('A',int), lambda: TypeVar('A',bound=int,covariant=True,contravariant=True), lambda: List[int][str], lambda: Callable[[T],K][int]]:
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
class Box(Generic[T]):
    def __init__(self,x:T): self.x=x
print(Box[int], Box[int](3).x, Box[T][str], Box.__parameters__, Box[int].__args__, Box[int].__origin__, Box.__orig_bases__)
try: Box[int,str]
except TypeError as e: print(e)
class Two(Box[T],Generic[T,K]): pass
print(Two[int,str],Two.__parameters__, Two.__mro__)
print(get_type_hints(Box.__init__), get_args(Dict[str,int]), get_origin(Dict[str,int]), get_args(Callable[[int],str]))
print(Dict[T,List[K]][int,str], Union[T,int][int], Union[int,str,int], Optional[T][int], Tuple[T,...][int], Type[T], Annotated[int,'x'], Annotated[T,'y'][int])
print(repr(T), TypeVar('B',bound=int), TypeVar('C',covariant=True), ParamSpec('P'), NewType('U',int), Any, NoReturn, Self, Final[int], ClassVar[int])
print(Deque[int], DefaultDict[str,int], Counter[str], ChainMap[int,str], OrderedDict[int,str], Pattern[str], Match[str], ContextManager[int], AsyncContextManager[int], Awaitable[int], Coroutine[int,int,int], Iterable[T][int])
@runtime_checkable
class P(Protocol):
    def f(self)->int: ...
class Q:
    def f(self): return 1
print(isinstance(Q(),P), isinstance(3,P))
class Mv(TypedDict, total=False):
    a: int
    b: Required[str]
print(Mv(a=1), Mv.__annotations__, Mv.__required_keys__, Mv.__total__)
class NT(NamedTuple):
    x: int
    y: str='a'
print(NT(1), NT._field_defaults, NT.__annotations__)
print(cast(int,"a"), TYPE_CHECKING, AnyStr, Text, IO, TextIO, Hashable, Sized)
print(sorted(typing.__all__))
