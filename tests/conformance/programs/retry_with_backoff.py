"""Retry a flaky operation, waiting longer each time."""
import asyncio

attempts = 0


async def flaky():
    global attempts
    attempts += 1
    await asyncio.sleep(0.1)
    if attempts < 4:
        raise ConnectionError(f"attempt {attempts} failed")
    return "connected"


async def retry(operation, times, delay=0.5):
    for n in range(times):
        try:
            return await operation()
        except ConnectionError as error:
            print(f"{asyncio.get_running_loop().time():.2f}: {error}")
            await asyncio.sleep(delay * 2 ** n)
    raise RuntimeError("gave up")


print(asyncio.run(retry(flaky, 5)))
attempts = -10
asyncio.run(retry(flaky, 2))
