"""A cache for coroutines: entries expire, and callers of one key share one call."""
import asyncio
import functools


def cached(ttl):
    def decorate(function):
        entries = {}

        @functools.wraps(function)
        async def wrapper(*key):
            now = asyncio.get_running_loop().time()
            future, expires = entries.get(key, (None, 0))
            if future is None or now >= expires:
                future = asyncio.ensure_future(function(*key))
                entries[key] = future, now + ttl
                wrapper.misses += 1
            else:
                wrapper.hits += 1
            return await asyncio.shield(future)
        wrapper.hits = wrapper.misses = 0
        wrapper.clear = entries.clear
        return wrapper
    return decorate


@cached(ttl=2)
async def weather(city):
    """Looks the weather up, slowly."""
    print(f"  looking up {city}")
    await asyncio.sleep(0.5)
    return f"{city}: {sum(map(ord, city)) % 30} degrees"


async def main():
    print(await asyncio.gather(weather("Oslo"), weather("Rome"), weather("Oslo")))
    print(await weather("Oslo"), weather.hits, weather.misses)
    await asyncio.sleep(2)
    print(await weather("Oslo"), weather.hits, weather.misses)
    weather.clear()
    print(await weather("Rome"), weather.__name__, weather.__doc__)


asyncio.run(main())
