import pprint
import sys

data = {'name': 'a rather long name that goes on and on', 'numbers': list(range(30)), 'nested': {'b': [1, 2, {'c': (1,)}], 'a': None},
        'set': {3, 1, 2}, 3: 'three', 'text': 'word ' * 30}
pprint.pprint(data)
pprint.pprint(data, width=40, indent=2, sort_dicts=False)
pprint.pprint(data, depth=1, compact=True)
pprint.pprint([list(range(20)), ['x' * 30, 'y' * 30]], compact=True, width=50)
pprint.pp({'z': 1, 'a': 2})
print(pprint.pformat([1, 'a', (1,), (), {}, set(), frozenset({1})]), pprint.pformat('short'), pprint.pformat(123456789, underscore_numbers=True))
loop = [1]
loop.append(loop)
print(pprint.isrecursive(loop), pprint.isreadable([1]), pprint.saferepr({'b': 1, 'a': 2}))
pprint.pprint(('a' * 50, 'b' * 50), stream=sys.stdout)
pprint.pprint({('k', i): 'v' * i for i in range(0, 40, 8)})
pprint.pprint('a long text that has to be wrapped because it does not fit in the width that there is for it', width=40)
pprint.pprint(frozenset(range(40)), width=40)
