# typing's protocols of one method each: Supports….
from typing import Protocol, TypeVar, runtime_checkable


@runtime_checkable
class SupportsInt(Protocol):
    __module__ = 'typing'

    def __int__(self):
        pass


@runtime_checkable
class SupportsFloat(Protocol):
    __module__ = 'typing'

    def __float__(self):
        pass


@runtime_checkable
class SupportsIndex(Protocol):
    __module__ = 'typing'

    def __index__(self):
        pass


@runtime_checkable
class SupportsAbs(Protocol):
    __module__ = 'typing'

    def __abs__(self):
        pass


@runtime_checkable
class SupportsComplex(Protocol):
    __module__ = 'typing'

    def __complex__(self):
        pass


@runtime_checkable
class SupportsBytes(Protocol):
    __module__ = 'typing'

    def __bytes__(self):
        pass


_T_co = TypeVar('T_co', covariant=True)


@runtime_checkable
class SupportsRound(Protocol[_T_co]):
    __module__ = 'typing'

    def __round__(self, ndigits=0):
        pass
