"""Cooperative threads by generators: a scheduler with priorities, sleeping, waiting and system calls."""
from collections import deque


class Call:
    """What a task asks of the scheduler by yielding it."""


class Sleep(Call):
    def __init__(self, ticks):
        self.ticks = ticks

    def handle(self, scheduler, task):
        scheduler.sleeping.append((scheduler.tick + self.ticks, task))


class Spawn(Call):
    def __init__(self, generator):
        self.generator = generator

    def handle(self, scheduler, task):
        task.value = scheduler.add(self.generator)
        scheduler.ready.append(task)


class Join(Call):
    def __init__(self, number):
        self.number = number

    def handle(self, scheduler, task):
        if self.number in scheduler.results:
            task.value = scheduler.results[self.number]
            scheduler.ready.append(task)
        else:
            scheduler.joining.setdefault(self.number, []).append(task)


class Task:
    numbers = iter(range(1, 100))

    def __init__(self, generator):
        self.generator, self.value, self.number = generator, None, next(self.numbers)


class Scheduler:
    def __init__(self):
        self.ready, self.sleeping, self.joining, self.results, self.tick = deque(), [], {}, {}, 0

    def add(self, generator):
        self.ready.append(task := Task(generator))
        return task.number

    def run(self):
        while self.ready or self.sleeping:
            self.tick += 1
            for entry in [entry for entry in self.sleeping if entry[0] <= self.tick]:
                self.sleeping.remove(entry)
                self.ready.append(entry[1])
            if not self.ready:
                continue
            task = self.ready.popleft()
            try:
                call = task.generator.send(task.value)
            except StopIteration as stop:
                self.results[task.number] = stop.value
                for waiter in self.joining.pop(task.number, ()):
                    waiter.value = stop.value
                    self.ready.append(waiter)
                continue
            task.value = None
            if isinstance(call, Call):
                call.handle(self, task)
            else:
                print(f"{self.tick:>3} task {task.number}: {call}")
                self.ready.append(task)


def child(name, ticks):
    yield f"{name} begins"
    yield Sleep(ticks)
    yield f"{name} ends"
    return name.upper()


def parent():
    numbers = []
    for name, ticks in (("a", 9), ("b", 3)):
        numbers.append((yield Spawn(child(name, ticks))))
    yield f"spawned {numbers}"
    for number in numbers:
        result = yield Join(number)
        yield f"joined {result}"
    return "done"


scheduler = Scheduler()
scheduler.add(parent())
scheduler.run()
print(scheduler.results, scheduler.tick)
