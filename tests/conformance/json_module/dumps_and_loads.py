import enum
import io
import json
from collections import OrderedDict, namedtuple


def attempt(function, *args, **keywords):
    try:
        print(repr(function(*args, **keywords)))
    except Exception as error:
        print(type(error).__name__, error)


class Level(enum.IntEnum):
    LOW = 1


class Text(str):
    pass


Pair = namedtuple('Pair', 'a b')
data = {'name': 'Ann', 'n': [1, -2.5, 1e100, 10 ** 30, True, None], 'nested': {'x': {}, 'y': [], 'z': [[]]},
        1: 'one', 2.5: 'real', None: 'none', False: 'no', 'é☃😀': 'q"\\/\b\f\n\r\t\x01\x7f\u2028'}
for options in [{}, {'indent': 2}, {'indent': '\t'}, {'indent': 0}, {'separators': (',', ':')}, {'ensure_ascii': False},
                {'indent': 1, 'separators': (' ,', ' = ')}]:
    print(json.dumps(data, **options))
print(json.dumps({'b': 1, 'a': [3, {'d': 1, 'c': 2}]}, sort_keys=True, indent=4))
print(json.dumps([Level.LOW, Text('t'), Pair(1, 2), (), OrderedDict(z=1), float('inf'), -float('inf'), float('nan'), 1.0]))
print(json.dumps('text'), json.dumps(5), json.dumps(None), json.dumps([]), json.dumps({}, indent=2), json.dumps([[], {}], indent=2))
attempt(json.dumps, {1, 2})
attempt(json.dumps, [object])
attempt(json.dumps, {(1, 2): 3})
attempt(json.dumps, {(1, 2): 3, 'a': 1}, skipkeys=True)
attempt(json.dumps, float('nan'), allow_nan=False)
attempt(json.dumps, {'a': 1, 2: 3}, sort_keys=True)
loop = []
loop.append(loop)
attempt(json.dumps, loop)
attempt(json.dumps, {1, 2}, default=sorted)
attempt(json.dumps, [b'x'], default=lambda o: o.decode())


class Encoder(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, set):
            return {'set': sorted(o)}
        return super().default(o)


attempt(json.dumps, [{3, 1}], cls=Encoder)
attempt(json.dumps, [b''], cls=Encoder)
print(Encoder(indent=1).encode({'k': {2}}), json.JSONEncoder().encode('x'))

for text in ['{"a": [1, 2.5, -3e2, 1E+2, 0, -0, "x\\u00e9\\ud83d\\ude00\\n\\"\\/"], "b": {"c": null}}', ' [ ] ', '{}', 'true',
             '"s"', '-5', '1.0', '[NaN, Infinity, -Infinity]', '{"a": 1, "a": 2}', '"\\ud83d"', '\n\t[1 , 2]\r\n',
             '123456789012345678901234567890', '1e400', '{"": {"": []}}']:
    attempt(json.loads, text)
for text in ['', ' ', '{', '[', '[1', '[1,', '[1,]', '[1 2]', '{"a"', '{"a":', '{"a" 1}', '{"a":1,}', '{"a":1 "b"}', '{a: 1}', "{'a': 1}",
             'nul', 'True', '01', '-', '1.', '.5', '1e', '"abc', '"a\nb"', '"\\q"', '"\\u12"', '"\\u12zz"', '"\\', '[1] x', '{"a": }',
             '[\n1,\n2\n3]', '+1', '{1: 2}', '"\\ud83d\\uzzzz"', '[1,,2]', '\ufeff[]', '--1', 'nan', '{"a":1]']:
    attempt(json.loads, text)
attempt(json.loads, 5)
attempt(json.loads, b'{"b": "\xc3\xa9"}')
attempt(json.loads, bytearray(b'[1]'))
attempt(json.loads, '"a\nb"', strict=False)
try:
    json.loads('{\n "a": x}')
except json.JSONDecodeError as error:
    print(error.msg, error.pos, error.lineno, error.colno, error.doc, isinstance(error, ValueError), type(error))
print(json.loads('{"x": 1, "y": {"z": 2}}', object_hook=lambda d: sorted(d.items())))
print(json.loads('{"x": 1, "x": 2}', object_pairs_hook=list))
print(json.loads('[1, 1.5, NaN]', parse_int=str, parse_float=lambda text: 'f' + text, parse_constant=str.lower))
print(json.JSONDecoder().raw_decode('[1, 2] rest'), json.JSONDecoder().decode(' {"a": 1} '))
file = io.StringIO()
json.dump({'k': [1, 2]}, file, indent=1)
print(file.getvalue(), json.load(io.StringIO('[true]')))
print(json.loads(json.dumps(data)) == {str(k).lower() if k in (None, False) else str(k): v for k, v in data.items()})
