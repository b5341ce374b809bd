"""The digests that a program may ask for."""
import hashlib

for make in (hashlib.md5, hashlib.sha1, hashlib.sha224, hashlib.sha256, hashlib.sha384, hashlib.sha512, hashlib.sha3_256):
    digest = make(b"coroutine")
    print(digest.name, digest.digest_size, digest.block_size, digest.hexdigest()[:24])
try:
    hashlib.new("nothing")
except ValueError as error:
    print(error)
