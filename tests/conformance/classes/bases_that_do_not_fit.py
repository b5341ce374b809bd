"""Two bases with slots of their own have no common layout; one, or an empty one, has."""


class First:
    __slots__ = ("first",)


class Second:
    __slots__ = ("second",)


class Empty:
    __slots__ = ()


class Plain:
    pass


for bases in [(First, Second), (int, First), (Empty, First), (Plain, First), (First, Plain, Empty), (int, str), (Exception, First)]:
    try:
        made = type("Made", bases, {})
        print(made.__bases__, made.__base__.__name__)
    except TypeError as error:
        print(error)
both = type("Both", (Plain, First), {})()
both.first, both.other = 1, 2
print(both.first, both.other)


class Entries:
    def __mro_entries__(self, bases):
        return (First, Plain)


class Through(Entries()):
    pass


print(Through.__bases__, len(Through.__orig_bases__), "__orig_bases__" in vars(First))
