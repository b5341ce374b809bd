"""A handler of one's own that defers to the default one, which logs; SystemExit passes it by."""
# shows: eventloop / loop.default_exception_handler / used where no handler is set, with what the context holds
import asyncio


def fail(text):
    raise ValueError(text)


async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(fail, "logged by the default handler")
    await asyncio.sleep(0)
    loop.set_exception_handler(lambda loop, context: print("own", context["exception"]))
    loop.call_soon(fail, "taken by our own")
    await asyncio.sleep(0)
    loop.set_exception_handler(None)
    print(loop.get_exception_handler())
    loop.call_exception_handler({"message": "by hand", "transport": "a transport", "protocol": "a protocol"})
    for wrong in (5, "handler"):
        try:
            loop.set_exception_handler(wrong)
        except TypeError as error:
            print(error)


asyncio.run(main())
