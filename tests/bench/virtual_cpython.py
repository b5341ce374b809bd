"""Runs FILE under CPython on a virtual clock, and does nothing else.

usage: virtual_cpython.py FILE [--until T]

The fair rival of Coroscope in ratios.py: asyncio's own C tasks and futures, no
tracing, no ordering of sets; only the wait in the selector is replaced by a
jump of the clock. (The reference for *what* happens is tests/conformance.)
With --until the process ends, without cleaning up, once the clock passes T.
"""

import asyncio
import os
import selectors
import sys


class VirtualSelector(selectors._BaseSelectorImpl):
    """Watches no file; to wait is to move the loop's clock."""

    def __init__(self, until):
        super().__init__()
        self.now = 0.0
        self.until = until
        self.loop = None

    def select(self, timeout=None):
        if timeout is None:
            sys.exit("deadlock: nothing is ready and no timer is set")
        if timeout > 0:
            self.now = self.loop._scheduled[0]._when
            if self.now > self.until:
                os._exit(0)
        return ()


class VirtualLoop(asyncio.SelectorEventLoop):
    until = float("inf")

    def __init__(self):
        selector = VirtualSelector(self.until)
        super().__init__(selector)
        selector.loop = self
        self._virtual = selector

    def time(self):
        return self._virtual.now


class Policy(asyncio.DefaultEventLoopPolicy):
    _loop_factory = VirtualLoop


def main():
    path = sys.argv[1]
    if sys.argv[2:3] == ["--until"]:
        VirtualLoop.until = float(sys.argv[3])
    asyncio.set_event_loop_policy(Policy())
    with open(path, encoding="utf-8") as file:
        code = compile(file.read(), path, "exec")
    exec(code, {"__name__": "__main__"})


main()
