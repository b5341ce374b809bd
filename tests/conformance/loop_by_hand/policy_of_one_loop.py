"""A policy made from scratch decides what get_event_loop and new_event_loop give."""
# shows: policy / AbstractEventLoopPolicy / a policy of one's own
# shows: policy / AbstractEventLoopPolicy.get_event_loop / decides what get_event_loop() gives
# shows: policy / AbstractEventLoopPolicy.set_event_loop / decides what set_event_loop() does
# shows: policy / AbstractEventLoopPolicy.new_event_loop / decides which loop new_event_loop() and run() have
import asyncio


class OneLoop(asyncio.AbstractEventLoopPolicy):
    def __init__(self):
        self.loop = asyncio.DefaultEventLoopPolicy().new_event_loop()

    def get_event_loop(self):
        return self.loop

    def set_event_loop(self, loop):
        print("set_event_loop asked for", type(loop).__name__)

    def new_event_loop(self):
        return self.loop


policy = OneLoop()
asyncio.set_event_loop_policy(policy)
print(asyncio.get_event_loop_policy() is policy, asyncio.get_event_loop() is policy.loop)
asyncio.set_event_loop(None)
print(asyncio.get_event_loop() is policy.loop, asyncio.new_event_loop() is policy.loop)
print(asyncio.run(asyncio.sleep(1, "ran")), policy.loop.is_closed())
asyncio.set_event_loop_policy(None)
print(asyncio.get_event_loop_policy() is policy)
