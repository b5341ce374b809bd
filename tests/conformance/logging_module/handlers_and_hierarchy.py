import io
import logging
import sys


class Collect(logging.Handler):
    def __init__(self):
        super().__init__()
        self.records = []

    def emit(self, record):
        self.records.append(self.format(record))


class OnlyEven(logging.Filter):
    def filter(self, record):
        return record.args[0] % 2 == 0 if record.args else True


out = logging.StreamHandler(sys.stdout)
out.setFormatter(logging.Formatter('{levelname}|{name:>8}|{message}|{user}', style='{', defaults={'user': '-'}))
collect = Collect()
collect.setLevel(logging.WARNING)
parent = logging.getLogger('net')
parent.setLevel(logging.DEBUG)
parent.addHandler(out)
parent.addHandler(collect)
parent.propagate = False
child = logging.getLogger('net.http')
print(child.parent is parent, child.getEffectiveLevel(), child.hasHandlers(), child, parent.getChild('x').name)
child.info('request')
child.warning('slow', extra={'user': 'ann'})
late = logging.getLogger('a.b.c')
middle = logging.getLogger('a')
print(late.parent is middle, late.parent)
logging.getLogger('a.b')
print(late.parent.name)
child.addFilter(OnlyEven())
for number in range(4):
    child.error('number %d', number)
print(collect.records)
out.setFormatter(logging.Formatter('$levelname ${message} $asctime', '%H:%M', '$'))
child.debug('dollars')
adapter = logging.LoggerAdapter(parent, {'user': 'eve'})
out.setFormatter(logging.Formatter('%(message)s %(user)s %(relativeCreated)d'))
adapter.info('adapted %s', 'message')
print(adapter, out, collect, logging.NullHandler(), logging.StreamHandler(io.StringIO()))
parent.removeHandler(out)
parent.removeHandler(collect)
buffer = io.StringIO()
stream = logging.StreamHandler(buffer)
stream.terminator = ';'
parent.addHandler(stream)
child.info('one')
child.info('two')
print(repr(buffer.getvalue()))
print(stream.setStream(sys.stdout) is buffer, stream.level, stream.name)
quiet = logging.getLogger('quiet')
quiet.addHandler(logging.NullHandler())
quiet.propagate = False
quiet.error('nobody hears this')
record = logging.makeLogRecord({'msg': 'made %s', 'args': ('up',), 'levelname': 'X', 'name': 'n'})
print(record.getMessage(), logging.Formatter('%(levelname)s %(name)s %(message)s').format(record), record)
print(logging.Formatter().format(record), logging.BASIC_FORMAT, logging.INFO, logging.lastResort)
parent.disabled = True
parent.error('disabled')


class Shout(logging.Formatter):
    def format(self, record):
        return super().format(record).upper() + '!'

    def formatTime(self, record, datefmt=None):
        return 'never'


stream.setFormatter(Shout('%(asctime)s %(message)s'))
stream.terminator = '\n'
child.info('hello')
