"""Methods that call what a type does itself are method-wrappers of the object's own type, and say where it is."""


class Inheriting:
    pass


inheriting = Inheriting()
for method, owner in (((1).__add__, 1), ("a".__add__, "a"), ([].__len__, None), (inheriting.__init__, inheriting), (inheriting.__repr__, inheriting),
                      (object().__eq__, None), (len.__call__, len), (Inheriting.__call__, Inheriting), (print.__repr__, print), ([].append, None)):
    print(str(method).split(" at 0x")[0])
    if owner is not None:
        print(hex(id(owner)) in repr(method))
for made in (int, object):
    print(str(made.__new__).split(" at 0x")[0], hex(id(made)) in repr(made.__new__))
