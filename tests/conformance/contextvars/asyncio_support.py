"""Tasks and callbacks have contexts of their own, without further ado."""
# shows: contextvars / asyncio support / each task runs in a copy of the context that made it
import asyncio
import contextvars

client = contextvars.ContextVar("client")


def render():
    return f"good bye, client @ {client.get()}"


async def handle(address):
    client.set(address)
    await asyncio.sleep(1)
    return render()


async def main():
    print(await asyncio.gather(*[asyncio.create_task(handle(f"127.0.0.{n}")) for n in range(3)]))
    print(client.get("none of it here"))
    print(await handle("awaited"), client.get("none"))


asyncio.run(main())
