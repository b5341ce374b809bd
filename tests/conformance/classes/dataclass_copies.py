"""asdict and astuple copy what they find; make_dataclass looks at its fields; a descriptor as default learns its name."""
from collections import Counter, OrderedDict
from dataclasses import asdict, astuple, dataclass, field, fields, make_dataclass


class Thing:
    def __init__(self):
        self.items = [1]


@dataclass
class Box:
    tags: set = field(default_factory=set)
    ordered: OrderedDict = field(default_factory=OrderedDict)
    thing: Thing = field(default_factory=Thing, metadata={'unit': 'cm'})


box = Box({1}, OrderedDict(a=[1]))
as_dict = asdict(box)
as_dict['tags'].add(99)
as_dict['thing'].items.append(2)
as_dict['ordered']['a'].append(3)
print(box.tags, as_dict['ordered'], box.ordered, box.thing.items, as_dict['thing'] is box.thing)
as_tuple = astuple(box)
as_tuple[0].add(5)
print(box.tags, as_tuple[1])
print(fields(Box)[2].metadata, fields(Box)[0].metadata)
try:
    fields(Box)[2].metadata['unit'] = 'm'
except TypeError as error:
    print(error)


class Named:
    def __set_name__(self, owner, name):
        self.name = '_' + name
        print('called', name)

    def __get__(self, instance, owner):
        return 100 if instance is None else getattr(instance, self.name, 7)

    def __set__(self, instance, value):
        setattr(instance, self.name, int(value))


@dataclass
class Described:
    count: int = field(default=Named())
    other: int = Named()


print(Described('3'), Described(other=2))

for wrong in (['a', 'a'], ['1a'], ['class'], [('a', int, 1, 2)], [5], [(5, int)]):
    try:
        print(make_dataclass('Made', wrong))
    except TypeError as error:
        print(error)
Made = make_dataclass('Made', ['a', ('b', int), ('c', int, field(default=3))], namespace={'total': lambda self: self.b + self.c})
print(Made(1, 2), Made(1, 2).total(), Made.__annotations__, Made.__module__)
