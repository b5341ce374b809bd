# An error that comes from a process has that one's traceback as the text of its cause.
import asyncio
from concurrent.futures import ProcessPoolExecutor


class Refused(Exception):
    pass


def work(kind):
    try:
        {}["missing"]
    except KeyError:
        raise kind("in the process")


async def main():
    with ProcessPoolExecutor(2) as pool:
        loop = asyncio.get_running_loop()
        for kind in ValueError, Refused:
            try:
                await loop.run_in_executor(pool, work, kind)
            except kind as error:
                print(repr(error), type(error.__cause__).__name__, error.__context__)
                print("KeyError" in str(error.__cause__))
        try:
            pool.submit(work, OSError).result()
        except OSError as error:
            print(type(error.__cause__), error.args)
        await loop.run_in_executor(pool, work, Refused)


if __name__ == "__main__":
    asyncio.run(main())
