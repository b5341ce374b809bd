"""The classic first lesson: three counters one after the other, then together."""
import asyncio
import time


def count():
    print("One")
    time.sleep(1)
    print("Two")


async def acount():
    print("One")
    await asyncio.sleep(1)
    print("Two")


def main():
    for _ in range(3):
        count()


async def amain():
    await asyncio.gather(acount(), acount(), acount())


if __name__ == "__main__":
    s = time.perf_counter()
    main()
    elapsed = time.perf_counter() - s
    print(f"{__file__[-26:]} synchronous: {elapsed:0.2f} seconds.")

    s = time.perf_counter()
    asyncio.run(amain())
    elapsed = time.perf_counter() - s
    print(f"asynchronous: {elapsed:0.2f} seconds.")
