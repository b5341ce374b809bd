"""A context variable follows each task: request numbers in the log of a server."""
import asyncio
from contextvars import ContextVar, copy_context

request = ContextVar("request", default="-")


def log(message):
    print(f"[{request.get()}] {message}")


async def query(table):
    log(f"query {table}")
    await asyncio.sleep(0.1)
    log(f"rows of {table}")


async def handle(number):
    token = request.set(f"req {number}")
    log("begin")
    await asyncio.gather(query("users"), query("orders"))
    log("end")
    request.reset(token)
    log("outside again")


async def main():
    await asyncio.gather(handle(1), handle(2))
    log("main")
    request.set("main")
    context = copy_context()
    context.run(request.set, "inside the copy")
    log("unchanged")
    print(context[request], request in context, len(context), sorted(v.name for v in context))
    asyncio.get_running_loop().call_soon(log, "callback")
    await asyncio.sleep(0)


asyncio.run(main())
log("after")
