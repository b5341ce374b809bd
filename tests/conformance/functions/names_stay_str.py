def named():
    pass


class Named:
    pass


def tell(action):
    try:
        print(action())
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)


for thing in (named, Named):
    for name in ("__name__", "__qualname__"):
        tell(lambda: setattr(thing, name, 5))
        tell(lambda: delattr(thing, name))
        tell(lambda: setattr(thing, name, "renamed"))
        print(getattr(thing, name))
one = Named()
one.x = 1
tell(lambda: delattr(one, "__dict__"))
print(one.__dict__)
one.y = 2
print(one.__dict__)
tell(lambda: delattr(named, "__dict__"))
tell(lambda: delattr(ValueError(), "__dict__"))
