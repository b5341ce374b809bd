"""A chat with rooms, each a set of queues; members join, talk and leave."""
import asyncio
from collections import defaultdict


class Hub:
    def __init__(self):
        self.rooms = defaultdict(dict)

    def join(self, room, name):
        queue = self.rooms[room][name] = asyncio.Queue()
        self.publish(room, "*", f"{name} joins")
        return queue

    def leave(self, room, name):
        del self.rooms[room][name]
        self.publish(room, "*", f"{name} leaves")
        if not self.rooms[room]:
            del self.rooms[room]

    def publish(self, room, sender, text):
        for name, queue in self.rooms[room].items():
            if name != sender:
                queue.put_nowait((sender, text))


async def member(hub, room, name, start, lines):
    await asyncio.sleep(start)
    queue = hub.join(room, name)

    async def listen():
        while True:
            sender, text = await queue.get()
            print(f"{asyncio.get_running_loop().time():4.1f} [{room}] {name} hears {sender}: {text}")

    listener = asyncio.create_task(listen())
    for line in lines:
        await asyncio.sleep(0.5)
        hub.publish(room, name, line)
    await asyncio.sleep(0.1)
    listener.cancel()
    hub.leave(room, name)


async def main():
    hub = Hub()
    await asyncio.gather(member(hub, "tea", "ann", 0, ["hello?", "anyone?"]), member(hub, "tea", "bob", 0.7, ["hi ann"]), member(hub, "den", "cyd", 0.2, ["alone"]))
    print(dict(hub.rooms))


asyncio.run(main())
