from array import array
from collections.abc import MutableSequence, Sequence


def described(values):
    match values:
        case []:
            return 'empty'
        case [first]:
            return f'one: {first}'
        case [first, *rest]:
            return f'{first}, then {rest}'
        case _:
            return 'no sequence'


print([described(values) for values in (array('i'), array('d', [1]), array('u', 'abc'), 'abc')])
print(isinstance(array('i'), MutableSequence), isinstance(array('i'), Sequence), issubclass(array, Sequence))
first, *rest = array('h', range(4))
print(first, rest, dict(zip('ab', array('i', [1, 2]))), list(enumerate(array('B', b'xy'))), *array('i', [7, 8]))
