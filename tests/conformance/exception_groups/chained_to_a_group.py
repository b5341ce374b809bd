"""A group as the cause of another exception, and a deep nest of groups."""
nest = ValueError("core")
for depth in range(14):
    nest = ExceptionGroup(f"level {depth}", [nest])
try:
    raise nest
except ExceptionGroup as error:
    raise RuntimeError("outside") from error
