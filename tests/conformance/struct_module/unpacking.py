import struct

print(struct.unpack('<bBhHiIqQ', bytes(range(200, 230))), struct.unpack('3s2p', b'abc\1x'), struct.unpack('5p', b'\xffabcd'))
print(struct.unpack('>2h?c', b'\0\1\xff\xfe\2z'), struct.unpack('<hh', bytearray(b'\1\0\2\0')), struct.unpack('bi', b'\1\0\0\0\2\0\0\0'))
for data in ['3ff8000000000000', '8000000000000000', '0000000000000001', '7ff0000000000000', 'fff8000000000000', '3fd5555555555555']:
    print(struct.unpack('>d', bytes.fromhex(data)), struct.unpack('<f', bytes.fromhex(data)[:4]), struct.unpack('>2e', bytes.fromhex(data)[:4]))
print(struct.unpack_from('<h', b'\0\1\2\3', 1), struct.unpack_from('<h', b'\0\1\2\3', offset=-2), struct.unpack_from('<h', buffer=b'\0\1\2'))
records = b''.join(struct.pack('<4sHf', name, age, pay) for name, age, pay in [(b'Ann', 31, 10.5), (b'Bob', 42, 0.1)])
for name, age, pay in struct.iter_unpack('<4sHf', records):
    print(name.rstrip(b'\0').decode(), age, pay)
point = struct.Struct('>ih')
print(point.size, point.format, point.pack(1, 2), point.unpack(b'\0\0\0\1\0\2'), point.unpack_from(b'zz\0\0\0\1\0\2', 2), list(point.iter_unpack(bytes(12))))
target = bytearray(8)
point.pack_into(target, 2, 7, 8)
print(target, struct.Struct(b'<h').format, struct.iter_unpack('<h', bytes(6)).__length_hint__())
