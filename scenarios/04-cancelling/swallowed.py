# /// coroscope
# title = "The cancel that was swallowed"
# summary = "A task that catches CancelledError simply goes on"
# category = "Cancelling"
# level = 2
# ///
"""A cancel can get lost.

The stubborn guest catches CancelledError and goes on, so the host's
one cancel() has no effect. The good guest tidies up and raises it
again. `except Exception` is no danger: CancelledError is not one.
"""
import asyncio


async def good_guest():
    try:
        await asyncio.sleep(8)
    except asyncio.CancelledError:
        print("good guest: oh, so late? I am off")
        raise


async def stubborn_guest():
    for drink in 1, 2, 3:
        try:
            print(f"stubborn guest: drink {drink}")
            await asyncio.sleep(2)
        except asyncio.CancelledError:
            print("stubborn guest: did somebody speak?")
    return "hangover"


async def careful_guest():
    try:
        await asyncio.sleep(8)
    except Exception:
        print("careful guest: this is never printed")


async def main():
    guests = [
        asyncio.create_task(good_guest(), name="good"),
        asyncio.create_task(stubborn_guest(), name="stubborn"),
        asyncio.create_task(careful_guest(), name="careful"),
    ]
    await asyncio.sleep(3)
    print("host: the party is over!")
    for guest in guests:
        guest.cancel()
    await asyncio.gather(*guests, return_exceptions=True)
    for guest in guests:
        left = "was cancelled" if guest.cancelled() else "stayed"
        print(f"host: {guest.get_name()} guest {left}")


asyncio.run(main())
