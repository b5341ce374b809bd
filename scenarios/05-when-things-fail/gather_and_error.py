# /// coroscope
# title = "One of them fails"
# summary = "gather passes the error on; the siblings keep running"
# category = "When things fail"
# level = 2
# ///
"""gather() does not cancel the others when one fails.

The first exception reaches main() at once, while the siblings run
on, unobserved. With return_exceptions=True gather waits for all and
hands over errors among the results.
"""
import asyncio


async def climb(name, hours, falls=False):
    await asyncio.sleep(hours)
    if falls:
        raise RuntimeError(f"{name} slipped")
    print(f"  {name} is at the top")
    return name


def team():
    return (
        climb("Ida", 1),
        climb("Jon", 2, falls=True),
        climb("Kim", 4),
    )


async def main():
    clock = asyncio.get_running_loop().time
    print("gather(...)")
    try:
        await asyncio.gather(*team())
    except RuntimeError as error:
        print(f"  at {clock():.0f} s main hears: {error}")
    await asyncio.sleep(3)

    print("gather(..., return_exceptions=True)")
    results = await asyncio.gather(*team(), return_exceptions=True)
    print(f"  at {clock():.0f} s main gets:")
    for result in results:
        print("   ", repr(result))


asyncio.run(main())
