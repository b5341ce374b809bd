"""Prints a random program of control flow: loops, try and with in each other,
left by return, break, continue and raise, in functions, generators and
coroutines that are resumed, thrown into and closed by hand.

Usage: control_flow.py SEED
"""

import random
import sys
import warnings

# Long steps would move Coroscope's clock, but not that of the reference.
HEADER = '''# /// coroscope
# [cost]
# instruction = 0
# ///
'''

PRELUDE = '''
count = 0


def log(*values):
    global count
    count += 1
    if count > 300:
        raise SystemExit
    print(*values)
    return values[0] % 3 if isinstance(values[0], int) else 1


class Manager:
    def __init__(self, number, swallows):
        self.number = number
        self.swallows = swallows

    def __enter__(self):
        print("enter", self.number)
        return self.number

    def __exit__(self, kind, value, traceback):
        print("exit", self.number, kind and kind.__name__, repr(value))
        return self.swallows


class AsyncManager(Manager):
    async def __aenter__(self):
        await Wait("in")
        return self.__enter__()

    async def __aexit__(self, kind, value, traceback):
        await Wait("out")
        return self.__exit__(kind, value, traceback)


class Wait:
    def __init__(self, value):
        self.value = value

    def __await__(self):
        return (yield self.value)


class Countdown:
    def __init__(self, number):
        self.number = number

    def __aiter__(self):
        return self

    async def __anext__(self):
        await Wait("next")
        self.number -= 1
        if self.number < 0:
            raise StopAsyncIteration
        return self.number


def inner(number):
    try:
        result = yield number
        return result
    finally:
        print("inner done")


def explain(error, with_lines):
    for _ in range(6):
        if error is None:
            break
        lines = []
        traceback = error.__traceback__
        while with_lines and traceback is not None:
            lines.append(traceback.tb_lineno)
            traceback = traceback.tb_next
        print("  ", type(error).__name__, error, error.__suppress_context__, lines)
        error = error.__cause__ or error.__context__

'''

# What is thrown in from outside loses frames on its way in CPython while something
# is being handled (_PyErr_ChainStackItem): lines are compared where nothing is thrown.
DRIVER = '''

def drive(made, mode):
    try:
        for step in range(8):
            if mode == 2 and step == 2:
                print("thrown", made.throw(ValueError("thrown")))
            elif mode == 1 and step == 3:
                made.close()
                print("closed")
                break
            else:
                print("sent", made.send(step if step and mode else None))
    except StopIteration as end:
        print("ended", end.value)
    except Exception as error:
        explain(error, mode != 2)
    try:
        made.close()
    except Exception as error:
        print("close", error)


def drive_async(made, mode):
    for step in range(8):
        try:
            if mode == 2 and step == 2:
                waiting = made.athrow(ValueError("thrown"))
            elif mode == 1 and step == 3:
                waiting = made.aclose()
            else:
                waiting = made.asend(step if step and mode else None)
            for each in range(6):
                print("waits", waiting.send(each or None))
            waiting.throw(KeyError("enough"))
        except StopIteration as end:
            print("yielded", end.value)
        except StopAsyncIteration:
            print("ended", made.ag_running)
            break
        except Exception as error:
            explain(error, False)


async def collect(made):
    found = []
    async for each in made:
        found.append(each)
        if len(found) > 5:
            break
    return found, [each async for each in made if each]


for a in range(3):
    for b in range(2):
        try:
            print("returned", function(a, b))
        except Exception as error:
            explain(error, True)
        for mode in range(3):
            drive(generator(a, b), mode)
            drive(coroutine(a, b), mode)
            drive_async(async_generator(a, b), mode)
            drive(collect(async_generator(a, b)), mode)
'''

EXPRESSIONS = [
    "i", "j", "log({t})", "i + 2", "-j", "i < j < 3", "not i", "i and j", "i or log({t})",
    "(i if j else 7)", "[k * i for k in range(3) if k != j]", "{{k: i for k in range(2)}}",
    'f"{{i!r:>3}}{{j}}"', "(i, j)[{n}]", "w", "(w := i + 1)", "max(i, j, *[1, 2])", "1 // i",
    "len(str(j))", "(lambda q: q + i)(j)", "i is None", "j in (1, 2)", "sum(k for k in range(i))",
    "[*range(j), i]", "undefined"]

PATTERNS = [
    "0", "1 | 2", "int(x)", "[x, *y]", "(x, y)", "[1, *_, x]", "[[x, *_] | x, y]", "{{'a': x}}", "{{'a': 1, **y}}",
    "str() as x", "None | True", "Manager(number=x)", "[*x]", "{{}}", "x", "_", "bool(x) | [x]", "Wait(value=[x, y])"]

SUBJECTS = ["i", "j", "w", "[i, j]", "(i, [j, 1], 2)", "{{'a': i, 'b': j}}", "{{'a': 1}}", "str(i)", "Manager(i, j)",
            "Wait([i, j])", "[[i, j], j]", "None", "not i", "{e}"]

HANDLERS = ["except ValueError as e:", "except (KeyError, TypeError):", "except Exception as e:",
            "except ZeroDivisionError:"]


class Body:
    """The body of one function; `kind` is function, generator, coroutine or async_generator."""

    def __init__(self, rng, kind):
        self.rng = rng
        self.kind = kind
        self.lines = []
        self.tick = 0

    @property
    def is_async(self):
        return self.kind in ("coroutine", "async_generator")

    def returned(self):
        """What `return` gives; an asynchronous generator may give nothing."""
        return "" if self.kind == "async_generator" else self.expression()

    def put(self, indent, text):
        self.lines.append("    " * indent + text)

    def ticked(self):
        self.tick += 1
        return self.tick

    def expression(self):
        return self.rng.choice(EXPRESSIONS).format(t=self.ticked(), n=self.rng.randrange(3))

    def block(self, indent, depth, in_loop):
        for _ in range(self.rng.randint(1, 3)):
            self.statement(indent, depth, in_loop)

    def nest(self, indent, head, depth, in_loop):
        self.put(indent, head)
        self.block(indent + 1, depth - 1, in_loop)

    def statement(self, indent, depth, in_loop):
        if depth <= 0 or self.rng.random() < 0.4:
            self.simple(indent, in_loop)
        else:
            self.rng.choice([self.loop, self.condition, self.guard, self.guard, self.star_guard,
                             self.manager, self.iteration, self.closure, self.matching])(indent, depth, in_loop)

    def simple(self, indent, in_loop):
        expression = self.expression()
        choices = [f"log({self.ticked()}, {expression})",
                   f"{self.rng.choice('ijw')} = {expression}",
                   f"if {expression}: return {self.returned()}",
                   f"if {expression}: raise {self.error()}",
                   self.rng.choice(["i, j = j, i", "del w", "*w, i = [1, 2, 3]", "w = i = j",
                                    "i = len(repr(i)) % 4", "i += 1", "log(w)"])]
        if in_loop:
            choices.append(f"if {expression}: {self.rng.choice(['break', 'continue'])}")
        if self.kind.endswith("generator"):
            choices.append(f"{self.rng.choice(['', 'w = '])}yield {expression}")
        if self.is_async:
            choices.append(f"{self.rng.choice(['', 'w = '])}await Wait({expression})")
        self.put(indent, self.rng.choice(choices))

    def error(self):
        return self.rng.choice([f"ValueError({self.ticked()})", "KeyError", "TypeError(i)",
                                "ValueError(1) from KeyError(2)",
                                "ExceptionGroup('g', [ValueError(i), KeyError(j)])"])

    def loop(self, indent, depth, in_loop):
        if self.rng.random() < 0.6:
            self.nest(indent, f"for i in range({self.rng.randint(1, 3)}):", depth, True)
        else:
            counter = f"n{self.ticked()}"
            self.put(indent, f"{counter} = 0")
            self.put(indent, f"while {counter} < 3:")
            self.put(indent + 1, f"{counter} += 1")
            self.block(indent + 1, depth - 1, True)
        if self.rng.random() < 0.3:
            self.nest(indent, "else:", depth, in_loop)

    def condition(self, indent, depth, in_loop):
        self.nest(indent, f"if {self.expression()}:", depth, in_loop)
        if self.rng.random() < 0.4:
            self.nest(indent, f"elif {self.expression()}:", depth, in_loop)
        if self.rng.random() < 0.5:
            self.nest(indent, "else:", depth, in_loop)

    def guard(self, indent, depth, in_loop):
        self.nest(indent, "try:", depth, in_loop)
        handlers = self.rng.choices(HANDLERS, k=self.rng.randint(0, 2))
        if handlers and self.rng.random() < 0.2:
            handlers.append("except:")
        for handler in handlers:
            self.nest(indent, handler, depth, in_loop)
            if self.rng.random() < 0.2:
                self.put(indent + 1, "raise")
        if handlers and self.rng.random() < 0.3:
            self.nest(indent, "else:", depth, in_loop)
        if not handlers or self.rng.random() < 0.6:
            self.nest(indent, "finally:", depth, in_loop)

    def star_guard(self, indent, depth, in_loop):
        """except*: its handlers cannot be left by return, break or continue."""
        self.nest(indent, "try:", depth, in_loop)
        for kind in self.rng.sample(["ValueError", "KeyError", "(TypeError, NameError)", "Exception"],
                                    self.rng.randint(1, 3)):
            self.put(indent, f"except* {kind} as e:")
            self.put(indent + 1, f"log({self.ticked()}, repr(e), e.__context__)")
            if self.rng.random() < 0.3:
                self.put(indent + 1, self.rng.choice(["raise", "raise e", f"raise {self.error()}",
                                                      f"i = {self.expression()}"]))
        if self.rng.random() < 0.3:
            self.nest(indent, "else:", depth, in_loop)
        if self.rng.random() < 0.3:
            self.nest(indent, "finally:", depth, in_loop)

    def matching(self, indent, depth, in_loop):
        subject = self.rng.choice(SUBJECTS).format(e=self.expression())
        self.put(indent, f"match {subject}:")
        for _ in range(self.rng.randint(1, 3)):
            pattern = self.rng.choice(PATTERNS).format()
            if pattern in ("x", "_"):
                pattern += f" if {self.expression()}"
            self.nest(indent + 1, f"case {pattern}:", depth, in_loop)
        if self.rng.random() < 0.5:
            self.nest(indent + 1, "case _:", depth, in_loop)

    def manager(self, indent, depth, in_loop):
        first = f"Manager({self.ticked()}, {self.expression()}) as w"
        if self.is_async and self.rng.random() < 0.5:
            head = f"async with Async{first}:"
        elif self.rng.random() < 0.3:
            head = f"with {first}, Manager({self.ticked()}, 0):"
        else:
            head = f"with {first}:"
        self.nest(indent, head, depth, in_loop)

    def iteration(self, indent, depth, in_loop):
        if self.is_async:
            self.nest(indent, f"async for i in Countdown({self.rng.randrange(4)}):", depth, True)
        elif self.kind == "generator":
            self.put(indent, f"w = yield from inner({self.expression()})")
        else:
            self.put(indent, f"log({self.ticked()}, list(inner(2)))")

    def closure(self, indent, depth, in_loop):
        self.put(indent, f"def h(x, y={self.expression()}):")
        self.put(indent + 1, "nonlocal w")
        self.put(indent + 1, "w = x")
        self.put(indent + 1, "return x, y, j")
        self.put(indent, f"log({self.ticked()}, h({self.expression()}))")


def attempt(rng):
    lines = []
    for kind in ("function", "generator", "coroutine", "async_generator"):
        body = Body(rng, kind)
        body.put(0, f"{'async ' if body.is_async else ''}def {kind}(i, j):")
        body.put(1, "w = 0")
        if kind.endswith("generator"):
            body.put(1, "yield 'start'")
        body.block(1, 4, False)
        body.put(1, "return" if kind == "async_generator" else "return 'end'")
        lines += ["", *body.lines]
    return PRELUDE + "\n".join(lines) + "\n" + DRIVER


def program(seed):
    """The source of the program that belongs to `seed`."""
    rng = random.Random(seed)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        while True:
            source = f'{HEADER}"""Random control flow {seed}."""\n' + attempt(rng)
            try:  # Too deep a nest, or a bare except before others, is drawn again.
                compile(source, "program", "exec")
                return source
            except SyntaxError:
                continue


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    print(program(int(sys.argv[1])), end="")
