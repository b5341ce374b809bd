# What is said of a type by Annotated: kept beside it, gathered from within, and left out of hints.
from typing import *
T=TypeVar('T')
A=Annotated[int,'m',3]
print(A.__metadata__, A.__origin__, A.__args__, A.__parameters__, get_args(A), A)
B=Annotated[A,'z', int]; print(B, B.__metadata__, B.__origin__, B.__args__)
L=Annotated[List[T],'q']; print(L[int], L[int].__metadata__, L.__parameters__)
print(A==Annotated[int,'m',3], hash(A)==hash(Annotated[int,'m',3]), A==Annotated[int,'m'], A == int)
try: Annotated[int]
except TypeError as e: print(e)
try: print(List[int].__metadata__)
except AttributeError: print('none')
def f(a: A, b: Optional[Annotated[str, 'x']] = None) -> 'Annotated[T, 1]': pass
print(get_type_hints(f)); print(get_type_hints(f, include_extras=True))
class N(TypedDict):
    a: Annotated[Required[int], 'q']
print(N.__annotations__, get_type_hints(N))
