"""A circuit breaker opens after failures, rests, and lets one call try again."""
import asyncio
import enum


class State(enum.Enum):
    CLOSED = "closed"
    OPEN = "open"
    HALF_OPEN = "half open"


class BreakerOpen(Exception):
    pass


class Breaker:
    def __init__(self, failures=3, rest=2.0):
        self.allowed, self.rest = failures, rest
        self.failed, self.opened_at, self.state = 0, None, State.CLOSED

    def _now(self):
        return asyncio.get_running_loop().time()

    async def call(self, function, *args):
        if self.state is State.OPEN:
            if self._now() - self.opened_at < self.rest:
                raise BreakerOpen(f"{self.rest - (self._now() - self.opened_at):.1f} s to go")
            self.state = State.HALF_OPEN
        try:
            result = await function(*args)
        except ConnectionError:
            self.failed += 1
            if self.state is State.HALF_OPEN or self.failed >= self.allowed:
                self.state, self.opened_at = State.OPEN, self._now()
            raise
        self.failed, self.state = 0, State.CLOSED
        return result


async def service(up_from):
    await asyncio.sleep(0.1)
    if asyncio.get_running_loop().time() < up_from:
        raise ConnectionError("no answer")
    return "200 OK"


async def main():
    breaker = Breaker()
    for attempt in range(1, 13):
        try:
            outcome = await breaker.call(service, 4)
        except (ConnectionError, BreakerOpen) as error:
            outcome = f"{type(error).__name__}: {error}"
        print(f"{asyncio.get_running_loop().time():4.1f} #{attempt:<2} {breaker.state.value:<9} {outcome}")
        await asyncio.sleep(0.5)


asyncio.run(main())
