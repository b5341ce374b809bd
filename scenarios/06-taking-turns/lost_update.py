# /// coroscope
# title = "The lost deposit"
# summary = "What was read before an await may be stale after it"
# category = "Taking turns"
# level = 2
# ///
"""Between two awaits a task is alone; across one it is not.

Two clerks each pay 50 into an account. Both read the balance,
both wait for the bank, both write: one deposit is lost. With a
lock, the second clerk does not read until the first has written.
Look at who waits in line for the lock.
"""
import asyncio

balance = 100


async def deposit(amount):
    global balance
    seen = balance
    await asyncio.sleep(1)  # others run meanwhile
    balance = seen + amount


async def deposit_in_turn(amount, lock):
    async with lock:
        await deposit(amount)


async def main():
    global balance
    await asyncio.gather(deposit(50), deposit(50))
    print(f"without a lock: {balance}, and 50 are gone")

    balance = 100
    lock = asyncio.Lock()
    await asyncio.gather(
        deposit_in_turn(50, lock), deposit_in_turn(50, lock)
    )
    print(f"with a lock: {balance}")


asyncio.run(main())
