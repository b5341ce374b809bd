"""An event loop of thirty lines: generators that yield what they wait for."""
import heapq
from collections import deque
from types import coroutine


class Loop:
    def __init__(self):
        self.ready = deque()
        self.sleeping = []
        self.now = 0.0
        self.sequence = 0

    def spawn(self, task, name):
        self.ready.append((name, task))

    def call_later(self, delay, name, task):
        self.sequence += 1
        heapq.heappush(self.sleeping, (self.now + delay, self.sequence, name, task))

    def run(self):
        while self.ready or self.sleeping:
            if not self.ready:
                self.now, _, name, task = heapq.heappop(self.sleeping)
                self.ready.append((name, task))
            name, task = self.ready.popleft()
            try:
                operation, value = task.send(None)
            except StopIteration as stop:
                print(f"{self.now:4.1f}  {name} returned {stop.value!r}")
                continue
            getattr(self, operation)(value, name, task)


@coroutine
def sleep(seconds):
    yield "call_later", seconds


@coroutine
def pause():
    yield "again", None


Loop.again = lambda self, _, name, task: self.ready.append((name, task))


async def countdown(n, delay):
    start = n
    while n > 0:
        print("      down", n)
        await sleep(delay)
        n -= 1
    await pause()
    return f"{start} steps"


async def countup(limit, delay):
    for x in range(limit):
        print("      up", x)
        await sleep(delay)


def legacy():
    """A bare generator is a task as good as any."""
    for letter in "abc":
        print("      legacy", letter)
        yield "call_later", 1.5


loop = Loop()
loop.spawn(countdown(4, 1), "countdown")
loop.spawn(countup(6, 0.5), "countup")
loop.spawn(legacy(), "legacy")
loop.run()
print("the clock stands at", loop.now)
