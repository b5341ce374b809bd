# The timer of as_completed() leads to itself once it has fired: what was done by then and nobody
# asked for lives until the interpreter ends.
import asyncio


async def fails():
    await asyncio.sleep(0.5)
    raise ValueError("never asked for")


async def look(timeout):
    for each in asyncio.as_completed([fails(), asyncio.sleep(1)], timeout=timeout):
        each.close()


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, context: print("handler:", context["message"]))
    await look(2)
    await asyncio.sleep(3)
    print("in time")
    await look(0.7)
    await asyncio.sleep(3)
    print("too late")


asyncio.run(main())
print("end")
