import asyncio
import logging


async def main():
    logger = logging.getLogger('lonely')
    logger.info('not shown')
    logger.warning('shown, with no format')
    await asyncio.sleep(1)
    logging.getLogger('asyncio').error('as asyncio would')

asyncio.run(main())
print(logging.lastResort, logging.root.handlers)
logging.info('still not shown, but there is a handler now')
logging.error('the end')
