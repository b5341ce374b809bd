"""Logging from several tasks: levels, formats, named loggers, exceptions, filters."""
import asyncio
import logging
import sys


class TaskName(logging.Filter):
    def filter(self, record):
        task = asyncio.current_task() if asyncio._get_running_loop() else None
        record.task = task.get_name() if task else "-"
        return "secret" not in record.getMessage()


handler = logging.StreamHandler(sys.stdout)
handler.setFormatter(logging.Formatter(
    "%(asctime)s.%(msecs)03d %(levelname)-8s [%(task)s] %(name)s:%(funcName)s:%(lineno)d %(message)s",
    datefmt="%H:%M:%S"))
handler.addFilter(TaskName())
log = logging.getLogger("lesson.worker")
log.addHandler(handler)
log.setLevel(logging.DEBUG)
log.propagate = False


async def worker(number):
    log.debug("starting %d", number)
    await asyncio.sleep(number / 4)
    if number == 2:
        try:
            1 / 0
        except ZeroDivisionError:
            log.exception("number %s failed", number)
    elif number == 3:
        log.warning("the %s word is not shown", "secret")
        log.error("values: %r %5.2f %s", "text", 3.14159, [1, 2])
    log.info(f"done {number}")
    log.log(15, "between %s", "levels")


async def main():
    await asyncio.gather(*(asyncio.create_task(worker(n), name=f"worker {n}") for n in (1, 2, 3)))


asyncio.run(main())
log.setLevel("ERROR")
log.warning("not shown")
log.critical("shown %(a)s", {"a": 1})
print(log, logging.getLevelName(30), logging.getLevelName("INFO"), log.isEnabledFor(logging.WARNING), log.getEffectiveLevel())
logging.warning("the root logger writes to standard error")
print(logging.getLogger("lesson").getChild("worker") is log, logging.getLogger().level)
