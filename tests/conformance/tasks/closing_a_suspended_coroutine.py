"""close() raises GeneratorExit where the coroutine stands."""
import asyncio


class Stop:
    def __await__(self):
        yield


async def work():
    try:
        await Stop()
    except GeneratorExit:
        print("told to go")
        raise
    finally:
        print("finally")

c = work()
c.send(None)
c.close()
c = work()
c.send(None)
try:
    c.throw(ValueError("thrown in"))
except ValueError as error:
    print(error)


async def main():
    await asyncio.sleep(0)

asyncio.run(main())
