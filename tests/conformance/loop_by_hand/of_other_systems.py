"""What asyncio has on Windows alone is not here, and on this system the selector's loop is the default."""
# shows: eventloop / ProactorEventLoop / on Windows alone
# shows: policy / WindowsSelectorEventLoopPolicy / on Windows alone
# shows: policy / WindowsProactorEventLoopPolicy / on Windows alone
# shows: policy / DefaultEventLoopPolicy / its loops are SelectorEventLoops
import asyncio

for name in ("ProactorEventLoop", "WindowsSelectorEventLoopPolicy", "WindowsProactorEventLoopPolicy"):
    try:
        getattr(asyncio, name)
    except AttributeError as error:
        print(error)
loop = asyncio.DefaultEventLoopPolicy().new_event_loop()
print(isinstance(loop, asyncio.SelectorEventLoop), type(loop) is type(asyncio.new_event_loop()))
loop.close()
