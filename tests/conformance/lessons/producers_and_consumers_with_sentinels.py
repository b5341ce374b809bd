"""Several producers feed a bounded queue; a sentinel for each consumer ends the show."""
import asyncio
from dataclasses import dataclass, field
from itertools import count

DONE = object()
numbers = count(1)


@dataclass(order=True)
class Order:
    number: int
    dish: str = field(compare=False)
    cook_time: float = field(default=0.5, compare=False)


async def waiter(name, menu, queue):
    for dish, seconds in menu:
        order = Order(next(numbers), dish, seconds)
        await queue.put(order)
        print(f"[{name}] took {order}")
        await asyncio.sleep(0.1)


async def cook(name, queue):
    cooked = 0
    while (order := await queue.get()) is not DONE:
        await asyncio.sleep(order.cook_time)
        cooked += 1
        print(f"    [{name}] #{order.number} {order.dish!r} is ready")
    print(f"    [{name}] goes home after {cooked} dishes")
    return cooked


async def main():
    queue = asyncio.Queue(maxsize=2)
    cooks = [asyncio.create_task(cook(name, queue), name=name)
             for name in ("Ann", "Bob")]
    await asyncio.gather(
        waiter("east", [("soup", 0.4), ("pie", 1.25), ("tea", 0.05)], queue),
        waiter("west", [("rice", 0.3), ("fish", 0.8)], queue),
    )
    for _ in cooks:
        await queue.put(DONE)
    print("dishes:", sum(await asyncio.gather(*cooks)))
    print(queue)


if __name__ == "__main__":
    asyncio.run(main())
