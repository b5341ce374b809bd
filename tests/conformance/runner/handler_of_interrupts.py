"""Runner.run puts a handler of SIGINT in place before any code of ours, and takes it away again."""
# shows: runner / Handling Keyboard Interruption / a handler of SIGINT while run() runs, and not after
import asyncio
import signal


def is_default():
    return signal.getsignal(signal.SIGINT) is signal.default_int_handler


async def main():
    print("in run", is_default())


print("before", is_default())
with asyncio.Runner() as runner:
    runner.run(main())
    print("between", is_default())
    runner.run(main())
print("after", is_default())
