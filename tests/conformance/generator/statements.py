"""The random statements of a coroutine's body.

A `Body` writes one coroutine. It may call only coroutines with a higher
number than its own and never in a loop, so that every program comes to an end
(or to a deadlock). Names that a statement binds are used only where they are
surely bound: in the same block and in those inside it.
"""

if __package__:
    from . import further, primitives, surroundings
else:
    import further
    import primitives
    import surroundings

ERRORS = ["ValueError", "KeyError", "RuntimeError", "LookupError"]
DELAYS = [0, 0, 0, 0.1, 0.2, 0.3, 0.5, 0.5, 1, 1, 1, 1.5, 2, 3, -1]
MAX_DEPTH = 4
MAX_CALLS = 3  # coroutines that one body may start


class Body(primitives.Primitives, surroundings.Surroundings, further.Further):
    def __init__(self, rng, out, number, functions, wide=False, full=False):
        self.rng = rng
        self.wide = wide  # statements of surroundings.py too
        self.full = full  # and those of further.py
        self.out = out
        self.number = number
        self.callees = range(number + 1, functions)
        self.calls = MAX_CALLS
        self.depth = 0
        self.in_loop = False
        self.names = 0
        self.tasks = []  # local names bound to tasks in this block
        self.futures = []

    # Blocks

    def block(self, low=1, high=3):
        tasks, futures = len(self.tasks), len(self.futures)
        self.depth += 1
        for _ in range(self.rng.randint(low, high)):
            self.statement()
        self.depth -= 1
        del self.tasks[tasks:], self.futures[futures:]

    def statement(self):
        modules = [primitives, *[surroundings] * self.wide, *[further] * self.full]
        kinds = sum((each.PLAIN for each in modules), PLAIN)
        if self.depth < MAX_DEPTH:
            kinds = sum((each.NESTED for each in modules), kinds + NESTED)
        names, weights = zip(*kinds)
        getattr(self, self.rng.choices(names, weights)[0])()

    # Pieces of expressions

    def chance(self, probability):
        return self.rng.random() < probability

    def label(self):
        return f'"{self.rng.choice("abcdefghkmnpqrstuvwxyz")}' \
               f'{self.rng.randint(0, 99)}"'

    def delay(self):
        return repr(self.rng.choice(DELAYS))

    def limit(self):
        return self.rng.choice([self.delay(), self.delay(), "0.5", "1", "None"])

    def fresh(self, prefix):
        self.names += 1
        return f"{prefix}{self.names}"

    def task(self):
        """A task that exists: a local one, or any of those made so far."""
        if self.tasks and self.chance(0.6):
            return self.rng.choice(self.tasks)
        return f"pick({self.rng.randint(0, 9)})"

    def future(self):
        if self.futures and self.chance(0.7):
            return self.rng.choice(self.futures)
        return f"slot({self.rng.randint(0, 2)})"

    def coroutine(self):
        """A call of a coroutine function; a sleep when no more are allowed."""
        if self.callees and self.calls and not self.in_loop:
            self.calls -= 1
            callee = self.rng.choice(self.callees)
            return f"f{callee}({self.rng.randint(0, 9)})"
        return f"asyncio.sleep({self.delay()}, {self.label()})"

    def awaitable(self, depth=0):
        kind = self.rng.random()
        if kind < 0.45 or depth > 2:
            return self.coroutine()
        if kind < 0.65:
            if self.tasks and self.chance(0.6):
                return self.rng.choice(self.tasks)
            return f"other({self.number}, {self.rng.randint(0, 9)})"
        if kind < 0.72:
            return self.future()
        if kind < 0.84:
            return f"asyncio.shield({self.awaitable(depth + 1)})"
        if kind < 0.93:
            return self.gathered(depth + 1)
        return f"asyncio.wait_for({self.awaitable(depth + 1)}, {self.limit()})"

    def gathered(self, depth):
        parts = [self.awaitable(depth) for _ in range(self.rng.randint(0, 3))]
        if self.chance(0.4):
            parts.append("return_exceptions=True")
        return f"asyncio.gather({', '.join(parts)})"

    def condition(self):
        return self.rng.choice([
            f"n % 2 == {self.rng.randint(0, 1)}", f"n > {self.rng.randint(1, 8)}",
            f"now() > {self.delay()}", f"{self.task()}.done()",
            f"{self.task()}.cancelled()", f"{self.future()}.done()",
            "asyncio.current_task().cancelling()"])

    # Plain statements

    def say(self):
        self.out.line(f"say({self.label()}, n)")

    def sleep(self):
        self.out.line(f"await asyncio.sleep({self.delay()})")

    def block_loop(self):
        self.out.line(f"time.sleep({self.rng.choice([0, 0.1, 0.5, 1])})")

    def spawn(self):
        name = self.fresh("t")
        label = f", {self.label()}" if self.chance(0.3) else ""
        coroutine = self.coroutine()
        rank = coroutine[1] if coroutine[0] == "f" else 9
        self.out.line(f"{name} = spawn({rank}, {coroutine}{label})")
        self.tasks.append(name)

    def wait(self):
        if self.chance(0.5):
            self.out.line(f"await {self.awaitable()}")
        else:
            self.out.line(f'say("got", show(await {self.awaitable()}))')

    def cancel(self):
        message = self.label() if self.chance(0.3) else ""
        if self.chance(0.7):
            self.out.line(f'say("cancel", {self.task()}.cancel({message}))')
        else:
            self.out.line(f"{self.task()}.cancel({message})")

    def cancel_later(self):
        self.out.line(f"loop().call_later({self.delay()}, {self.task()}.cancel)")

    def raise_error(self):
        error = f"{self.rng.choice(ERRORS)}({self.label()})"
        if self.chance(0.1):
            error = f"asyncio.CancelledError({self.label()})"
        with self.out.block(f"if {self.condition()}"):
            self.out.line(f"raise {error}")

    def give_back(self):
        with self.out.block(f"if {self.condition()}"):
            self.out.line(f"return {self.label()}")

    def callback(self):
        self.out.line(f"{self.task()}.add_done_callback(tell)")

    def make_future(self):
        name = self.fresh("w")
        self.out.line(f"{name} = loop().create_future()")
        self.futures.append(name)
        if self.chance(0.8):
            self.out.line(f"loop().call_later({self.delay()}, resolve, {name}, "
                          f"{self.label()})")
        if self.chance(0.3):
            self.out.line(f"{name}.add_done_callback(tell)")

    def resolve_future(self):
        how = self.rng.choice([
            f"resolve({self.future()}, {self.label()})",
            f"fail({self.future()}, {self.rng.choice(ERRORS)}({self.label()}))",
            f"{self.future()}.cancel()"])
        self.out.line(how)

    def schedule(self):
        how = self.rng.choice(["call_soon(", f"call_later({self.delay()}, ",
                               f"call_at({self.delay()}, "])
        call = f"loop().{how}say, {self.label()})"
        if self.chance(0.2):
            call += ".cancel()"
        self.out.line(call)

    def look_around(self):
        self.out.line(self.rng.choice([
            'say("name", asyncio.current_task().get_name())',
            'say("all", [t.get_name() for t in asyncio.all_tasks()])',
            'say("cancelling", asyncio.current_task().cancelling())',
            'say("uncancel", asyncio.current_task().uncancel())',
            f"asyncio.current_task().set_name({self.label()})",
            f'say("state", state({self.task()}))']))

    # Statements that hold others

    def attempt(self):
        with self.out.block("try"):
            self.block(1, 3)
        handlers = self.rng.choice([
            ["asyncio.CancelledError"], ["Exception"], ["ValueError"],
            ["ValueError", "asyncio.CancelledError"], ["TimeoutError"],
            ["asyncio.CancelledError", "Exception"], ["BaseException"],
            ["(KeyError, TimeoutError)", "LookupError"], []])
        for kind in handlers:
            with self.out.block(f"except {kind} as error"):
                self.out.line(f'say("caught", show(error))')
                if self.chance(0.3):
                    self.block(1, 2)
                if self.chance(0.35):
                    self.out.line(self.rng.choice([
                        "raise", "raise", f"raise KeyError({self.label()})",
                        f"raise ValueError({self.label()}) from error",
                        f"raise LookupError({self.label()}) from None",
                        f"return {self.label()}"]))
        if handlers and self.chance(0.25):
            with self.out.block("else"):
                self.block(1, 2)
        if not handlers or self.chance(0.35):
            with self.out.block("finally"):
                self.out.line(f"say({self.label()}, \"finally\")")
                if self.chance(0.6):
                    self.block(1, 2)

    def limited(self):
        name = self.fresh("limit")
        opening = self.rng.choice([f"timeout({self.limit()})",
                                   f"timeout(now() + {self.delay()})",
                                   f"timeout_at(now() + {self.delay()})"])
        with self.out.block("try"):
            with self.out.block(f"async with asyncio.{opening} as {name}"):
                if self.chance(0.25):
                    self.out.line(f"{name}.reschedule(now() + {self.delay()})")
                self.block(1, 3)
        with self.out.block("except TimeoutError as error"):
            self.out.line(f'say("timeout", {name}.expired())')

    def wait_limited(self):
        with self.out.block("try"):
            self.out.line(f'say("in time", show(await asyncio.wait_for('
                          f"{self.awaitable()}, {self.limit()})))")
        with self.out.block("except TimeoutError as error"):
            self.out.line(f'say("too late", show(error.__cause__))')

    def repeat(self):
        was_in_loop, self.in_loop = self.in_loop, True
        with self.out.block(f"for n in range({self.rng.randint(2, 3)})"):
            self.block(1, 3)
            if self.chance(0.2):
                with self.out.block(f"if {self.condition()}"):
                    self.out.line(self.rng.choice(["break", "continue"]))
        self.in_loop = was_in_loop

    def choose(self):
        with self.out.block(f"if {self.condition()}"):
            self.block(1, 2)
        if self.chance(0.4):
            with self.out.block("else"):
                self.block(1, 2)

    def inside(self):
        with self.out.block(f"async with Door({self.label()}, {self.delay()})"):
            self.block(1, 3)


PLAIN = [("say", 9), ("sleep", 14), ("block_loop", 3), ("spawn", 12),
         ("wait", 14), ("cancel", 7), ("cancel_later", 3), ("raise_error", 4),
         ("give_back", 2), ("callback", 4), ("make_future", 4),
         ("resolve_future", 3), ("schedule", 4), ("look_around", 4)]
NESTED = [("attempt", 16), ("limited", 6), ("wait_limited", 6), ("repeat", 4),
          ("choose", 4), ("inside", 3)]
