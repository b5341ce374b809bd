"""contextvars: each task has its own copy, tokens take changes back, and callbacks keep theirs."""
import asyncio
import contextvars
from contextlib import contextmanager

user = contextvars.ContextVar("user", default="nobody")
trail = contextvars.ContextVar("trail")


@contextmanager
def acting_as(name):
    token = user.set(name)
    try:
        yield token
    finally:
        user.reset(token)


def log(text):
    print(f"[{user.get()}] {text} {'/'.join(trail.get(()))}")


async def step(name, pause):
    trail.set((*trail.get(()), name))
    await asyncio.sleep(pause)
    log("after step")


async def request(name):
    user.set(name)
    await step("auth", 0.2)
    await asyncio.gather(step("db", 0.2), step("cache", 0.1))
    log("answers")


async def main():
    log("start")
    await asyncio.gather(request("ann"), request("bob"))
    log("end")
    with acting_as("root") as token:
        log("inside")
        with acting_as("guest"):
            asyncio.get_running_loop().call_soon(log, "callback made by guest")
            task = asyncio.create_task(step("made by guest", 0))
        log("inside again")
    log("outside")
    await task
    print(token.var is user, token.old_value is contextvars.Token.MISSING)
    try:
        user.reset(token)
    except RuntimeError as error:
        print(str(error).split(" at ")[0].split(" var=")[0])

    context = contextvars.copy_context()
    print(context.run(lambda: (user.set("alone"), user.get())[1]), user.get(), context[user], len(context), trail in context)
    await asyncio.create_task(step("in context", 0), context=context)
    print(context[trail], trail.get("nothing here"))
    try:
        trail.get()
    except LookupError as error:
        print("LookupError", error.args[0] is trail)
    print(await asyncio.to_thread(user.get), sorted((var.name, value) for var, value in context.items()))

asyncio.run(main())
