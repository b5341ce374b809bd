# Objects whose repr, str or __del__ raises, in what is reported of them.
import asyncio


class Bad:
    def __repr__(self):
        raise ValueError("no repr")

    def __del__(self):
        raise KeyError("no del")


class Silent(Exception):
    def __str__(self):
        raise ValueError("no str")


def fails(given):
    raise Silent("fails")


def handler(loop, context):
    raise RuntimeError("in the handler")


loop = asyncio.new_event_loop()
loop.call_exception_handler({"message": "one", "bad": Bad()})
future = loop.create_future()
future.set_result(Bad())
print(str(future).partition(" at ")[0])
del future
loop.call_soon(fails, Bad())
loop.call_soon(loop.stop)
loop.run_forever()
loop.set_exception_handler(handler)
loop.call_soon(fails, 1)
loop.call_soon(loop.stop)
loop.run_forever()
loop.close()
