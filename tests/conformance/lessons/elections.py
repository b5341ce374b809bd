"""Nodes elect a leader by messages with delays: the bully algorithm in small."""
import asyncio


class Network:
    def __init__(self):
        self.nodes = {}

    def send(self, source, target, kind):
        node = self.nodes[target]
        if node.up:
            asyncio.get_running_loop().call_later(0.05 * abs(source - target), node.inbox.put_nowait, (source, kind))


class Node:
    def __init__(self, number, network):
        self.number, self.network, self.up = number, network, True
        self.inbox, self.leader, self._alive = asyncio.Queue(), None, asyncio.Event()
        network.nodes[number] = self

    def say(self, text):
        print(f"{asyncio.get_running_loop().time():5.2f} node {self.number} {text}")

    async def run(self):
        while self.up:
            source, kind = await self.inbox.get()
            match kind:
                case "election" if source < self.number:
                    self.network.send(self.number, source, "alive")
                    asyncio.create_task(self.elect())
                case "alive":
                    self._alive.set()
                case "leader":
                    if self.leader != source:
                        self.leader = source
                        self.say(f"follows {source}")

    async def elect(self):
        if self.leader == self.number:
            return
        self._alive.clear()
        higher = [number for number in self.network.nodes if number > self.number]
        for number in higher:
            self.network.send(self.number, number, "election")
        try:
            await asyncio.wait_for(self._alive.wait(), 0.5)
        except TimeoutError:
            if self.leader == self.number or not self.up:
                return
            self.leader = self.number
            self.say("is the leader")
            for number in self.network.nodes:
                if number != self.number:
                    self.network.send(self.number, number, "leader")


async def main():
    network = Network()
    nodes = [Node(number, network) for number in range(1, 5)]
    running = [asyncio.create_task(node.run()) for node in nodes]
    await nodes[0].elect()
    await asyncio.sleep(2)
    nodes[3].up = False
    nodes[3].say("fails")
    for node in nodes[:3]:
        node.leader = None
    await nodes[1].elect()
    await asyncio.sleep(2)
    print([node.leader for node in nodes])
    for task in running:
        task.cancel()

asyncio.run(main())
