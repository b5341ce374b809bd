"""The level of the logger "asyncio" decides what is said."""
# shows: dev / Logging / setLevel() of the logger
import asyncio
import logging
import time

logging.basicConfig(level=logging.DEBUG, format="%(name)s|%(levelname)s|%(message)s")
logger = logging.getLogger("asyncio")


async def main():
    time.sleep(0.5)


for level in (logging.DEBUG, logging.INFO, logging.WARNING, logging.ERROR):
    logger.setLevel(level)
    print(logging.getLevelName(level), logger.isEnabledFor(logging.WARNING))
    asyncio.run(main(), debug=True)
