"""A coroutine driven without any loop: send, throw, close, and what StopIteration carries."""
import inspect
from types import coroutine


@coroutine
def ask(question):
    answer = yield question
    return answer


class Ask:
    def __init__(self, question):
        self.question = question

    def __await__(self):
        return (yield self.question)


async def interview():
    try:
        name = await ask("name?")
        colour = await Ask("colour?")
        return f"{name} likes {colour}"
    except ValueError as error:
        return f"stopped: {error}"
    finally:
        print("  interview over")


def state(coro):
    return inspect.getcoroutinestate(coro)


talk = interview()
print(state(talk), talk.cr_running, talk.cr_await)
print(talk.send(None), state(talk))
print(talk.send("Ida"), type(talk.cr_await).__name__)
try:
    talk.send("green")
except StopIteration as stop:
    print("result:", stop.value, state(talk), talk.cr_frame)
try:
    talk.send(None)
except RuntimeError as error:
    print(error)

talk = interview()
talk.send(None)
try:
    talk.throw(ValueError("enough"))
except StopIteration as stop:
    print(stop.value)
talk = interview()
print(talk.send(None))
talk.close()
print(state(talk), talk.close())
talk = interview()
try:
    talk.send("too early")
except TypeError as error:
    print(error)
talk.close()


def drive(coro, answers):
    answers, value = iter(answers), None
    try:
        while True:
            question = coro.send(value)
            value = next(answers)
            print(f"  {question} {value}")
    except StopIteration as stop:
        return stop.value


print(drive(interview(), ["Max", "red"]))
print(inspect.iscoroutine(talk), inspect.isawaitable(Ask("")), inspect.iscoroutinefunction(ask), inspect.isgeneratorfunction(ask))
