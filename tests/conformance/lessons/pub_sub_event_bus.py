"""An event bus: handlers, plain or coroutine, by decorator, with priorities."""
import asyncio
from collections import defaultdict


class Bus:
    def __init__(self):
        self._handlers = defaultdict(list)

    def on(self, name, *, priority=0):
        def register(handler):
            self._handlers[name].append((priority, handler))
            self._handlers[name].sort(key=lambda pair: -pair[0])
            return handler
        return register

    async def emit(self, name, /, **data):
        results = []
        for _, handler in [*self._handlers[name], *self._handlers["*"]]:
            result = handler(name, **data)
            if asyncio.iscoroutine(result):
                result = await result
            results.append(result)
        return results


bus = Bus()


@bus.on("order", priority=1)
async def charge(event, *, item, price, **_):
    await asyncio.sleep(0.3)
    return f"charged {price:.2f} for {item}"


@bus.on("order")
def log(event, **data):
    return f"{event}: {data}"


@bus.on("*")
def everything(event, **data):
    return f"seen {event} with {sorted(data)}"


@bus.on("order", priority=5)
class Counter:
    seen = 0

    def __init__(self, event, **_):
        Counter.seen += 1

    def __repr__(self):
        return f"<{self.seen} orders>"


async def main():
    for item, price in (("tea", 2.5), ("cake", 3)):
        print(await bus.emit("order", item=item, price=price, note=None))
    print(await bus.emit("nothing"))
    try:
        await bus.emit("order", item="no price")
    except TypeError as error:
        print(error)


asyncio.run(main())
