import struct


def told(call, *args):
    try:
        print(call(*args))
    except (struct.error, TypeError, OverflowError, UnicodeError) as error:
        print(type(error).__name__, error)


for form in ['z', '3', '3 i', '<n', '-1i', 'i\0', 'é', 3, '99999999999999999999i', '9' * 5000 + 'i', 'i3']:
    told(struct.calcsize, form)
for form, *values in [('b', 200), ('B', -1), ('h', 40000), ('<H', 70000), ('>h', 40000), ('>H', -1), ('i', 2 ** 31), ('<I', 2 ** 32), ('I', -1), ('q', 2 ** 63),
                      ('>q', 2 ** 63), ('Q', -1), ('<l', 10 ** 30), ('P', 2 ** 64), ('i', 'x'), ('i', 1.5), ('f', 'x'), ('<f', 1e300), ('e', 65520.0), ('<e', 65520),
                      ('d', 10 ** 400), ('c', 'a'), ('c', b'ab'), ('s', 'a'), ('p', 3), ('ii', 1), ('i', 1, 2), ('b',)]:
    told(struct.pack, form, *values)
told(struct.pack)
told(struct.unpack, 'i', b'123')
told(struct.unpack, 'i', '1234')
for offset in (3, -1, -9):
    told(struct.unpack_from, '<h', b'\0\1\2\3', offset)
    told(struct.pack_into, '<h', bytearray(4), offset, 1)
told(struct.pack_into, '<h', b'xx', 0, 1)
told(struct.pack_into, '<h', bytearray(2))
told(struct.pack_into, '<h', bytearray(2), 0)
told(struct.iter_unpack, '<h', b'123')
told(struct.iter_unpack, '', b'')
told(struct.Struct)
print(struct.error, struct.error.__bases__, struct.Struct)
struct.unpack('>I', b'abc')
