"""del takes a name, an item or an attribute away."""
x = 1
del x
try:
    x
except NameError as error:
    print(error)


def local():
    y = 1
    del y
    try:
        return y
    except UnboundLocalError as error:
        print(error)

local()
items = [1, 2, 3, 4, 5]
del items[0], items[-1]
del items[1:]
table = {"a": 1, "b": 2}
del table["a"]
print(items, table)
