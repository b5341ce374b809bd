"""What fields() gives: how each is to be treated, and of which kind it is."""
import re
from dataclasses import MISSING, InitVar, dataclass, field, fields


@dataclass
class Part:
    name: str
    weight: float = 1.5
    tags: list = field(default_factory=list, repr=False, metadata={'unit': 'kg'})
    given: InitVar[int] = 0


for each in fields(Part):
    print(re.sub(' at 0x[0-9a-f]+', '', repr(each)))
print(fields(Part)[0].default is MISSING, type(MISSING).__name__, fields(Part)[2].metadata['unit'])
