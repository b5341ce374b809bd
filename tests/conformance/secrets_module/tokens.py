# Tokens have the length that was asked for, and are different each time.
import secrets

tokens = {secrets.token_hex(16) for _ in range(100)}
print(len(tokens), {len(each) for each in tokens})
print(len(secrets.token_bytes()), len(secrets.token_urlsafe(16)), type(secrets.token_urlsafe()))
print(secrets.choice(['only']), secrets.randbelow(1), secrets.randbits(8) < 256)
print(secrets.compare_digest('abc', 'abc'), secrets.compare_digest(b'abc', b'abd'))
for call in (lambda: secrets.randbelow(0), lambda: secrets.compare_digest('a', b'a'),
             lambda: secrets.compare_digest('é', 'e')):
    try:
        call()
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
