# Digests that only those can make who have the key (RFC 2104).
import hashlib as _hashlib
from secrets import compare_digest

digest_size = None


class HMAC:
    blocksize = 64

    def __init__(self, key, msg=None, digestmod=''):
        if not isinstance(key, (bytes, bytearray)):
            raise TypeError(f'key: expected bytes or bytearray, but got {type(key).__name__!r}')
        if not digestmod:
            raise TypeError("Missing required parameter 'digestmod'.")
        if isinstance(digestmod, str):
            if digestmod.lower() not in _hashlib.algorithms_available:
                raise ValueError('[digital envelope routines] unsupported')
            self._make = lambda data=b'': _hashlib.new(digestmod, data)
        elif callable(digestmod):
            self._make = digestmod
        else:
            self._make = lambda data=b'': digestmod.new(data)
        self._inner, self._outer = self._make(), self._make()
        self.digest_size, self.block_size = self._inner.digest_size, self._inner.block_size
        key = bytes(self._make(key).digest() if len(key) > self.block_size else key).ljust(self.block_size, b'\0')
        self._inner.update(bytes([each ^ 0x36 for each in key]))
        self._outer.update(bytes([each ^ 0x5C for each in key]))
        if msg is not None:
            self.update(msg)

    @property
    def name(self):
        return f'hmac-{self._inner.name}'

    def update(self, msg):
        self._inner.update(msg)

    def copy(self):
        made = self.__class__.__new__(self.__class__)
        vars(made).update(vars(self), _inner=self._inner.copy(), _outer=self._outer.copy())
        return made

    def _done(self):
        whole = self._outer.copy()
        whole.update(self._inner.digest())
        return whole

    def digest(self):
        return self._done().digest()

    def hexdigest(self):
        return self._done().hexdigest()


def new(key, msg=None, digestmod=''):
    return HMAC(key, msg, digestmod)


def digest(key, msg, digest):
    return HMAC(key, msg, digest).digest()
