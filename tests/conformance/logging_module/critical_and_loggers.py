"""logging.critical, the level CRITICAL and the class Logger."""
import logging
import sys

logging.basicConfig(stream=sys.stdout, level=logging.CRITICAL, format="%(levelname)s:%(levelno)d:%(message)s")
logging.error("not shown")
logging.critical("shown %s", "twice")
log = logging.getLogger("x")
print(isinstance(log, logging.Logger), logging.CRITICAL, logging.FATAL, log.getEffectiveLevel() == logging.CRITICAL)
log.critical("by a logger")
