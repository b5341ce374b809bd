"""Background tasks that run for ever, an orderly shutdown, and what run() does with leftovers."""
import asyncio


class Periodic:
    def __init__(self, name, interval, action):
        self.name, self.interval, self.action, self.task = name, interval, action, None

    def start(self):
        self.task = asyncio.create_task(self._run(), name=f"periodic {self.name}")

    async def stop(self):
        self.task.cancel()
        try:
            await self.task
        except asyncio.CancelledError:
            print(f"[{self.name}] stopped")

    async def _run(self):
        loop = asyncio.get_running_loop()
        due = loop.time()
        while True:
            self.action(self.name, loop.time())
            due += self.interval
            await asyncio.sleep(due - loop.time())


async def heartbeat():
    beats = 0
    try:
        while True:
            await asyncio.sleep(0.75)
            beats += 1
    finally:
        print("heart stops after", beats)


async def leftover():
    try:
        await asyncio.sleep(100)
    except asyncio.CancelledError:
        print("leftover cancelled by run()")
        await asyncio.sleep(0.5)
        print("leftover took its time")


async def main():
    report = lambda name, now: print(f"{now:4.2f} [{name}]")
    jobs = [Periodic("fast", 0.5, report), Periodic("slow", 1.25, report)]
    for job in jobs:
        job.start()
    pulse = asyncio.create_task(heartbeat())
    asyncio.create_task(leftover())
    await asyncio.sleep(3)
    print(sorted(t.get_name() for t in asyncio.all_tasks()))
    for job in reversed(jobs):
        await job.stop()
    pulse.cancel()
    print("main ends", asyncio.get_running_loop().time())


asyncio.run(main())
