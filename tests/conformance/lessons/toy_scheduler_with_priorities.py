"""A cooperative scheduler on generators: priorities, messages between tasks, joins."""
import heapq
from itertools import count


class Scheduler:
    def __init__(self):
        self.heap, self.order, self.waiting, self.results = [], count(), {}, {}

    def spawn(self, name, generator, priority=5):
        heapq.heappush(self.heap, (priority, next(self.order), name, generator, None))

    def run(self):
        while self.heap:
            priority, _, name, generator, message = heapq.heappop(self.heap)
            try:
                request = generator.send(message)
            except StopIteration as stop:
                self.results[name] = stop.value
                print(f"  [{name} ends with {stop.value}]")
                for waiter in self.waiting.pop(name, ()):
                    heapq.heappush(self.heap, (*waiter[:1], next(self.order), *waiter[1:], stop.value))
                continue
            match request:
                case ("join", other) if other in self.results:
                    answer = self.results[other]
                case ("join", other):
                    self.waiting.setdefault(other, []).append((priority, name, generator))
                    continue
                case ("spawn", child, child_generator):
                    self.spawn(child, child_generator, priority - 1)
                    answer = child
                case _:
                    answer = None
            heapq.heappush(self.heap, (priority, next(self.order), name, generator, answer))
        if self.waiting:
            print("deadlock:", self.waiting.keys())


def worker(name, steps):
    for step in range(steps):
        print(name, step)
        yield
    return name.upper() * steps


def parent():
    child = yield "spawn", "kid", worker("kid", 2)
    print("parent made", child)
    first = yield "join", "kid"
    second = yield "join", "low"
    return [first, second]


s = Scheduler()
s.spawn("low", worker("low", 3), priority=9)
s.spawn("high", worker("high", 2), priority=1)
s.spawn("parent", parent())
s.spawn("lost", (x for x in [("join", "nobody")]))
s.run()
print(s.results)
