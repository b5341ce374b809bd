"""Programs that take memory until they have it all: through what asyncio keeps."""

PROGRAMS = {
    "tasks not begun": """
import asyncio
async def f(): await asyncio.sleep(1)
async def main():
    L=[]
    while True:
        L.append(asyncio.create_task(f()))
asyncio.run(main())
""",
    "futures": """
import asyncio
async def main():
    L=[]
    while True:
        L.append(asyncio.get_running_loop().create_future())
asyncio.run(main())
""",
    "callbacks": """
import asyncio
async def main():
    l=asyncio.get_running_loop()
    while True:
        l.call_soon(print)
asyncio.run(main())
""",
    "timers": """
import asyncio
async def main():
    l=asyncio.get_running_loop()
    while True:
        l.call_later(5,print)
asyncio.run(main())
""",
    "locks": """
import asyncio
L=[]
while True: L.append(asyncio.Lock())
""",
    "loops": """
import asyncio
loops = []
while True: loops.append(asyncio.new_event_loop())
""",
    "timers of a loop that does not run": """
import asyncio
loop = asyncio.new_event_loop()
while True: loop.call_later(1, print)
""",
    "tasks in debug mode": """
import asyncio
async def nothing(): pass
async def main():
    while True: asyncio.create_task(nothing())
asyncio.run(main(), debug=True)
""",
    "callbacks in debug mode": """
import asyncio
async def main():
    while True: asyncio.get_running_loop().call_soon(print)
asyncio.run(main(), debug=True)
""",
    "tasks with long names": """
import asyncio
async def c(): await asyncio.sleep(1)
async def main():
    i=0
    L=[]
    while True:
        L.append(asyncio.create_task(c(), name='x'*100000+str(i))); i+=1
asyncio.run(main())
""",
    "names given to one task": """
import asyncio
async def c(): await asyncio.sleep(1)
async def main():
    i=0
    t=asyncio.create_task(c())
    while True:
        t.set_name('x'*100000+str(i)); i+=1
asyncio.run(main())
""",
    "one future often in gather()": """
import asyncio
async def main():
    loop=asyncio.get_running_loop()
    f=loop.create_future()
    L=[]
    fs=[f]*100000
    while True: L.append(asyncio.gather(*fs))
asyncio.run(main())
""",
    "callbacks of one future": """
import asyncio
async def main():
    f=asyncio.get_running_loop().create_future()
    while True: f.add_done_callback(print)
asyncio.run(main())
""",
    "many gather() of one future": """
import asyncio
async def main():
    f=asyncio.get_running_loop().create_future()
    L=[]
    while True: L.append(asyncio.gather(f))
asyncio.run(main())
""",
    "tasks of one group": """
import asyncio
async def c(): await asyncio.sleep(1)
async def main():
    async with asyncio.TaskGroup() as g:
        while True: g.create_task(c())
asyncio.run(main())
""",
    "waits for many futures": """
import asyncio
async def main():
    loop=asyncio.get_running_loop()
    fs=[loop.create_future() for _ in range(1000)]
    L=[]
    while True:
        L.append(asyncio.create_task(asyncio.wait(fs))); await asyncio.sleep(0)
asyncio.run(main())
""",
    "futures in as_completed()": """
import asyncio
async def main():
    loop=asyncio.get_running_loop()
    fs=[loop.create_future() for _ in range(1000)]
    L=[]
    while True: L.append(list(asyncio.as_completed(fs)))
asyncio.run(main())
""",
    "callbacks of one task": """
import asyncio
async def main():
    task = asyncio.create_task(asyncio.sleep(1))
    while True: task.add_done_callback(print)
asyncio.run(main())
""",
    "items of a queue": """
import asyncio
async def main():
    queue = asyncio.Queue()
    while True: queue.put_nowait(1)
asyncio.run(main())
""",
    "items of a PriorityQueue": """
import asyncio
async def main():
    queue = asyncio.PriorityQueue()
    i = 0
    while True: queue.put_nowait(-i); i += 1
asyncio.run(main())
""",
    "shield() of one future": """
import asyncio
async def main():
    future = asyncio.get_running_loop().create_future()
    while True: asyncio.shield(future)
asyncio.run(main())
""",
    "timers that were cancelled": """
import asyncio
async def main():
    while True: asyncio.get_running_loop().call_later(1, print).cancel()
asyncio.run(main())
""",
    "steps of a loop that does nothing": """
import asyncio
async def main():
    while True: await asyncio.sleep(0)
asyncio.run(main())
""",
}
