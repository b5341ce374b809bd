"""Patients by urgency: PriorityQueue with dataclass entries, doctors, and a report."""
import asyncio
import itertools
from dataclasses import dataclass, field


@dataclass(order=True)
class Patient:
    urgency: int
    ticket: int = field(default_factory=itertools.count(1).__next__)
    name: str = field(default="", compare=False)
    minutes: int = field(default=5, compare=False)


async def arrivals(queue):
    for after, patient in (
        (0, Patient(3, name="cold")), (0, Patient(3, name="cough")), (1, Patient(1, name="heart", minutes=12)),
        (1, Patient(2, name="bone")), (3, Patient(1, name="burn", minutes=7)), (30, Patient(3, name="form", minutes=1)),
    ):
        await asyncio.sleep(after)
        await queue.put(patient)
        print(f"{asyncio.get_running_loop().time():5.1f} arrives {patient}")


async def doctor(name, queue, treated):
    while True:
        patient = await queue.get()
        print(f"{asyncio.get_running_loop().time():5.1f} {name} sees {patient.name}")
        await asyncio.sleep(patient.minutes)
        treated.setdefault(name, []).append(patient.name)
        queue.task_done()


async def main():
    queue, treated = asyncio.PriorityQueue(), {}
    doctors = [asyncio.create_task(doctor(name, queue, treated)) for name in ("Dr. A", "Dr. B")]
    await arrivals(queue)
    await queue.join()
    for each in doctors:
        each.cancel()
    print(await asyncio.gather(*doctors, return_exceptions=True))
    print(treated)
    for item in ((2, "b"), (1, "z"), (2, "a")):
        queue.put_nowait(item)
    print([queue.get_nowait() for _ in range(queue.qsize())], queue.empty())
    try:
        queue.put_nowait((1, Patient(1)))
        queue.put_nowait((1, object()))
    except TypeError as error:
        print(error)

asyncio.run(main())
