"""A toy event loop with futures, tasks, timers and gather, on the protocol that await uses."""
import heapq
from collections import deque
from itertools import count


class Future:
    def __init__(self):
        self.done, self.value, self.callbacks = False, None, []

    def set(self, value):
        self.done, self.value = True, value
        for callback in self.callbacks:
            loop.ready.append((callback, value))

    def __await__(self):
        if not self.done:
            yield self
        return self.value


class Task(Future):
    def __init__(self, coro):
        super().__init__()
        self.coro = coro
        loop.ready.append((self.step, None))

    def step(self, value):
        try:
            waiting_for = self.coro.send(None)
        except StopIteration as stop:
            self.set(stop.value)
        else:
            waiting_for.callbacks.append(self.step)


class Loop:
    def __init__(self):
        self.ready, self.timers, self.now, self.order = deque(), [], 0, count()

    def later(self, delay, callback, value=None):
        heapq.heappush(self.timers, (self.now + delay, next(self.order), callback, value))

    def run(self, coro):
        main = Task(coro)
        while not main.done:
            if not self.ready:
                self.now, _, callback, value = heapq.heappop(self.timers)
                self.ready.append((callback, value))
            callback, value = self.ready.popleft()
            callback(value)
        return main.value


def sleep(delay, result=None):
    future = Future()
    loop.later(delay, future.set, result)
    return future


async def gather(*coros):
    tasks = [Task(coro) for coro in coros]
    return [await task for task in tasks]


async def cook(what, minutes):
    print(f"{loop.now:>3} start {what}")
    await sleep(minutes)
    print(f"{loop.now:>3} {what} ready")
    return what


async def main():
    rice = Task(cook("rice", 15))
    print(await gather(cook("fish", 10), cook("sauce", 5)))
    return await rice, await sleep(1, "served")


loop = Loop()
print(loop.run(main()), loop.now)
