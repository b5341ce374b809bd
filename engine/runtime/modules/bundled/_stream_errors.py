# The exceptions that asyncio's streams raise (Lib/asyncio/exceptions.py). There are no streams here;
# programs name them in their except clauses.


class SendfileNotAvailableError(RuntimeError):
    pass


class IncompleteReadError(EOFError):
    def __init__(self, partial, expected):
        wanted = 'undefined' if expected is None else repr(expected)
        super().__init__(f'{len(partial)} bytes read on a total of {wanted} expected bytes')
        self.partial = partial
        self.expected = expected

    def __reduce__(self):
        return type(self), (self.partial, self.expected)


class LimitOverrunError(Exception):
    def __init__(self, message, consumed):
        super().__init__(message)
        self.consumed = consumed

    def __reduce__(self):
        return type(self), (self.args[0], self.consumed)


for _error in SendfileNotAvailableError, IncompleteReadError, LimitOverrunError:
    _error.__module__ = 'asyncio.exceptions'
