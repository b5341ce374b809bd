"""loop= is no parameter any more, of functions and of classes."""
# shows: task / sleep / no loop= since 3.10
# shows: task / gather / no loop= since 3.10
# shows: task / shield / no loop= since 3.10
# shows: task / wait_for / no loop= since 3.10
# shows: task / wait / no loop= since 3.10
# shows: task / as_completed / no loop= since 3.10
# shows: sync / Lock / no loop= since 3.10
# shows: sync / Event / no loop= since 3.10
# shows: sync / Condition / no loop= since 3.10
# shows: sync / Semaphore / no loop= since 3.10
# shows: sync / BoundedSemaphore / no loop= since 3.10
# shows: queue / Queue / no loop= since 3.10
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    future.set_result(1)
    for call, *given in ((asyncio.sleep, 0), (asyncio.gather, future), (asyncio.shield, future),
                         (asyncio.wait_for, future, 1), (asyncio.wait, [future]), (asyncio.as_completed, [future]),
                         (asyncio.Lock,), (asyncio.Event,), (asyncio.Condition,), (asyncio.Semaphore,),
                         (asyncio.BoundedSemaphore,), (asyncio.Queue,), (asyncio.PriorityQueue,),
                         (asyncio.LifoQueue,), (asyncio.Barrier, 1)):
        try:
            call(*given, loop=loop)
        except TypeError as error:
            print(error)
        else:
            print("accepted", call)


asyncio.run(main())
