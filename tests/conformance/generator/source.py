"""Python source under construction."""

import contextlib


class Source:
    """Lines of code at a current depth of indentation."""

    def __init__(self):
        self._lines = []
        self._depth = 0

    def line(self, text=""):
        self._lines.append("    " * self._depth + text if text else "")

    @contextlib.contextmanager
    def block(self, opening):
        """`opening` and a colon, then whatever is written inside, deeper."""
        self.line(opening + ":")
        self._depth += 1
        yield
        self._depth -= 1

    def text(self):
        return "\n".join(self._lines) + "\n"
