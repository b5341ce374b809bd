"""Builtin exceptions that programs seldom raise themselves: how they derive and print."""
for kind in (
    BlockingIOError, BrokenPipeError, BufferError, BytesWarning, ChildProcessError, ConnectionAbortedError, ConnectionRefusedError,
    EOFError, FileExistsError, FloatingPointError, FutureWarning, IndentationError, InterruptedError, IsADirectoryError,
    ModuleNotFoundError, NotADirectoryError, PendingDeprecationWarning, ProcessLookupError, ReferenceError, ResourceWarning,
    SyntaxWarning, SystemError, TabError, UnicodeWarning,
):
    try:
        raise kind("a reason")
    except Exception as error:
        print([each.__name__ for each in kind.__mro__[:-2]], repr(error), error, error.args)
try:
    input()
except EOFError as error:
    print(repr(error))
