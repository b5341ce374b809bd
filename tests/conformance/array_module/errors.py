from array import array


def told(call, *args, **named):
    try:
        print(call(*args, **named))
    except (TypeError, ValueError, OverflowError, IndexError) as error:
        print(type(error).__name__, error)


for args in [(), ('z',), (3,), ('ii',), ('i', 3), ('i', 'abc'), ('i', [1.5]), ('d', ['x']), ('u', [1]), ('u', ['ab']), ('i', b'abc'), ('i', array('u', 'x')), ('i', [], 1)]:
    told(array, *args)
told(array, 'i', x=1)
for code, value in [('b', 128), ('b', -129), ('B', 256), ('B', -1), ('h', 40000), ('H', -1), ('i', 2 ** 31), ('I', 2 ** 32), ('I', -1), ('l', 2 ** 63), ('L', 2 ** 64),
                    ('L', -1), ('q', 2 ** 63), ('Q', -1), ('Q', 2 ** 64), ('i', 2 ** 70), ('I', 2 ** 70), ('d', 10 ** 400), ('Q', 1.5)]:
    told(array, code, [value])
a = array('i', [1, 2, 3, 4])
for name, *args in [('append', 'x'), ('extend', 3), ('extend', array('d')), ('fromlist', (1,)), ('fromlist', [1, 'x']), ('pop', 99), ('remove', 99), ('index', 99), ('frombytes', b'1'),
                    ('frombytes', 'x'), ('tounicode',), ('fromunicode', 'x'), ('__getitem__', 99), ('__getitem__', 'x'), ('__setitem__', 99, 1), ('__setitem__', 0, 'x'),
                    ('__setitem__', slice(0, 2), [1]), ('__setitem__', slice(0, 2), array('d')), ('__setitem__', slice(0, 4, 2), array('i', [1])), ('__delitem__', 99)]:
    told(getattr(a, name), *args)
for call in [lambda: a + [1], lambda: a + array('d'), lambda: a * 'x', lambda: a.__iadd__([1]), lambda: array('i').pop()]:
    told(call)
print(a)
a[4]
