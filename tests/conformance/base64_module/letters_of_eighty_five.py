"""Ascii85 and base 85 as git has it."""
import base64
for data in [b'',b'a',b'ab',b'abc',b'abcd',b'hello, world',b'\0\0\0\0',b'\0\0\0\0\0',b'    ',bytes(range(246, 256))]:
    print(base64.a85encode(data), base64.b85encode(data), base64.a85encode(data,foldspaces=True), base64.a85encode(data,adobe=True), base64.a85encode(data,wrapcol=20), base64.b85encode(data,pad=True), base64.a85encode(data,pad=True))
    assert base64.a85decode(base64.a85encode(data))==data
    assert base64.b85decode(base64.b85encode(data))==data
    assert base64.a85decode(base64.a85encode(data,adobe=True),adobe=True)==data
    assert base64.a85decode(base64.a85encode(data,foldspaces=True),foldspaces=True)==data
    assert base64.a85decode(base64.a85encode(data,wrapcol=7))==data
for f in [lambda: base64.b85decode('~~~~~'), lambda: base64.b85decode('"'), lambda: base64.a85decode('abcdz'), lambda: base64.a85decode('ab zv'), lambda: base64.a85decode('abc',adobe=True), lambda: base64.a85decode('y'), lambda: base64.a85decode('\x7f'), lambda: base64.a85decode('uuuuu'), lambda: base64.a85encode('x'), lambda: base64.b85encode('x'), lambda: base64.b85decode(3), lambda:base64.b85decode(b'a b'), lambda: base64.a85decode(b'87 cU\nRD]'), lambda: base64.b32hexencode(b'abc'), lambda: base64.b32hexdecode(b'C5H66===')]:
    try: print(f())
    except Exception as e: print(type(e).__name__,e)
print(base64.__all__)
