"""Which builtin types and classes of one's own fit which abstract collection."""
from collections.abc import (AsyncGenerator, AsyncIterable, ByteString, Collection, Container, Hashable, MappingView,
                             Reversible, Set, ValuesView, Iterable)


async def agen():
    yield 1


class Bag:
    def __contains__(self, item):
        return True


class Whole(Bag):
    def __iter__(self):
        return iter(())

    def __len__(self):
        return 0


values = {"list": [], "dict": {}, "set": set(), "text": "", "bytes": b"", "range": range(3), "values": {}.values(), "keys": {}.keys(),
          "generator": (x for x in ()), "async": agen(), "bag": Bag(), "whole": Whole(), "function": len, "int": 5}
for kind in (AsyncGenerator, AsyncIterable, ByteString, Collection, Container, Hashable, MappingView, Reversible, Set, ValuesView, Iterable):
    print(f"{kind.__name__:<16}", *(name for name, value in values.items() if isinstance(value, kind)))
