"""wait_for calls its predicate again after each wake-up; anything true will do, and it must be callable."""
# shows: sync / Condition.wait_for / the predicate is called, its result taken as a truth value
# shows: sync / Condition / async with is acquire() and release() in a finally; a Lock of its own
import asyncio


async def main():
    condition = asyncio.Condition()
    values = []

    def predicate():
        print("asked", values, condition.locked())
        return values[1:]

    async def feed():
        for value in "abc":
            await asyncio.sleep(1)
            async with condition:
                values.append(value)
                condition.notify_all()

    feeding = asyncio.create_task(feed())
    async with condition as nothing:
        print(nothing, await condition.wait_for(predicate), asyncio.get_running_loop().time())
        try:
            await condition.wait_for(5)
        except TypeError as error:
            print(error)
    await feeding
    try:
        async with condition:
            raise KeyError("inside")
    except KeyError:
        print(condition.locked())


asyncio.run(main())
