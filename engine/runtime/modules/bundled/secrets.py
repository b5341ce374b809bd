# Under python3 these come from the machine and differ at every run; here, as all that is random, they come
# from a fixed seed, and not from the generator that `random` shares.
from base64 import urlsafe_b64encode
from random import Random

__all__ = ['choice', 'randbelow', 'randbits', 'SystemRandom', 'token_bytes', 'token_hex', 'token_urlsafe',
           'compare_digest']

DEFAULT_ENTROPY = 32


class SystemRandom(Random):
    def seed(self, *args, **kwds):
        return None


_source = Random(0)
choice = _source.choice
randbits = _source.getrandbits


def randbelow(exclusive_upper_bound):
    if exclusive_upper_bound <= 0:
        raise ValueError('Upper bound must be positive.')
    return _source.randrange(exclusive_upper_bound)


def token_bytes(nbytes=None):
    return _source.randbytes(DEFAULT_ENTROPY if nbytes is None else nbytes)


def token_hex(nbytes=None):
    return token_bytes(nbytes).hex()


def token_urlsafe(nbytes=None):
    return urlsafe_b64encode(token_bytes(nbytes)).rstrip(b'=').decode('ascii')


def compare_digest(a, b, /):
    if isinstance(a, str) and isinstance(b, str):
        if not (a.isascii() and b.isascii()):
            raise TypeError('comparing strings with non-ASCII characters is not supported')
    else:
        for each in (a, b):
            if not isinstance(each, (bytes, bytearray)):
                raise TypeError(f"a bytes-like object is required, not '{type(each).__name__}'")
    return a == b
