"""ExceptionGroup: making, splitting, matching with except*, and what is printed when one escapes."""
import asyncio


def tree(group, indent=0):
    print(" " * indent + f"{type(group).__name__}: {group}")
    for error in getattr(group, "exceptions", ()):
        tree(error, indent + 3)


group = ExceptionGroup("several", [
    ValueError("v1"), TypeError("t1"),
    ExceptionGroup("inner", [ValueError("v2"), OSError(2, "No such file", "x.txt")])])
tree(group)
matched, rest = group.split(ValueError)
tree(matched)
tree(rest)
print(group.subgroup(KeyError), group.split(ExceptionGroup)[1], repr(group.subgroup(lambda e: "2" in str(e))))
print(repr(group.derive([KeyError(1)])), group.message, len(group.exceptions))

try:
    raise group
except* ValueError as errors:
    print("values:", [str(e) for e in errors.exceptions], repr(errors))
except* (TypeError, OSError) as errors:
    print("others:", repr(errors))
else:
    print("never")
finally:
    print("finally")

try:
    try:
        raise group
    except* OSError:
        raise KeyError("new")
except ExceptionGroup as both:
    tree(both)

try:
    raise ValueError("naked")
except* ValueError as errors:
    print(repr(errors))

for arguments in (("m", []), ("m", [1]), (1, [ValueError()]), ("m", [KeyboardInterrupt()]), ("m",), ("m", 3)):
    try:
        ExceptionGroup(*arguments)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
print(repr(BaseExceptionGroup("b", [ValueError(1)])), repr(BaseExceptionGroup("b", [SystemExit(1)])))


async def fail(delay, error):
    await asyncio.sleep(delay)
    raise error


async def main():
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(fail(1, ValueError("one")))
            tg.create_task(fail(1, KeyError("two")))
            tg.create_task(asyncio.sleep(5))
    except* ValueError as errors:
        print(errors.exceptions)


asyncio.run(main())
