"""What an asynchronous generator is and has."""
import asyncio
import types


async def agen():
    yield 1


g = agen()
print(type(g), g.__name__, g.__qualname__, repr(g).split(" at ")[0])
print(asyncio.iscoroutine(g), asyncio.iscoroutinefunction(agen))
print(isinstance(g, types.AsyncGeneratorType), g.ag_running, g.ag_await, g.ag_code.co_name)
step = g.__anext__()
print(type(step).__name__, type(g.asend(1)).__name__, type(g.athrow(ValueError)).__name__, type(g.aclose()).__name__)
print(g.__aiter__() is g, hasattr(g, "__iter__"), hasattr(step, "send"), asyncio.iscoroutine(step))
try:
    step.send(None)
except StopIteration as stop:
    print("value", stop.value)
last = g.__anext__()
try:
    last.send(None)
except StopAsyncIteration as stop:
    print("end", stop.args)
closing = g.aclose()
try:
    closing.send(None)
except StopIteration as stop:
    print("closed", stop.value)
