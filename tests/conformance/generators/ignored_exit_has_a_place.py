# What a dying generator raises is told with the line that let it go.
def stubborn():
    try:
        yield 1
    except GeneratorExit:
        yield 2


def use():
    held = stubborn()
    next(held)
    del held
    print("on")


use()
