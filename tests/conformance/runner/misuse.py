"""What a Runner refuses."""
# shows: runner / Runner.run / what it refuses
import asyncio


async def nothing():
    pass


async def main(runner):
    try:
        runner.run(coroutine := nothing())
    except RuntimeError as error:
        print(error)
        coroutine.close()


runner = asyncio.Runner(loop_factory=asyncio.new_event_loop)
runner.run(main(runner))
for wrong in (5, nothing, None):
    try:
        runner.run(wrong)
    except ValueError as error:
        print(str(error)[:30])
runner.close()
runner.close()
try:
    with runner:
        pass
except RuntimeError as error:
    print(error)
try:
    asyncio.Runner(True)
except TypeError as error:
    print(error)
try:
    asyncio.get_event_loop()
except RuntimeError as error:
    print(error)
else:
    print("a loop")
