#!/usr/bin/python3
"""Prints the random asyncio program of a seed: generate.py SEED"""

import pathlib
import random
import sys

if __package__:
    from . import further, primitives, surroundings
    from .source import Source
    from .statements import Body
else:
    sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
    import further
    import primitives
    import surroundings
    from source import Source
    from statements import Body

PRELUDE = '''\
import asyncio
import time

tasks = []
ranks = []
slots = {}


def loop():
    return asyncio.get_running_loop()


def now():
    return loop().time()


def say(*words):
    task = asyncio.current_task()
    print(now(), task.get_name() if task else "-", *words)


def show(value):
    """Results and errors, without what differs from run to run."""
    if isinstance(value, list):
        return [show(part) for part in value]
    if isinstance(value, RuntimeError) and "Task" in str(value):
        return "RuntimeError about a task"
    if isinstance(value, BaseExceptionGroup):
        return value.message, show(list(value.exceptions))
    if isinstance(value, BaseException):
        return repr(value)
    return value


def spawn(rank, coroutine, name=None):
    task = asyncio.create_task(coroutine, name=name)
    tasks.append(task)
    ranks.append(rank)
    return task


def pick(number):
    return tasks[number % len(tasks)]


def other(rank, number):
    """A task of a higher rank: thus no tasks await each other in a ring."""
    others = [t for t, r in zip(tasks, ranks) if r > rank]
    return others[number % len(others)] if others else asyncio.sleep(1, "none")


def slot(number):
    """A shared future; but for number 2 it is resolved after a while."""
    if number not in slots:
        slots[number] = loop().create_future()
        if number < 2:
            loop().call_later(2, resolve, slots[number], f"slot {number}")
    return slots[number]


def resolve(future, value):
    if not future.done():
        future.set_result(value)


def fail(future, error):
    if not future.done():
        future.set_exception(error)


def state(future):
    if future.cancelled():
        return "cancelled"
    if not future.done():
        return "pending"
    return show(future.exception() or future.result())


def tell(future):
    say("done", state(future))


class Door:
    def __init__(self, name, delay):
        self.name, self.delay = name, delay

    async def __aenter__(self):
        say("opens", self.name)
        await asyncio.sleep(self.delay)

    async def __aexit__(self, kind, error, traceback):
        say("closes", self.name, kind.__name__ if kind else "")
        await asyncio.sleep(self.delay)
'''


AGAIN = '''async def again():
    say("again", var.get(), [task.get_name() for task in asyncio.all_tasks()])
    await asyncio.sleep(1)
    print([state(task) for task in tasks])


'''
WAYS_TO_RUN = ["asyncio.run(main())"] * 6 + [
    AGAIN + """with asyncio.Runner() as runner:
    runner.run(main())
    runner.run(again())
""", AGAIN + """by_hand = asyncio.new_event_loop()
try:
    by_hand.run_until_complete(main())
    by_hand.run_until_complete(again())
finally:
    by_hand.run_until_complete(by_hand.shutdown_asyncgens())
    by_hand.close()
""", """by_hand = asyncio.new_event_loop()
asyncio.set_event_loop(by_hand)
first = by_hand.create_task(main())
first.add_done_callback(lambda task: by_hand.stop())
by_hand.run_forever()
print(by_hand.time(), state(first))
"""]


def wide_program(seed):
    """The same with all that stands around tasks: generators, contexts, pools, ways to run."""
    return program(seed, wide=True)


def full_program(seed):
    """And with what is rarer: handlers of errors, predicates, misuse, threads that wait."""
    return program(seed, wide=True, full=True)


def program(seed, wide=False, full=False):
    """The source of the program that belongs to `seed`."""
    rng = random.Random(seed)
    out = Source()
    out.line(f'"""Random program {seed}."""')
    for line in (PRELUDE + primitives.PRELUDE + (surroundings.PRELUDE if wide else "")
                 + (further.PRELUDE if full else "")).splitlines():
        out.line(line)
    functions = rng.randint(2, 5)
    for number in range(functions):
        out.line()
        out.line()
        with out.block(f"async def f{number}(n)"):
            body = Body(rng, out, number, functions, wide, full)
            body.block(2, 5)
            out.line(f'return f"f{number}-{{n}}"')
    _main(rng, out, wide, full)
    return out.text()


def _main(rng, out, wide, full):
    careful = rng.random() < 0.85
    out.line()
    out.line()
    with out.block("async def main()"):
        out.line("n = 0")
        if rng.random() < 0.1:
            out.line("tasks.append(asyncio.current_task())")
            out.line("ranks.append(-1)")
        else:
            out.line("spawn(0, f0(0))")
        body = Body(rng, out, -1, 1, wide, full)
        body.calls, body.callees = 4, range(1, 2)
        with out.block("try" if careful else "if True"):
            body.block(3, 6)
        if careful:
            with out.block("except BaseException as error"):
                out.line('say("main caught", show(error))')
        if rng.random() < 0.6:
            out.line("await asyncio.sleep(5)")
        if careful:
            with out.block("for task in tasks"):
                out.line('say(task.get_name(), state(task))')
    out.line()
    out.line()
    for line in (rng.choice(WAYS_TO_RUN) if wide else WAYS_TO_RUN[0]).splitlines():
        out.line(line)
    if full:
        out.line("over.append(True)")
    out.line('print("end")')


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    print(program(int(sys.argv[1])), end="")
