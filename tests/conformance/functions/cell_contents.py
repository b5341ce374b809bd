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
