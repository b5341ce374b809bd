"""A timetable of jobs: every so often, at fixed times of the day, and once; jobs that overrun."""
import asyncio
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Callable


@dataclass
class Job:
    name: str
    next_time: Callable
    seconds: float = 1
    runs: list = field(default_factory=list)


def every(**period):
    step = timedelta(**period)
    return lambda now: now + step


def daily(hour, minute=0):
    def find(now):
        today = now.replace(hour=hour, minute=minute, second=0, microsecond=0)
        return today if today > now else today + timedelta(days=1)
    return find


class Timetable:
    def __init__(self, *jobs):
        self.jobs = jobs

    async def _keep(self, job, until):
        while True:
            now = datetime.now()
            due = job.next_time(now)
            if due >= until:
                return
            await asyncio.sleep((due - now).total_seconds())
            job.runs.append(datetime.now())
            print(f"{datetime.now():%a %d %H:%M:%S} {job.name}")
            await asyncio.sleep(job.seconds)

    async def run(self, **period):
        until = datetime.now() + timedelta(**period)
        await asyncio.gather(*(self._keep(job, until) for job in self.jobs))


async def main():
    start = datetime.now()
    print(f"{start:%Y-%m-%d %H:%M} {start.date().isoformat()}")
    jobs = Job("tea", daily(16)), Job("report", every(hours=9), seconds=3600), Job("backup", daily(2, 30), seconds=60)
    await Timetable(*jobs).run(days=2)
    for job in jobs:
        gaps = {b - a for a, b in zip(job.runs, job.runs[1:])}
        print(f"{job.name:<7}{len(job.runs)} runs, gaps {', '.join(map(str, sorted(gaps))) or '-'}")
    print(datetime.now() - start, (datetime.now() - start).total_seconds() == asyncio.get_running_loop().time())

asyncio.run(main())
