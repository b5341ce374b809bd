"""A Runner's context lasts from run to run; tokens belong to their context."""
import asyncio
import contextvars

var = contextvars.ContextVar("var")


async def set_it(value):
    token = var.set(value)
    await asyncio.sleep(1)
    return token


async def get_it():
    return var.get("unset")


with asyncio.Runner() as runner:
    token = runner.run(set_it("first"))
    print(runner.run(get_it()), var.get("outside"))
    own = contextvars.copy_context()
    runner.run(set_it("second"), context=own)
    print(runner.run(get_it()), own[var], runner.run(get_it(), context=own))


async def reset():
    own_token = await set_it("here")
    var.reset(own_token)
    print(var.get("gone"))
    task = asyncio.create_task(set_it("there"))
    try:
        var.reset(await task)
    except ValueError as error:
        print(str(error).split(" at ")[0], "…", str(error).split("was ")[1])


asyncio.run(reset())
