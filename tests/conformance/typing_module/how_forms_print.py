# How the forms of typing print, and what they say to a wrong number of types.
from typing import (IO, Any, BinaryIO, Callable, Dict, Final, Generic, List, Literal, Match, Optional, ParamSpec,
                    Pattern, SupportsBytes, SupportsRound, Tuple, TypeVar, Union, get_args, get_origin)

T = TypeVar('T')
P = ParamSpec('P')
for form in (Tuple[()], Literal['a', None], Dict[str, None], Final[int], Callable[..., None], IO[str], Pattern[str],
             Match, List[Dict[str, T]][int], Union[int, T][str], dict[str, list[T]][int], P.args, P.kwargs):
    print(form)
for make in (lambda: Dict[int], lambda: List[int][str], lambda: Optional[int, str], lambda: Union[()],
             lambda: Callable[int], lambda: List(), lambda: Any(), lambda: Generic[int], lambda: list[int][str],
             lambda: dict[T, T][int, str]):
    try:
        print(make())
    except TypeError as error:
        print(error)
print(get_origin(int | str), get_origin(Dict[str, int]), get_args(Dict[str, None]), get_origin(Generic[T]))
print(list[T].__parameters__, int | str == Union[str, int], Union[int, str] == Union[str, int])
print(isinstance(1, SupportsBytes), isinstance(1.5, SupportsRound), issubclass(BinaryIO, IO))


class Stack(Generic[T]):
    pass


print(Stack[int]().__orig_class__, Stack[T][str])
