"""A generator cannot be resumed from inside itself."""


def selfish():
    yield next(me)

me = selfish()
try:
    next(me)
except ValueError as error:
    print(error)


async def coroutine():
    pass

c = coroutine()
try:
    iter(c)
except TypeError as error:
    print(error)
c.close()
