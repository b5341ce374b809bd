"""timeout objects: rescheduling, expiring, absolute deadlines shared by many, and nesting."""
import asyncio


def now():
    return round(asyncio.get_running_loop().time(), 3)


async def steps(limit, count, pause, grace):
    for step in range(count):
        await asyncio.sleep(pause)
        limit.reschedule(now() + grace)
        print(f"  step {step} at {now():g}, deadline {limit.when():g}")


async def main():
    async with asyncio.timeout(1) as limit:
        await steps(limit, 4, 0.8, 1)
    print("kept alive until", now(), limit.expired(), limit)

    try:
        async with asyncio.timeout(1) as limit:
            await steps(limit, 2, 0.5, 0.6)
            await asyncio.sleep(3)
    except TimeoutError as error:
        print("late at", now(), limit.expired(), repr(error), repr(error.__cause__))

    deadline = now() + 2
    for name, seconds in (("first", 1), ("second", 0.5), ("third", 4)):
        try:
            async with asyncio.timeout_at(deadline):
                await asyncio.sleep(seconds)
                print(name, "fits")
        except TimeoutError:
            print(name, "does not fit at", now())

    async with asyncio.timeout(None) as never:
        print(never.when(), never)
        await asyncio.sleep(1)
        never.reschedule(now() + 10)
        print(never.when() - now())

    try:
        async with asyncio.timeout(1) as outer:
            try:
                async with asyncio.timeout(5) as inner:
                    await asyncio.sleep(9)
            finally:
                print("inner expired:", inner.expired())
    except TimeoutError:
        print("outer expired:", outer.expired())
    for use in (lambda: outer.reschedule(None), lambda: asyncio.timeout(1).reschedule(1)):
        try:
            use()
        except (RuntimeError, AssertionError) as error:
            print(type(error).__name__, error)
    try:
        async with asyncio.timeout(-1):
            print("runs until the first await")
            await asyncio.sleep(0)
            print("not reached")
    except TimeoutError:
        print("a deadline in the past")

asyncio.run(main())
