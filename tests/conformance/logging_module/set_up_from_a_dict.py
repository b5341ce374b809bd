import logging
import logging.config


class Prefixed(logging.Formatter):
    def __init__(self, prefix):
        super().__init__('%(message)s')
        self.prefix = prefix

    def format(self, record):
        return self.prefix + super().format(record)


class Only:
    def __init__(self, word):
        self.word = word

    def filter(self, record):
        return self.word in record.getMessage()


early = logging.getLogger('early')
logging.config.dictConfig({
    'version': 1,
    'formatters': {'plain': {'format': '%(name)s %(levelname)s %(message)s'},
                   'braces': {'format': '{message}!', 'style': '{'},
                   'own': {'()': Prefixed, 'prefix': '> '}},
    'filters': {'app': {'name': 'app'}, 'word': {'()': Only, 'word': 'yes'}},
    'handlers': {'a': {'class': 'logging.StreamHandler', 'formatter': 'plain', 'stream': 'ext://sys.stdout',
                       'level': 'INFO', 'filters': ['app']},
                 'b': {'class': 'logging.StreamHandler', 'formatter': 'braces', 'stream': 'ext://sys.stdout'},
                 'c': {'class': 'logging.StreamHandler', 'formatter': 'own', 'stream': 'ext://sys.stdout',
                       'filters': ['word']}},
    'loggers': {'app': {'handlers': ['a'], 'level': 'DEBUG'}, 'own': {'handlers': ['c'], 'propagate': False}},
    'root': {'handlers': ['b'], 'level': 'WARNING'}})
logging.getLogger('app.db').info('ready')
logging.getLogger('app').debug('not by the handler, but by the root')
logging.getLogger('own').error('yes, this')
logging.getLogger('own').error('no, not that')
logging.getLogger().warning('root')
early.error('disabled')
print(early.disabled, logging.getLogger('app').getEffectiveLevel(), logging.root.handlers)
for wrong in ({}, {'version': 3}, {'version': 1, 'handlers': {'h': {'class': 'x.Y'}}},
              {'version': 1, 'root': {'handlers': ['none']}}, {'version': 1, 'loggers': {'l': {'level': 'LOUD'}}},
              {'version': 1, 'handlers': {'h': {'class': 'logging.StreamHandler', 'formatter': 'none'}}}):
    try:
        logging.config.dictConfig(wrong)
    except ValueError as error:
        print(error, '|', repr(error.__cause__))
