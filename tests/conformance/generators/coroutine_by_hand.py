"""A coroutine is driven by send like a generator."""


class Pause:
    def __await__(self):
        answer = yield "paused"
        return answer * 2


async def work():
    first = await Pause()
    second = await Pause()
    return first + second

c = work()
print(c.send(None), c.send(5))
try:
    c.send(7)
except StopIteration as stop:
    print(stop.value)
try:
    c.send(None)
except RuntimeError as error:
    print(error)
