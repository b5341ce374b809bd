import hashlib
import random
for n in ['md5','sha1','sha224','sha256','sha384','sha512','sha3_256']:
    h=hashlib.new(n, b'abc'); h.update(b'def'); c=h.copy(); c.update(b'x')
    print(h.name, h.hexdigest(), c.hexdigest()==h.hexdigest(), h.digest_size, h.block_size, getattr(hashlib,n)(b'abcdef').digest()==h.digest())
def a(f,*x,**k):
    try: print(repr(f(*x,**k)))
    except Exception as e: print(type(e).__name__, e)
a(hashlib.md5,'x'); a(hashlib.md5,5); a(hashlib.new,'foo')
print(random.Random('seed').random())
