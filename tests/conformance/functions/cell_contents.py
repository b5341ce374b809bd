"""What a closure holds: its cells and their contents."""


def outer(step):
    total = 10

    def add():
        return total + step + later

    cells = dict(zip(add.__code__.co_freevars, add.__closure__))
    print({name: cell.cell_contents for name, cell in cells.items() if name != "later"})
    try:
        cells["later"].cell_contents
    except ValueError as error:
        print(error)
    later = 1
    print(cells["later"].cell_contents, add())
    return add


print(outer(2).__closure__[1].cell_contents, (lambda: 1).__closure__)


# A cell can be made by itself, changed and compared.
import types

box = types.CellType(1)
print(box == types.CellType(1), box < types.CellType(2), types.CellType() < box, str(box)[:9])
add = outer(3)
add.__closure__[2].cell_contents = 100
print(add())
del box.cell_contents
try:
    box.cell_contents
except ValueError as error:
    print(error, types.CellType() == box)
for wrong in (lambda: types.CellType(1, 2), lambda: types.CellType(value=1)):
    try:
        wrong()
    except TypeError as error:
        print(error)
