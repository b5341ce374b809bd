"""What a cycle hid is reported at the end before the modules go, what a name held after they went."""


async def lost():
    pass


async def held():
    pass


def hide():
    cycle = [lost()]
    cycle.append(cycle)


hide()
name = held()
print("end")
