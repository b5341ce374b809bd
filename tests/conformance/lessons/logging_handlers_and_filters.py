"""Handlers, formatters, filters and adapters: where a record goes and what it looks like."""
import io
import logging
import sys


class OnlyEven(logging.Filter):
    def filter(self, record):
        record.parity = "even" if record.args and record.args[0] % 2 == 0 else "odd"
        return record.parity == "even"


class Memory(logging.Handler):
    def __init__(self):
        super().__init__(logging.ERROR)
        self.lines = []

    def emit(self, record):
        self.lines.append(self.format(record))


log = logging.getLogger("lesson")
log.setLevel(logging.DEBUG)
log.propagate = False

screen = logging.StreamHandler(sys.stdout)
screen.setFormatter(logging.Formatter("{levelname:<7}|{parity}|{message}", style="{"))
screen.addFilter(OnlyEven())
buffer = io.StringIO()
everything = logging.StreamHandler(buffer)
everything.setFormatter(logging.Formatter("%(asctime)s %(funcName)s:%(lineno)d %(message)s", datefmt="%H:%M:%S"))
memory = Memory()
for handler in (screen, everything, memory):
    log.addHandler(handler)


def work():
    for n in range(4):
        log.info("item %d", n)
    try:
        [][1]
    except IndexError:
        log.exception("item %d failed", 4)
    log.error("no arguments here")


work()
print(buffer.getvalue().splitlines()[:2], "Traceback" in buffer.getvalue())
print([line.splitlines()[0] for line in memory.lines], memory.lines[0].splitlines()[-1])


class Prefix(logging.LoggerAdapter):
    def process(self, message, kwargs):
        return f"[{self.extra['user']}] {message}", kwargs


log.removeHandler(everything)
Prefix(log, {"user": "ada"}).warning("logged in %d times", 2)
record = logging.LogRecord("n", logging.INFO, "file.py", 7, "%s-%s", ("a", "b"), None)
print(record.getMessage(), record.levelname, record.lineno, logging.Formatter().format(record))
print([type(handler).__name__ for handler in log.handlers], logging.Formatter("%(message)s!").format(record))
log.removeHandler(screen)
log.error("only memory hears")
print(memory.lines[-1])
