"""The same resource as a class with __aenter__/__aexit__ and as a decorated generator."""
import asyncio
from contextlib import AsyncExitStack, asynccontextmanager


class Connection:
    def __init__(self, host):
        self.host = host

    async def __aenter__(self):
        await asyncio.sleep(0.1)
        print("connected to", self.host)
        return self

    async def __aexit__(self, kind, error, traceback):
        await asyncio.sleep(0.05)
        print("disconnected from", self.host, "after", kind and kind.__name__)
        return kind is ConnectionResetError

    async def query(self, text):
        await asyncio.sleep(0.01)
        if "bad" in text:
            raise ConnectionResetError("peer went away")
        return text.upper()


@asynccontextmanager
async def transaction(connection, *, name="tx"):
    print(f"begin {name}")
    try:
        yield connection
    except Exception as error:
        print(f"roll back {name}: {error}")
        raise
    else:
        print(f"commit {name}")
    finally:
        print(f"end {name}")


async def main():
    async with Connection("alpha") as alpha, transaction(alpha) as tx:
        print(await tx.query("select"))
    async with Connection("beta") as beta:
        async with transaction(beta, name="second"):
            await beta.query("bad query")
    async with AsyncExitStack() as stack:
        links = [await stack.enter_async_context(Connection(h)) for h in "xyz"]
        stack.callback(print, "a plain callback")
        print(await asyncio.gather(*(link.query(link.host) for link in links)))
    try:
        async with transaction(None, name="third"):
            raise KeyError("missing")
    except KeyError as error:
        print("outside:", repr(error))


asyncio.run(main())
