# What asks for a loop takes no arguments; a condition's lock is asked for before what notify() is given.
import asyncio


async def main():
    for function in (asyncio.get_running_loop, asyncio.get_event_loop, asyncio.new_event_loop):
        for given, named in (((), {"loop": None}), ((1,), {})):
            try:
                print(function(*given, **named))
            except TypeError as error:
                print(str(error).removeprefix("_asyncio."))
    for count in ("x", None, 1):
        try:
            asyncio.Condition().notify(count)
        except RuntimeError as error:
            print(error)


asyncio.run(main())
