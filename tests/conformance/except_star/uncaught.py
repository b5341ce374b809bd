"""What is left is printed as a tree, with both tracebacks."""
def f():
    raise ValueError("deep")


errors = []
try:
    f()
except ValueError as error:
    errors.append(error)
try:
    raise ExceptionGroup("outer", errors + [KeyError("k"), ExceptionGroup("inner", [OSError(2, "no")])])
except* KeyError:
    raise RuntimeError("while handling")
