# Messages signed with a key, passwords kept as derived keys, and what these functions refuse.
import hashlib
import hmac

signature = hmac.new(b'key', b'a message', hashlib.sha256)
print(signature.hexdigest(), signature.name, signature.digest_size, signature.block_size)
more = signature.copy()
more.update(b' and more')
print(more.hexdigest() == hmac.new(b'key', b'a message and more', 'sha256').hexdigest(), hmac.digest(b'k' * 200, b'', 'md5').hex())
print(hmac.compare_digest(signature.digest(), hmac.digest(b'key', b'a message', 'sha256')), hmac.compare_digest('a', 'b'))
print(hashlib.pbkdf2_hmac('sha256', b'password', b'salt', 1000).hex())
print(hashlib.pbkdf2_hmac(hash_name='sha1', password=b'password', salt=b'salt', iterations=2, dklen=25).hex())
for wrong in (lambda: hmac.new('key', b'', 'md5'), lambda: hmac.new(b'key', b''), lambda: hmac.new(b'key', 'text', 'md5'),
              lambda: hmac.new(b'k', b'', 'nothing'), lambda: hashlib.pbkdf2_hmac('nothing', b'', b'', 1),
              lambda: hashlib.pbkdf2_hmac('md5', 'text', b'', 1), lambda: hashlib.pbkdf2_hmac('md5', b'', b'', 0),
              lambda: hashlib.pbkdf2_hmac('md5', b'', b'', 1, 0)):
    try:
        wrong()
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
