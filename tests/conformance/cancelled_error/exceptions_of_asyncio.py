"""asyncio's exceptions and what they derive from."""
# shows: exceptions / TimeoutError / an alias of the builtin one
# shows: exceptions / CancelledError / a BaseException, not an Exception
# shows: exceptions / InvalidStateError / what it derives from
# shows: exceptions / IncompleteReadError / an EOFError
# shows: exceptions / IncompleteReadError.expected / how many bytes were expected
# shows: exceptions / IncompleteReadError.partial / the bytes read before the end
# shows: exceptions / LimitOverrunError / what it derives from
# shows: exceptions / LimitOverrunError.consumed / how many bytes are to be consumed
# shows: exceptions / SendfileNotAvailableError / a RuntimeError
import asyncio
import concurrent.futures

print(asyncio.TimeoutError is TimeoutError, concurrent.futures.TimeoutError is TimeoutError)
print(asyncio.CancelledError.__mro__, asyncio.CancelledError is concurrent.futures.CancelledError)
print(asyncio.InvalidStateError.__mro__, concurrent.futures.InvalidStateError.__mro__)
print(asyncio.BrokenBarrierError.__mro__, asyncio.QueueEmpty.__mro__, asyncio.QueueFull.__mro__)
for kind in (asyncio.CancelledError, asyncio.InvalidStateError, asyncio.IncompleteReadError,
             asyncio.LimitOverrunError, asyncio.SendfileNotAvailableError):
    print(kind.__module__, kind.__qualname__, kind.__mro__[1:])
error = asyncio.IncompleteReadError(b"abc", 10)
print(error, error.partial, error.expected)
error = asyncio.LimitOverrunError("too long", 5)
print(error, error.consumed)


async def main():
    try:
        async with asyncio.timeout(1):
            await asyncio.sleep(2)
    except asyncio.TimeoutError as error:
        print(repr(error))


asyncio.run(main())
