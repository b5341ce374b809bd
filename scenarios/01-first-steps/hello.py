# /// coroscope
# title = "Hello, event loop"
# summary = "Calling a coroutine function runs nothing; await does"
# category = "First steps"
# level = 1
# ///
"""A call of a coroutine function only makes a coroutine object.

Nothing in greet() happens until somebody awaits it. While greet()
sleeps, its task is suspended and the loop has nothing to do.
"""
import asyncio


async def greet(name):
    print("Hello,", name)
    await asyncio.sleep(1)
    print("Goodbye,", name)


async def main():
    greeting = greet("Ada")
    print("greet() was called: nothing has happened yet")
    await greeting
    print("now it has")


asyncio.run(main())
