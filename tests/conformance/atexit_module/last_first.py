"""What atexit was given is called when the program ends, the last first, whatever the end."""
import asyncio
import atexit


@atexit.register
def goodbye():
    print("goodbye")


def part(*names, **options):
    print("part", names, options)


def register_more():
    print("more")
    atexit.register(part, "registered late")


async def main():
    atexit.register(part, "from a task")
    await asyncio.sleep(1)


atexit.register(part, 1, 2, key="value")
atexit.register(register_more)
dropped = atexit.register(lambda: print("never"))
atexit.unregister(dropped)
try:
    atexit.register(5)
except TypeError as error:
    print(error)
print(atexit.register(goodbye) is goodbye)
asyncio.run(main())
raise ValueError("the end")
