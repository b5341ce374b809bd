import logging
import sys

logging.basicConfig(stream=sys.stdout, format='%(levelname)s %(message)s')
logger = logging.getLogger(__name__)


def fail(value):
    try:
        return 1 / value
    except ZeroDivisionError:
        raise ValueError('bad value') from None


try:
    fail(0)
except ValueError:
    logger.exception('it failed with %r', 0)
    logging.exception('root')
    logger.warning('a warning', exc_info=True)
try:
    {}['key']
except KeyError as error:
    kept = error
logger.error('kept', exc_info=kept)
logger.error('kept', exc_info=(type(kept), kept, kept.__traceback__))
logger.error('none', exc_info=True)


def nested():
    logger.warning('where am I', stack_info=True)


nested()
logger.warning('many lines\n', exc_info=kept)
logging.getLogger('other').error('to the root handler')
logger.error('wrong %d', 'number')
print('goes on')
