"""A context manager that nests: indentation by a class used with `with` and `async with`."""
import asyncio
import contextlib


class Indent:
    level = 0

    def __enter__(self):
        Indent.level += 1
        return self

    def __exit__(self, *exc):
        Indent.level -= 1

    async def __aenter__(self):
        await asyncio.sleep(0.1)
        return self.__enter__()

    async def __aexit__(self, *exc):
        await asyncio.sleep(0.1)
        return self.__exit__(*exc)

    def say(self, text):
        print("    " * Indent.level + text)


async def main():
    with Indent() as indent:
        indent.say("hi!")
        async with indent:
            indent.say("hello")
            async with Indent() as deeper:
                deeper.say("bonjour")
        indent.say("hey")
    indent.say("back")
    with contextlib.suppress(KeyError):
        async with Indent():
            raise KeyError
    print(Indent.level, asyncio.get_running_loop().time())
    for manager in (contextlib.suppress(), object()):
        try:
            async with manager:
                pass
        except (TypeError, AttributeError) as error:
            print(type(error).__name__, error)


asyncio.run(main())
