import asyncio
import logging
import sys
import time

logging.warning('before %s', 'basicConfig')
logging.basicConfig(
    level=logging.DEBUG, stream=sys.stdout, force=True,
    format='%(asctime)s %(levelname)-8s [%(name)s] %(message)s (%(threadName)s %(processName)s '
           '%(filename)s %(module)s %(funcName)s:%(lineno)d %(levelno)s %(msecs)d)')
logger = logging.getLogger('app')


def helper():
    logger.info('from %s and %d', 'helper', 5, stacklevel=2)


async def main():
    logging.debug('plain')
    await asyncio.sleep(1.5)
    logger.info('%(a)s and %(b)r', {'a': 1, 'b': 'x'})
    helper()
    time.sleep(0.25)
    logger.warning('half past')
    logger.error('an error')
    logger.critical('%s%%', 99)
    logging.log(35, 'between')
    logger.log(logging.INFO, 'no arguments 100%')

asyncio.run(main())
print(logger, logging.getLogger(), logging.getLogger('root') is logging.root, logger.handlers, logging.root.handlers)
print(logging.getLevelName(20), logging.getLevelName('INFO'), logging.getLevelName(33), logging.getLevelName('x'))
logging.addLevelName(25, 'NOTICE')
logger.log(25, 'noticed')
logger.setLevel('ERROR')
logger.warning('not shown')
print(logger.isEnabledFor(logging.ERROR), logger.isEnabledFor(30), logger.getEffectiveLevel())
logging.disable(logging.ERROR)
logger.error('not shown')
logger.critical('shown')
logging.disable(logging.NOTSET)


def attempt(function, *args, **keywords):
    try:
        print(function(*args, **keywords))
    except Exception as error:
        print(type(error).__name__, error)


attempt(logger.setLevel, 'LOUD')
attempt(logger.setLevel, 1.5)
attempt(logging.getLogger, 5)
attempt(logger.log, 'INFO', 'x')
attempt(logging.basicConfig, force=True, unknown=1, level=10)
attempt(logging.basicConfig, force=True, style='?')
attempt(logging.basicConfig, force=True, handlers=[], stream=sys.stdout)
attempt(logging.Formatter, 'no field')
attempt(logging.Formatter, 'no field', style='{')
attempt(logger.error, 'x', extra={'message': 1})
attempt(logger.error, 'x', foo=1)
