"""ExceptionGroups taken apart: except* in several arms, split, subgroup, derive, and leftovers."""


class JobErrors(ExceptionGroup):
    """Keeps its kind when it is split."""

    def derive(self, errors):
        return JobErrors(self.message, errors)


def build():
    return JobErrors("jobs failed", [
        ValueError("bad size"),
        ExceptionGroup("network", [ConnectionError("lost"), TimeoutError("late"), ValueError("bad port")]),
        KeyError("id"),
    ])


def leaves(group, depth=0):
    for error in group.exceptions:
        if isinstance(error, BaseExceptionGroup):
            yield from leaves(error, depth + 1)
        else:
            yield depth, repr(error)


try:
    raise build()
except* ValueError as values:
    print("values:", list(leaves(values)), type(values).__name__)
except* OSError as system:
    print("system:", list(leaves(system)), system)
except* LookupError as lookup:
    print("lookup:", [str(e) for e in lookup.exceptions])

match, rest = build().split(lambda error: "bad" in str(error))
print(list(leaves(match)), list(leaves(rest)), type(match).__name__, sep="\n")
print(build().subgroup(TimeoutError).exceptions, build().subgroup(MemoryError))
try:
    try:
        raise build()
    except* OSError:
        print("handled the network only")
except ExceptionGroup as group:
    print("left over:", list(leaves(group)))
try:
    try:
        raise build()
    except* KeyError as group:
        raise RuntimeError("while handling") from group
except ExceptionGroup as group:
    print(repr(group.message), [type(e).__name__ for e in group.exceptions])
try:
    raise TypeError("plain")
except* TypeError as group:
    print(repr(group))
print(repr(ExceptionGroup("e", [OSError(1, "x")])), str(BaseExceptionGroup("b", [KeyboardInterrupt(), OSError()])))
for wrong in (lambda: ExceptionGroup("none", []), lambda: ExceptionGroup("no", [1]), lambda: ExceptionGroup("base", [KeyboardInterrupt()]), lambda: ExceptionGroup(3, [OSError()])):
    try:
        wrong()
    except (TypeError, ValueError) as error:
        print(f"{type(error).__name__}: {error}")
