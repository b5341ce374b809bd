# /// coroscope
# title = "After you!"
# summary = "Two tasks that wait for each other wait for ever"
# category = "When things fail"
# level = 2
# ///
"""A deadlock: each waits for what only the other could do.

Alice lets go of the door when Bob has passed, Bob lets go when
Alice has passed. Once the clock in the hall has struck, no timer is
left and nothing is ready: the loop has nothing to wait for. Python
would hang here; Coroscope stops and says who waits for what.
"""
import asyncio


async def polite(name, other, passed, waits_for):
    print(f"{name}: after you, {other}!")
    await waits_for
    print(f"{name}: thank you")
    passed.set_result(name)


async def hall_clock():
    for stroke in 1, 2, 3:
        await asyncio.sleep(1)
        print("  ding" * stroke)


async def main():
    loop = asyncio.get_running_loop()
    alice_passed = loop.create_future()
    bob_passed = loop.create_future()
    asyncio.create_task(hall_clock(), name="clock")
    await asyncio.gather(
        polite("Alice", "Bob", alice_passed, bob_passed),
        polite("Bob", "Alice", bob_passed, alice_passed),
    )


asyncio.run(main())
