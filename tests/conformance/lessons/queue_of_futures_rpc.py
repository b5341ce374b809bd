"""Requests carry a future for their answer: a server task and its clients."""
import asyncio


async def server(requests):
    functions = {"add": lambda a, b: a + b, "div": lambda a, b: a / b, "pow": pow}
    while True:
        name, args, answer = await requests.get()
        await asyncio.sleep(0.2)
        if answer.cancelled():
            print("server: nobody waits for", name)
            continue
        try:
            answer.set_result(functions[name](*args))
        except Exception as error:
            answer.set_exception(error)


class Client:
    def __init__(self, requests):
        self.requests = requests

    def __getattr__(self, name):
        async def call(*args, timeout=None):
            answer = asyncio.get_running_loop().create_future()
            await self.requests.put((name, args, answer))
            return await asyncio.wait_for(answer, timeout)
        return call


async def main():
    requests = asyncio.Queue()
    service = asyncio.create_task(server(requests))
    client = Client(requests)
    print(await client.add(2, 3), await asyncio.gather(client.pow(2, 10), client.div(1, 4)))
    for call in (client.div(1, 0), client.root(2), client.add(1), client.add(1, 2, timeout=0.1)):
        try:
            print(await call)
        except Exception as error:
            print(type(error).__name__, error)
    await asyncio.sleep(0.2)
    service.cancel()


asyncio.run(main())
