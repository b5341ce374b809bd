"""Context managers that are decorators too, and their abstract bases."""
import asyncio
from contextlib import AbstractAsyncContextManager, AbstractContextManager, AsyncContextDecorator, ContextDecorator, asynccontextmanager, contextmanager


class Loud(ContextDecorator):
    def __enter__(self):
        print("enter")
        return self

    def __exit__(self, kind, error, trace):
        print("exit", kind and kind.__name__)
        return kind is ValueError


@Loud()
def work(fail=False):
    if fail:
        raise ValueError
    return "worked"


@contextmanager
def tag(name):
    print(f"<{name}>")
    yield
    print(f"</{name}>")


@tag("p")
def text():
    print("words")


class Slow(AsyncContextDecorator):
    async def __aenter__(self):
        await asyncio.sleep(1)
        print("slowly in")

    async def __aexit__(self, *problem):
        print("slowly out")


@Slow()
async def job():
    return asyncio.get_running_loop().time()


@asynccontextmanager
async def span(name):
    print("begin", name)
    yield
    print("end", name)


@span("task")
async def spanned():
    return "spanned"


class Mine(AbstractContextManager):
    def __exit__(self, *problem):
        print("leaving", self is inside)


class Other(AbstractAsyncContextManager):
    async def __aexit__(self, *problem):
        print("left")


async def main():
    print(await job(), await spanned())
    async with Other() as other:
        print(type(other).__name__)

print(work(), work(fail=True))
text()
text()
with Mine() as inside:
    pass
try:
    AbstractContextManager()
except TypeError as error:
    print(error)
print(isinstance(Loud(), AbstractContextManager), isinstance(Slow(), AbstractAsyncContextManager), isinstance(5, AbstractContextManager))
asyncio.run(main())
