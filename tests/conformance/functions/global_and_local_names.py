"""A name assigned in a function is local to all of it."""
x = "global"


def read():
    return x


def too_early():
    print(x)
    x = 1


def change():
    global x
    x = "changed"

print(read())
try:
    too_early()
except UnboundLocalError as error:
    print(error)
change()
print(read())
try:
    print(undefined_name)
except NameError as error:
    print(error)
