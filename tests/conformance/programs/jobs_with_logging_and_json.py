import asyncio, logging, random, time, json, uuid, hashlib, re, enum, dataclasses, datetime, collections, statistics
from enum import Enum, auto
from dataclasses import dataclass, field, asdict
class Status(Enum):
    PENDING = auto(); RUNNING = auto(); DONE = auto()
@dataclass
class Job:
    name: str
    status: Status = Status.PENDING
    created: datetime.datetime = field(default_factory=datetime.datetime.now)
    tags: list[str] = field(default_factory=list)
log = logging.getLogger(__name__)
logging.basicConfig(level=logging.DEBUG, format="%(asctime)s.%(msecs)03d | %(levelname)-7s | %(name)s:%(funcName)s:%(lineno)d | %(message)s", datefmt="%H:%M:%S")
async def worker(n, q):
    while True:
        job = await q.get()
        job.status = Status.RUNNING
        log.info("worker %d runs %s", n, job)
        try:
            await asyncio.sleep(random.uniform(0.1, 0.5))
            if job.name.endswith('3'): raise RuntimeError(f'boom {job.name}')
            job.status = Status.DONE
        except RuntimeError:
            log.exception("job failed")
        finally:
            q.task_done()
async def main():
    q = asyncio.Queue()
    jobs = [Job(f'j{i}') for i in range(5)]
    for j in jobs: q.put_nowait(j)
    ws = [asyncio.create_task(worker(i, q), name=f'w{i}') for i in range(2)]
    await q.join()
    for w in ws: w.cancel()
    r = await asyncio.gather(*ws, return_exceptions=True)
    print(r, json.dumps([{**asdict(j), 'status': j.status.name, 'created': j.created.isoformat()} for j in jobs], indent=1)[:300])
    print(collections.Counter(j.status for j in jobs))
    async def fail(): raise ValueError('lost')
    t = asyncio.create_task(fail()); await asyncio.sleep(0); await asyncio.sleep(0); del t
asyncio.run(main(), debug=False)
