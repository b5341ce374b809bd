import struct

print(struct.pack('>I4sH', 1, b'ab', 65535), struct.pack('<bBhHiIqQ', -1, 255, -2, 65534, -3, 2 ** 32 - 1, -4, 2 ** 64 - 1))
print(struct.pack('ihb', 1, 2, 3), struct.pack('bi', 1, 2), struct.pack('!2h1s', 1, -2, b'z'), struct.pack('=bq', 1, 2), struct.pack('b2xh', 1, 2))
print(struct.pack('5s', b'ab'), struct.pack('3s', bytearray(b'abcd')), struct.pack('5p', b'abcdefg'), struct.pack('c?3x?', b'x', [], 'yes'))
for letter in 'xcbB?hHiIlLqQnNefdspP':
    print(letter, struct.calcsize(letter), struct.calcsize('b' + letter), end='; ')
print(struct.calcsize('<iqb'), struct.calcsize('iqb'), struct.calcsize('bqi0q'), struct.calcsize('< i h'), struct.calcsize(''), struct.calcsize(b'10s'))
for number in [1.5, -0.1, 0.0, -0.0, float('inf'), float('nan'), 65504, 6e-8, 1e-40, 5e-324, 3.4028234e38, 2049.0, 2051.0, True]:
    print(number, [struct.pack('>' + letter, number).hex() if abs(number) < 65520 or letter != 'e' or number - number else '' for letter in 'efd'])
print(struct.pack('f', 1e300), struct.pack('', ), struct.pack_into.__name__)
buffer = bytearray(6)
struct.pack_into('<h', buffer, 1, 258)
struct.pack_into('<h', buffer, -2, -1)
print(buffer)
