"""Random statements about what stands around tasks.

Asynchronous generators and context managers, context variables, pools of one's
own, coroutines handed over from other threads.
"""

PRELUDE = '''

import concurrent.futures
import contextlib
import contextvars

var = contextvars.ContextVar("var", default="unset")
contexts = []
pools = []
kept = []


async def count(name, steps, delay):
    try:
        for step in range(steps):
            got = yield f"{name} {step}"
            if got:
                say("sent", got)
            await asyncio.sleep(delay)
    except ValueError as error:
        say("thrown in", show(error))
        yield "after the error"
    finally:
        say("generator ends", name)
        await asyncio.sleep(delay)


@contextlib.asynccontextmanager
async def gate(name, delay):
    say("gate opens", name)
    await asyncio.sleep(delay)
    try:
        yield name
    except KeyError as error:
        say("gate keeps", show(error))
    finally:
        say("gate closes", name)
        await asyncio.sleep(delay)


async def left_half_way(name, delay):
    async for item in count(name, 3, delay):
        say("takes", item)
        break


async def driven_by_hand(name, delay, how):
    generator = count(name, 3, delay)
    try:
        say(await anext(generator))
        if how == "send":
            say(await generator.asend("a value"))
        elif how == "throw":
            say(await generator.athrow(ValueError(name)))
        elif how == "keep":
            kept.append(generator)
            return
        say(await anext(generator, "no more"))
    finally:
        if how != "keep":
            await generator.aclose()


def a_context(number):
    if not contexts:
        contexts.extend(contextvars.copy_context() for _ in range(2))
    return contexts[number % 2]


def change_var(value):
    say("var", var.get(), "->", value)
    var.set(value)


def own_pool():
    if not pools:
        pools.append(concurrent.futures.ThreadPoolExecutor(2))
    return pools[0]


async def asked(name, seconds):
    say("asked", name, var.get())
    await asyncio.sleep(seconds)
    if name.startswith("e"):
        raise ValueError(name)
    return name


def asks(the_loop, name, seconds, patience):
    future = asyncio.run_coroutine_threadsafe(asked(name, seconds), the_loop)
    try:
        answer = future.result(patience)
    except (ValueError, TimeoutError, concurrent.futures.CancelledError) as error:
        answer = show(error)
        future.cancel()
    print(time.monotonic(), "thread got", answer)
    return name


class Noisy(asyncio.Task):
    def cancel(self, msg=None):
        print(self.get_loop().time(), "cancel of", self.get_name())
        return super().cancel(msg)


def factory(the_loop, coroutine, **keywords):
    return Noisy(coroutine, loop=the_loop, **keywords)
'''


class Surroundings:
    """The statements, to be mixed into a Body."""

    def _generator(self):
        return f"count({self.label()}, {self.rng.randint(1, 3)}, {self.rng.choice([0, 0.1, 0.5, 1])})"

    def async_for(self):
        with self.out.block(f"async for item in {self._generator()}"):
            self.out.line('say("item", item)')
            was_in_loop, self.in_loop = self.in_loop, True
            if self.chance(0.6):
                self.block(1, 2)
            if self.chance(0.3):
                with self.out.block(f"if {self.condition()}"):
                    self.out.line("break")
            self.in_loop = was_in_loop

    def generated(self):
        delay = self.rng.choice([0, 0.1, 0.5])
        self.out.line(self.rng.choice([
            f'say([item async for item in {self._generator()}])',
            f'say([item async for item in {self._generator()} if "1" not in item])',
            f"await left_half_way({self.label()}, {delay})",
            f"await driven_by_hand({self.label()}, {delay}, "
            f'"{self.rng.choice(["send", "throw", "keep", "next"])}")',
            f"spawn(9, driven_by_hand({self.label()}, {delay}, \"send\"))"]))

    def gated(self):
        opening = self.rng.choice([
            f"gate({self.label()}, {self.rng.choice([0, 0.5, 1])}) as name",
            f"contextlib.aclosing({self._generator()}) as name",
            f"contextlib.AsyncExitStack() as name"])
        with self.out.block(f"async with {opening}"):
            if "ExitStack" in opening:
                self.out.line(f"await name.enter_async_context(gate({self.label()}, 0.5))")
                self.out.line(f'name.callback(say, "unwound")')
            elif "aclosing" in opening:
                self.out.line('say("first", await anext(name))')
            self.block(1, 2)

    def variable(self):
        self.out.line(self.rng.choice([
            'say("var", var.get())', f"change_var({self.label()})", f"change_var({self.label()})",
            f"loop().call_soon(change_var, {self.label()}, context=a_context({self.rng.randint(0, 1)}))",
            f"loop().call_soon(change_var, {self.label()})",
            f"{self.task()}.add_done_callback(lambda task: change_var({self.label()}), "
            f"context=a_context({self.rng.randint(0, 1)}))",
            f'say(a_context({self.rng.randint(0, 1)}).get(var, "none"))']))

    def in_a_context(self):
        name = self.fresh("t")
        self.out.line(f"{name} = asyncio.create_task(asked({self.label()}, {self.rng.choice([0, 1, 2])}), "
                      f"context=a_context({self.rng.randint(0, 1)}))")
        self.out.line(f"tasks.append({name})")
        self.out.line("ranks.append(9)")

    def pooled(self):
        call = f"loop().run_in_executor(own_pool(), in_thread, {self.label()}, {self.rng.choice([0, 0.5, 1, 2])})"
        if self.chance(0.5):
            self.out.line(f'say("pool", show(await asyncio.gather({call}, return_exceptions=True)))')
        else:
            self.out.line(f"await limited({call}, {self.rng.choice([0.1, 0.5, 1])})")

    def asked_from_a_thread(self):
        self.out.line(f"await asyncio.to_thread(asks, loop(), {self.label()}, {self.rng.choice([0, 0.5, 1, 3])}, "
                      f"{self.rng.choice([0.2, 1, 2, 5])})")

    def own_tasks(self):
        self.out.line(f"loop().set_task_factory({self.rng.choice(['factory', 'factory', 'None'])})")


PLAIN = [("generated", 5), ("variable", 4), ("in_a_context", 2), ("pooled", 2), ("asked_from_a_thread", 2),
         ("own_tasks", 1)]
NESTED = [("async_for", 4), ("gated", 4)]
