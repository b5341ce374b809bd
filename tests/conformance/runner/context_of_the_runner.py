"""A Runner's context is a copy made when it is entered or first used, and shared by its runs."""
# shows: runner / Runner / its context is made at with, run() or get_loop(), and shared by all runs
# shows: runner / Runner.run / returns the result or raises the exception
import asyncio
import contextvars

var = contextvars.ContextVar("var", default="default")


async def exchange(value):
    before = var.get()
    var.set(value)
    if value == "error":
        raise ValueError(before)
    return before


early = asyncio.Runner()
var.set("after the constructor")
print(early.run(exchange("one")), early.run(exchange("two")), var.get())
early.close()
entered = asyncio.Runner()
var.set("before with")
with entered:
    var.set("after with")
    print(entered.run(exchange("three")), var.get())
    try:
        entered.run(exchange("error"))
    except ValueError as error:
        print(repr(error))
    print(entered.run(exchange("four")))
print(var.get())
