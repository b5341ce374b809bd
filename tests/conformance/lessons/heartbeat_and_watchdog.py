"""A worker that must show signs of life, and a watchdog that restarts it when it does not."""
import asyncio


class Watchdog:
    def __init__(self, limit):
        self.limit, self._alarm, self._timer = limit, asyncio.Event(), None

    def feed(self):
        if self._timer:
            self._timer.cancel()
        self._timer = asyncio.get_running_loop().call_later(self.limit, self._alarm.set)

    async def barks(self):
        await self._alarm.wait()
        self._alarm.clear()

    def rest(self):
        if self._timer:
            self._timer.cancel()


def say(*words):
    print(f"{asyncio.get_running_loop().time():4.1f}", *words)


async def worker(number, dog, steps):
    try:
        for step, seconds in enumerate(steps):
            dog.feed()
            say(f"worker {number} step {step}")
            await asyncio.sleep(seconds)
        return f"worker {number} finished"
    except asyncio.CancelledError:
        say(f"worker {number} is stopped")
        raise
    finally:
        dog.rest()


async def supervise(plans, limit):
    dog = Watchdog(limit)
    for number, steps in enumerate(plans, 1):
        work = asyncio.create_task(worker(number, dog, steps))
        bark = asyncio.create_task(dog.barks())
        done, pending = await asyncio.wait({work, bark}, return_when=asyncio.FIRST_COMPLETED)
        for task in pending:
            task.cancel()
        await asyncio.wait(pending)
        if work in done:
            return work.result()
        say("woof! restarting")
    raise RuntimeError("nobody survives")


async def main():
    say(await supervise([[1, 1, 5], [1, 9], [1, 1, 1]], 2.5))
    try:
        await supervise([[4], [8]], 1)
    except RuntimeError as error:
        say(error)

asyncio.run(main())
