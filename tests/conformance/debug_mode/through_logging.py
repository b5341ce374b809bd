"""With logging set up, the messages come through the logger asyncio."""
# shows: dev / Logging / with a level and a format
import asyncio
import logging
import time

logging.basicConfig(level=logging.DEBUG, format="%(levelname)s %(name)s %(message)s")


async def main():
    time.sleep(0.25)
    logging.info("in between")
    await asyncio.sleep(1)


asyncio.run(main(), debug=True)
