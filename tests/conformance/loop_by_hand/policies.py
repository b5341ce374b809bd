"""Policies as objects: the default one, one of one's own, none."""
# shows: policy / get_event_loop_policy / the default policy is made at the first need
# shows: policy / set_event_loop_policy / None restores the default one
# shows: policy / DefaultEventLoopPolicy / a subclass may override what it wants
# shows: policy / AbstractEventLoopPolicy / its methods are to be overridden
# shows: eventloop / get_event_loop / the policy is asked where no loop is running
# shows: eventloop / set_event_loop / goes to the policy
# shows: eventloop / new_event_loop / goes to the policy
import asyncio


class Telling(asyncio.DefaultEventLoopPolicy):
    def get_event_loop(self):
        loop = super().get_event_loop()
        print("get", type(loop).__name__)
        return loop

    def set_event_loop(self, loop):
        print("set", type(loop).__name__)
        super().set_event_loop(loop)

    def new_event_loop(self):
        print("new")
        return super().new_event_loop()


async def main():
    return asyncio.get_event_loop() is asyncio.get_running_loop()


default = asyncio.get_event_loop_policy()
print(default is asyncio.get_event_loop_policy(), isinstance(default, asyncio.AbstractEventLoopPolicy),
      isinstance(default, asyncio.DefaultEventLoopPolicy), type(default).__name__)
own = Telling()
asyncio.set_event_loop_policy(own)
print(asyncio.get_event_loop_policy() is own)
print(asyncio.run(main()))
loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
print(asyncio.get_event_loop() is loop, asyncio.get_event_loop_policy().get_event_loop() is loop)
print(loop.run_until_complete(main()))
loop.close()
asyncio.set_event_loop_policy(None)
print(asyncio.get_event_loop_policy() is own, type(asyncio.get_event_loop_policy()).__name__)
try:
    asyncio.set_event_loop_policy(5)
except TypeError as error:
    print(error)
abstract = asyncio.AbstractEventLoopPolicy()
for call in (abstract.get_event_loop, abstract.new_event_loop, lambda: abstract.set_event_loop(None)):
    try:
        call()
    except NotImplementedError as error:
        print(repr(error))
