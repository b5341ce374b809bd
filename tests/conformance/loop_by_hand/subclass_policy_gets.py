"""A policy that overrides get_event_loop is asked only where no loop is running."""
# shows: policy / DefaultEventLoopPolicy / get_event_loop() overridden
import asyncio


class Telling(asyncio.DefaultEventLoopPolicy):
    def get_event_loop(self):
        print("the policy is asked")
        return super().get_event_loop()


async def main():
    return asyncio.get_event_loop() is asyncio.get_running_loop()


asyncio.set_event_loop_policy(Telling())
asyncio.set_event_loop(loop := asyncio.new_event_loop())
print(asyncio.get_event_loop() is loop)
print(loop.run_until_complete(main()))
loop.close()
