"""Packages, their submodules, relative imports inside, and folders without __init__."""
import asyncio
import shapes.flat.square
import shapes.flat.square as square
from shapes import names
from wide.deep.leaf import pause
from wide import deep

print(shapes.names is names, square.side, shapes.flat.square.side)
print(shapes.__name__, names.__package__, square.__package__, deep.__name__)
print([part.rsplit("/", 1)[-1] for part in shapes.__path__])


async def main():
    print(await asyncio.gather(pause(2, "slow"), pause(1, "quick")))


asyncio.run(main())
