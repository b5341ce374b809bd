"""The words for missing and surplus arguments."""


def none(): pass
def one(a): pass
def two(a, b): pass
def three(a, b, c=0): pass

for call in (lambda: none(1), lambda: one(), lambda: two(), lambda: two(1),
             lambda: three(1, 2, 3, 4), lambda: one(1, 2),
             lambda: one(a=1, b=2), lambda: one(1, a=1)):
    try:
        call()
    except TypeError as error:
        print(error)
