import logging
import logging.handlers
import queue
import sys

shown = logging.StreamHandler(sys.stdout)
shown.setFormatter(logging.Formatter('%(levelname)s %(message)s'))
records = queue.Queue()
logger = logging.getLogger('queued')
logger.setLevel(logging.DEBUG)
logger.propagate = False
logger.addHandler(logging.handlers.QueueHandler(records))
listener = logging.handlers.QueueListener(records, shown, respect_handler_level=True)
listener.start()
logger.info('hello %s', 'there')
logger.warning('careful')
listener.stop()
print('stopped')
kept = logging.getLogger('kept')
kept.setLevel(logging.DEBUG)
kept.propagate = False
kept.addHandler(logging.handlers.MemoryHandler(3, target=shown))
kept.info('one')
kept.info('two')
print('nothing yet')
kept.error('an error lets all out')
kept.info('until the end')
print(kept.handlers)
