"""Let it crash: a supervisor with restart limits, one for one and all for one."""
import asyncio
from collections import Counter


class Escalated(Exception):
    pass


class Supervisor:
    def __init__(self, strategy="one", limit=2):
        self.strategy, self.limit = strategy, limit
        self._makers, self._tasks, self.restarts = {}, {}, Counter()

    def add(self, name, maker):
        self._makers[name] = maker

    def _start(self, name):
        self._tasks[name] = asyncio.create_task(self._makers[name](), name=name)

    async def run(self):
        for name in self._makers:
            self._start(name)
        try:
            while self._tasks:
                await asyncio.wait(self._tasks.values(), return_when=asyncio.FIRST_COMPLETED)
                for name, task in list(self._tasks.items()):
                    if task.done() and self._tasks.get(name) is task:
                        self._ended(name, task)
        finally:
            for task in self._tasks.values():
                task.cancel()

    def _ended(self, name, task):
        del self._tasks[name]
        if (error := task.exception()) is None:
            print(f"{name} is finished")
            return
        self.restarts[name] += 1
        print(f"{name} crashed: {error!r}, restart {self.restarts[name]}")
        if self.restarts[name] > self.limit:
            raise Escalated(name) from error
        again = [name]
        if self.strategy == "all":
            again = [*self._tasks, name]
            for other in self._tasks.values():
                other.cancel()
        for each in again:
            self._start(each)


def flaky(crashes, pause):
    async def work():
        nonlocal crashes
        await asyncio.sleep(pause)
        if crashes:
            crashes -= 1
            raise OSError(f"{crashes} crashes left")
    return work


async def main():
    for strategy, crashes in (("one", 2), ("all", 1), ("one", 5)):
        supervisor = Supervisor(strategy)
        supervisor.add("mail", flaky(crashes, 1))
        supervisor.add("web", flaky(0, 3))
        try:
            await supervisor.run()
        except Escalated as error:
            print("gave up on", error, "because of", repr(error.__cause__))
        print(strategy, dict(supervisor.restarts), asyncio.get_running_loop().time())

asyncio.run(main())
