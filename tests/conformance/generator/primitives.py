"""Random statements about groups, waits, locks, conditions, barriers and queues.

The shared objects are made at the first use by the functions of `PRELUDE`.
Most waits for them are limited, for nobody promises to end them.
"""

PRELUDE = '''

things = {}
MAKERS = {
    "lock": asyncio.Lock, "event": asyncio.Event, "condition": asyncio.Condition,
    "semaphore": lambda: asyncio.Semaphore(2), "barrier": lambda: asyncio.Barrier(2),
    "bounded": lambda: asyncio.BoundedSemaphore(1), "queue": lambda: asyncio.Queue(2),
    "lifo": asyncio.LifoQueue, "priority": lambda: asyncio.PriorityQueue(3)}


def thing(kind, number):
    if (kind, number) not in things:
        things[kind, number] = MAKERS[kind]()
    return things[kind, number]


async def limited(awaitable, seconds):
    try:
        async with asyncio.timeout(seconds):
            say("limited", show(await awaitable))
    except TimeoutError:
        say("limit of", seconds)


async def notified(condition, seconds):
    async with condition:
        await limited(condition.wait(), seconds)


async def notify(condition, count):
    async with condition:
        condition.notify(count)


def nowait(call, *args):
    try:
        say("nowait", call(*args))
    except (asyncio.QueueEmpty, asyncio.QueueFull, ValueError) as error:
        say("nowait", show(error))


def others(rank, number, count):
    """Tasks of a higher rank, at least one."""
    found = [t for t, r in zip(tasks, ranks) if r > rank]
    if not found:
        return [spawn(9, asyncio.sleep(1, "none"))]
    return [found[(number + i) % len(found)] for i in range(count)]


def in_thread(name, seconds, calls_back=None):
    print(time.monotonic(), "thread", name, "begins")
    time.sleep(seconds)
    print(time.monotonic(), "thread", name, "ends")
    if calls_back:
        calls_back.call_soon_threadsafe(print, "called from", name)
    if name.startswith("e"):
        raise ValueError(name)
    return name


def spawn_in(group, rank, coroutine):
    task = group.create_task(coroutine)
    tasks.append(task)
    ranks.append(rank)
    return task
'''

LIMITS = [0, 0.1, 0.5, 1, 1, 2]


class Primitives:
    """The statements, to be mixed into a Body."""

    def _limit(self):
        return repr(self.rng.choice(LIMITS))

    def _thing(self, kind):
        return f'thing("{kind}", {self.rng.randint(0, 1)})'

    def _queue(self):
        return self._thing(self.rng.choice(["queue", "queue", "lifo", "priority"]))

    def group(self):
        name = self.fresh("group")
        with self.out.block("try"):
            with self.out.block(f"async with asyncio.TaskGroup() as {name}"):
                for _ in range(self.rng.randint(1, 3)):
                    coroutine = self.coroutine()
                    rank = coroutine[1] if coroutine[0] == "f" else 9
                    self.out.line(f"spawn_in({name}, {rank}, {coroutine})")
                self.block(1, 2)
        with self.out.block("except BaseExceptionGroup as error"):
            self.out.line('say("group", show(error))')

    def wait_for_some(self):
        until = self.rng.choice(["FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED"])
        limit = f", timeout={self._limit()}" if self.chance(0.6) else ""
        self.out.line(f"done, pending = await asyncio.wait(others({self.number}, "
                      f"{self.rng.randint(0, 9)}, {self.rng.randint(1, 3)}){limit}, "
                      f"return_when=asyncio.{until})")
        self.out.line('say("waited", [state(t) for t in done], len(pending))')

    def as_they_complete(self):
        count = self.rng.randint(1, 3)
        parts = ", ".join(self.awaitable(1) for _ in range(count))
        limit = f", timeout={self._limit()}" if self.chance(0.4) else ""
        with self.out.block(f"for each in asyncio.as_completed([{parts}]{limit})"):
            with self.out.block("try"):
                self.out.line('say("next", show(await each))')
            with self.out.block("except Exception as error"):
                self.out.line('say("next raised", show(error))')

    def locked(self):
        kind = self.rng.choice(["lock", "lock", "semaphore", "bounded", "condition"])
        with self.out.block(f"async with {self._thing(kind)}"):
            self.block(1, 2)

    def event(self):
        event = self._thing("event")
        self.out.line(self.rng.choice([
            f"await limited({event}.wait(), {self._limit()})",
            f"await limited({event}.wait(), {self._limit()})",
            f"{event}.set()", f"{event}.clear()",
            f"loop().call_later({self.delay()}, {event}.set)"]))

    def condition_turn(self):
        condition = self._thing("condition")
        self.out.line(self.rng.choice([
            f"await notified({condition}, {self._limit()})",
            f"await notified({condition}, {self._limit()})",
            f"await notify({condition}, {self.rng.randint(1, 3)})"]))

    def barrier(self):
        barrier = self._thing("barrier")
        self.out.line(self.rng.choice([
            f"await limited({barrier}.wait(), {self._limit()})",
            f"await limited({barrier}.wait(), {self._limit()})",
            f"await limited({barrier}.wait(), {self._limit()})",
            f"await {barrier}.reset()",
            f'say("barrier", {barrier}.n_waiting, {barrier}.broken)']))

    def thread(self):
        call = f"in_thread, {self.label()}, {self._limit()}"
        if self.chance(0.3):
            call += ", loop()"
        call = self.rng.choice([f"asyncio.to_thread({call})",
                                f"loop().run_in_executor(None, {call})"])
        how = self.rng.random()
        if how < 0.5:
            with self.out.block("try"):
                self.out.line(f'say("thread gave", show(await {call}))')
            with self.out.block("except ValueError as error"):
                self.out.line('say("thread raised", show(error))')
        elif how < 0.8:
            self.out.line(f"await limited({call}, {self._limit()})")
        else:
            self.out.line(f'say("both", show(await asyncio.gather({call}, '
                          f"{self.awaitable(2)}, return_exceptions=True)))")

    def queue(self):
        queue = self._queue()
        item = self.label()
        self.out.line(self.rng.choice([
            f"await limited({queue}.put({item}), {self._limit()})",
            f"await limited({queue}.put({item}), {self._limit()})",
            f"await limited({queue}.get(), {self._limit()})",
            f"await limited({queue}.get(), {self._limit()})",
            f"nowait({queue}.put_nowait, {item})", f"nowait({queue}.get_nowait)",
            f"nowait({queue}.task_done)",
            f"await limited({queue}.join(), {self._limit()})",
            f'say("size", {queue}.qsize(), {queue}.full())']))


PLAIN = [("wait_for_some", 5), ("event", 4), ("condition_turn", 4), ("barrier", 4),
         ("queue", 8), ("thread", 5)]
NESTED = [("group", 8), ("as_they_complete", 4), ("locked", 6)]
