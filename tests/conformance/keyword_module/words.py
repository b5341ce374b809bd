"""Keywords, and words that are keywords only in their place."""
import inspect
import keyword
from bisect import insort_right
from dataclasses import MISSING, dataclass, fields
from datetime import MAXYEAR, MINYEAR, date
from pprint import PrettyPrinter

print(keyword.softkwlist, [word for word in ("match", "async", "print", "None") if keyword.iskeyword(word)], len(keyword.kwlist))
row = [1, 2, 2, 3]
insort_right(row, 2)
print(row, MINYEAR, MAXYEAR, date.max.year == MAXYEAR)


@dataclass
class Cell:
    a: int
    b: int = 2


print([each.default is MISSING for each in fields(Cell)])
PrettyPrinter(width=20, indent=2).pprint({"first": [1, 2, 3], "second": "words"})
print(PrettyPrinter(depth=1).pformat([1, [2, [3]]]), inspect.cleandoc("  a\n    b\n  c"))
