"""An asynchronous memo: many who ask for the same share one flight, and errors are not kept."""
import asyncio
import functools


def shared_flight(function):
    flights = {}

    @functools.wraps(function)
    async def call(*args):
        flight = flights.get(args)
        if flight is None:
            flight = flights[args] = asyncio.ensure_future(function(*args))
            flight.add_done_callback(lambda done: done.cancelled() or done.exception() and flights.pop(args))
        return await asyncio.shield(flight)

    call.known = lambda: sorted(key for key, flight in flights.items() if flight.done())
    return call


@shared_flight
async def weather(town):
    print(f"  asking for {town}")
    await asyncio.sleep(1)
    if town == "Nowhere":
        raise LookupError(town)
    return f"{town}: {len(town) * 3} °C"


async def main():
    print(await asyncio.gather(*(weather(town) for town in ("Oslo", "Rome", "Oslo", "Oslo"))))
    print(asyncio.get_running_loop().time(), weather.known())
    print(await weather("Rome"), asyncio.get_running_loop().time())
    print(await asyncio.gather(weather("Nowhere"), weather("Nowhere"), return_exceptions=True))
    try:
        await weather("Nowhere")
    except LookupError as error:
        print("asked again:", error)

    first, second = asyncio.create_task(weather("Bern")), asyncio.create_task(weather("Bern"))
    await asyncio.sleep(0.5)
    first.cancel()
    print("one gives up, the flight goes on:", await second, first.cancelled())
    print(weather.known(), weather.__name__)

asyncio.run(main())
