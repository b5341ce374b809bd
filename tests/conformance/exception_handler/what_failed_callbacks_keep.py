# The arguments of a callback that fails live until a collection: its error's traceback leads to the
# context, which leads to the error.
import asyncio
import gc


class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print(self.name, "is gone")


def fails(given):
    raise ValueError("fails")


loop = asyncio.new_event_loop()
loop.set_exception_handler(lambda loop, context: print(context["message"].partition("(")[0]))
loop.call_soon(fails, Noisy("first"))
loop.call_soon(print, "works", Noisy("other").name)
loop.call_soon(loop.stop)
loop.run_forever()
print("collecting")
gc.collect()
loop.call_soon(fails, Noisy("second"))
loop.call_soon(loop.stop)
loop.run_forever()
loop.close()
print("end")
