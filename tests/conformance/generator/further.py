"""Random statements about what is rarer: handlers of errors, handles, predicates, broken barriers,
groups of exceptions, generators that are misused, threads that wait for the loop.
"""

PRELUDE = '''

import threading

counts = [0]
over = []
signals = {}
streams = []


def handled(the_loop, context):
    """What the loop reports while it runs; what is left at the end comes in no fixed order."""
    if not over:
        error = context.get("exception")
        print(the_loop.time(), "handled", context["message"].partition(" <")[0], show(error))


def raises(name):
    say("raises", name)
    raise LookupError(name)


def is_it(count):
    return lambda: counts[0] >= count


async def counted(condition, count, seconds):
    async with condition:
        await limited(condition.wait_for(is_it(count)), seconds)


async def count_on(condition):
    async with condition:
        counts[0] += 1
        condition.notify_all()


async def through(barrier, name):
    async with barrier as position:
        say("through", name, position)


def signal(number):
    return signals.setdefault(number, threading.Event())


def waits_in_a_thread(name, number, seconds):
    print(time.monotonic(), "thread", name, "signalled", signal(number).wait(seconds))
    with turn:
        time.sleep(0.1)
    return name


turn = threading.Lock()


def loop_of_its_own(name, seconds):
    async def inner():
        return await asyncio.gather(asyncio.sleep(seconds, name), asyncio.sleep(0, "inner"))
    print(time.monotonic(), "thread ran", asyncio.run(inner()))


def stream(number):
    while len(streams) <= number:
        streams.append(count(f"stream {len(streams)}", 3, 0.5))
    return streams[number]


async def tried(awaitable):
    try:
        say("tried", show(await awaitable))
    except (StopAsyncIteration, RuntimeError, TypeError, ValueError) as error:
        say("tried", type(error).__name__)


class Later:
    """An awaitable of a class of one's own."""

    def __init__(self, future):
        self.future = future

    def __await__(self):
        say("awaits")
        return (yield from self.future)
'''


class Further:
    """The statements, to be mixed into a Body."""

    def handler(self):
        self.out.line(self.rng.choice([
            "loop().set_exception_handler(handled)", "loop().set_exception_handler(handled)",
            "loop().set_exception_handler(None)",
            f'loop().call_exception_handler({{"message": {self.label()}}})',
            f"loop().call_soon(raises, {self.label()})",
            f"loop().call_later({self.delay()}, raises, {self.label()})"]))

    def handle(self):
        name = self.fresh("h")
        self.out.line(f"{name} = loop().call_later({self.delay()}, say, {self.label()})")
        if self.chance(0.5):
            self.statement()
        if self.chance(0.6):
            self.out.line(f"{name}.cancel()")
        self.out.line(f'say("handle", {name}.when(), {name}.cancelled())')

    def predicate(self):
        condition = self._thing("condition")
        self.out.line(self.rng.choice([
            f"await counted({condition}, {self.rng.randint(1, 3)}, {self._limit()})",
            f"spawn(9, counted({condition}, {self.rng.randint(1, 3)}, {self._limit()}))",
            f"await count_on({condition})", f"await count_on({condition})"]))

    def broken(self):
        barrier = self._thing("barrier")
        with self.out.block("try"):
            self.out.line(self.rng.choice([
                f"await limited(through({barrier}, {self.label()}), {self._limit()})",
                f"await limited(through({barrier}, {self.label()}), {self._limit()})",
                f"await {barrier}.abort()"]))
        with self.out.block("except asyncio.BrokenBarrierError as error"):
            self.out.line('say("broken", show(error))')

    def rescheduled(self):
        name = self.fresh("limit")
        with self.out.block("try"):
            with self.out.block(f"async with asyncio.timeout({self.rng.choice(['None', '2', '0.5'])}) as {name}"):
                self.block(1, 1)
                self.out.line(f"{name}.reschedule({self.rng.choice(['None', 'now()', 'now() + 1'])})")
                self.out.line(f'say("limit", {name}.when())')
                self.block(1, 2)
        with self.out.block("except TimeoutError"):
            self.out.line(f'say("too late", {name}.expired(), asyncio.current_task().cancelling())')

    def sorted_out(self):
        name = self.fresh("group")
        with self.out.block("try"):
            with self.out.block(f"async with asyncio.TaskGroup() as {name}"):
                for _ in range(self.rng.randint(1, 3)):
                    coroutine = self.coroutine()
                    rank = coroutine[1] if coroutine[0] == "f" else 9
                    self.out.line(f"spawn_in({name}, {rank}, {coroutine})")
                if self.chance(0.4):
                    self.out.line(f"raise {self.rng.choice(['ValueError', 'KeyError'])}({self.label()})")
        for kinds in self.rng.choice([["ValueError", "LookupError"], ["(KeyError, RuntimeError)", "Exception"],
                                      ["Exception"]]):
            with self.out.block(f"except* {kinds} as errors"):
                self.out.line('say("sorted out", show(errors))')
                if self.chance(0.2):
                    self.out.line(f"raise RuntimeError({self.label()})")

    def misused_generator(self):
        stream = f"stream({self.rng.randint(0, 1)})"
        how = self.rng.choice(["anext({})", "anext({})", "{}.asend('given')", "{}.asend(None)",
                               "{}.athrow(ValueError('thrown'))", "{}.aclose()"]).format(stream)
        self.out.line(self.rng.choice([f"await tried({how})", f"spawn(9, tried({how}))"]))

    def waits_for_the_loop(self):
        number = self.rng.randint(0, 1)
        self.out.line(self.rng.choice([
            f"await asyncio.to_thread(waits_in_a_thread, {self.label()}, {number}, {self.rng.choice([0.5, 1, 2])})",
            f"spawn(9, asyncio.to_thread(waits_in_a_thread, {self.label()}, {number}, 1))",
            f"loop().call_later({self.delay()}, signal({number}).set)", f"signal({number}).set()",
            f"signal({number}).clear()",
            f"await asyncio.to_thread(loop_of_its_own, {self.label()}, {self.rng.choice([0, 0.5])})"]))

    def own_awaitable(self):
        self.out.line(f"await limited(Later(asyncio.ensure_future({self.awaitable(2)})), {self._limit()})")

    def cancelled_from_outside(self):
        name = self.fresh("g")
        self.out.line(f"{name} = {self.gathered(1)}")
        self.out.line(f"loop().call_later({self.delay()}, {name}.cancel)")
        with self.out.block("with contextlib.suppress(asyncio.CancelledError)"):
            self.out.line(f'say("gathered", show(await {name}))')

    def watched(self):
        self.out.line(f"loop().set_debug({self.rng.choice(['True', 'True', 'False'])})")

    def unwound(self):
        with self.out.block("async with contextlib.AsyncExitStack() as stack"):
            self.out.line(f"stack.push_async_callback(asyncio.sleep, {self.delay()})")
            self.out.line(f"stack.callback(say, {self.label()})")
            self.out.line(f"await stack.enter_async_context({self._thing(self.rng.choice(['lock', 'semaphore']))})")
            self.block(1, 2)


PLAIN = [("handler", 4), ("handle", 3), ("predicate", 4), ("broken", 3), ("misused_generator", 4),
         ("waits_for_the_loop", 4), ("own_awaitable", 2), ("cancelled_from_outside", 3), ("watched", 1)]
NESTED = [("rescheduled", 3), ("sorted_out", 5), ("unwound", 2)]
