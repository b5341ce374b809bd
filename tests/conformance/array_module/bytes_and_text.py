import struct
from array import array

numbers = array('h', [1, -2, 300])
print(numbers.tobytes(), bytes(numbers), array('q', [True, -1]).tobytes(), array('d', [1.5]).tobytes(), array('f', [float('inf'), -0.0]).tobytes())
numbers.byteswap()
print(numbers, struct.unpack('>3h', numbers))
numbers.byteswap()
numbers.frombytes(b'\1\0\2\0')
print(numbers, array('I', b'\1\0\0\0\xff\xff\xff\xff'), array('B', bytearray(b'\x01')), array('d', [float('nan'), float('inf'), -0.0]))
text = array('u', 'abc')
text.fromunicode('d')
text[0] = 'é'
print(text, text.tounicode(), text[0], text.tobytes()[:8], text.tolist())
