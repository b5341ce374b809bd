"""An asynchronous event emitter: on, once, off, wildcards, wait_for, and errors in listeners."""
import asyncio
import inspect
from collections import defaultdict


class Emitter:
    def __init__(self):
        self._listeners = defaultdict(list)

    def on(self, event, listener=None, *, once=False):
        if listener is None:
            return lambda function: self.on(event, function, once=once)
        self._listeners[event].append((listener, once))
        return listener

    def off(self, event, listener):
        self._listeners[event] = [entry for entry in self._listeners[event] if entry[0] is not listener]

    def wait_for(self, event):
        future = asyncio.get_running_loop().create_future()
        self.on(event, future.set_result, once=True)
        return future

    async def emit(self, event, value=None):
        chosen = []
        for pattern, entries in self._listeners.items():
            if event == pattern or pattern.endswith("*") and event.startswith(pattern[:-1]):
                chosen += entries
                self._listeners[pattern] = [entry for entry in entries if not entry[1]]
        results = await asyncio.gather(*(self._call(listener, value) for listener, _ in chosen), return_exceptions=True)
        for result in results:
            if isinstance(result, Exception):
                print(f"  a listener of {event} failed: {result!r}")
        return len(results)

    @staticmethod
    async def _call(listener, value):
        result = listener(value)
        return await result if inspect.isawaitable(result) else result


bus = Emitter()


@bus.on("user.*")
async def audit(value):
    await asyncio.sleep(0.2)
    print("  audit:", value)


@bus.on("user.login", once=True)
def welcome(value):
    print("  first login ever:", value)


@bus.on("user.delete")
def forbid(value):
    raise PermissionError(value)


async def main():
    waiting = asyncio.create_task(asyncio.wait_for(bus.wait_for("done"), 5))
    await asyncio.sleep(0)
    for event, value in (("user.login", "ann"), ("user.login", "bob"), ("user.delete", "bob"), ("other", 1)):
        print(event, value)
        print("  listeners:", await bus.emit(event, value))
    bus.off("user.*", audit)
    print(await bus.emit("user.login", "cid"), await bus.emit("done", "all done"), await waiting, await bus.emit("done"))

asyncio.run(main())
