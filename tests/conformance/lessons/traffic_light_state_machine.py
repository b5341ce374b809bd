"""A state machine as coroutines that return the next coroutine function."""
import asyncio


async def red(cars):
    print("red: cars wait", cars)
    await asyncio.sleep(3)
    return green, cars + 4


async def green(cars):
    passed = min(cars, 5)
    print("green:", passed, "cars pass")
    await asyncio.sleep(4)
    return yellow, cars - passed


async def yellow(cars):
    print("yellow: hurry")
    await asyncio.sleep(1)
    return (red, cars) if cars < 6 else (None, cars)


async def main():
    state, cars, loop = red, 5, asyncio.get_running_loop()
    for _ in range(9):
        if state is None:
            break
        print(f"{loop.time():4.0f}s {state.__name__:<7}", end="| ")
        state, cars = await state(cars)


asyncio.run(main())
