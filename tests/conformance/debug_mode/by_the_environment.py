"""A loop is in debug mode from the start where the environment says so."""
import asyncio
import os


async def main():
    return asyncio.get_running_loop().get_debug()

print(asyncio.run(main()))
os.environ["PYTHONASYNCIODEBUG"] = "1"
print(asyncio.run(main()), asyncio.run(main(), debug=False))
os.environ["PYTHONASYNCIODEBUG"] = ""
print(asyncio.run(main()))
