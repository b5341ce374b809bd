"""Tasks that wait for one future wake in the order they came."""
# shows: future / Future.set_result / wakes those who await it, in their order
import asyncio


async def waiter(name, future):
    print(name, "waits")
    print(name, "got", await future)


async def main():
    future = asyncio.get_running_loop().create_future()
    tasks = [asyncio.create_task(waiter(n, future)) for n in "abc"]
    await asyncio.sleep(1)
    future.set_result("it")
    print("set, nobody has run yet")
    await asyncio.gather(*tasks)

asyncio.run(main())
