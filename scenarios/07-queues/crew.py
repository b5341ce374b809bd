# /// coroscope
# title = "A crew and a list of jobs"
# summary = "Workers share a queue; join() waits until all is done"
# category = "Queues"
# level = 3
# ///
"""So many workers, any number of jobs.

Each worker takes the next job as soon as it is free, so that
nobody idles while there is work. Each job is ticked off by
task_done(); join() returns when all are. The workers themselves
never end: they are cancelled, while they wait for a job that will
not come.
"""
import asyncio

JOBS = {"roof": 4, "walls": 2, "door": 1, "garden": 3, "fence": 2}


async def worker(name, jobs):
    while True:
        job, hours = await jobs.get()
        await asyncio.sleep(hours)
        print(f"{name} has done: {job}")
        jobs.task_done()


async def main():
    jobs = asyncio.Queue()
    for job in JOBS.items():
        jobs.put_nowait(job)
    crew = [
        asyncio.create_task(worker(name, jobs), name=name)
        for name in ("Uma", "Vic", "Wes")
    ]
    await jobs.join()
    print("all is done")
    for member in crew:
        member.cancel()
    await asyncio.gather(*crew, return_exceptions=True)


asyncio.run(main())
