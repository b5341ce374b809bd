# Bytes as letters and back, in three alphabets, and what is no such text.
import base64

for data in (b'', b'f', b'fo', b'foo', b'foob', b'fooba', bytes(range(249, 256))):
    print(base64.b64encode(data), base64.urlsafe_b64encode(data), base64.b32encode(data), base64.b16encode(data))
    assert data == base64.b64decode(base64.b64encode(data)) == base64.b32decode(base64.b32encode(data))
for text in ('Zm9v', 'Zm9', 'Z', 'Zm 9v\n', 'Zg==Zg==', 'Zg=x=', '====', 'Zm=9v', 'é', 5):
    try:
        print(base64.b64decode(text))
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
for call in (lambda: base64.b64decode('Z g==', validate=True), lambda: base64.b64encode('text'),
             lambda: base64.b32decode('mzxw6==='), lambda: base64.b16decode('6'), lambda: base64.b16decode('6g')):
    try:
        print(call())
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
print(base64.encodebytes(b'x' * 60), base64.b32decode('mzxw6===', casefold=True), base64.urlsafe_b64decode('-_8='))
