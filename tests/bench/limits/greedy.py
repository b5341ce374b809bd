"""Programs that take memory until they have it all, each in a way of its own."""

PROGRAMS = {
    "exceptions": """
L=[]
while True:
    L.append(ValueError(1))
""",
    "exceptions raised": """
L=[]
while True:
    try: raise ValueError(1)
    except ValueError as e: L.append(e)
""",
    "chains of two exceptions": """
L=[]
while True:
    try:
        try: raise ValueError(1)
        except ValueError as e: raise KeyError(2) from e
    except KeyError as e: L.append(e)
""",
    "one chain of exceptions": """
x=None
while True:
    try:
        raise ValueError(1) from x
    except ValueError as e: x=e
""",
    "exception groups": """
L=[]
while True:
    L.append(ExceptionGroup('a',[ValueError(1)]))
""",
    "generators": """
L=[]
def g():
    yield 1
while True:
    x=g(); next(x); L.append(x)
""",
    "coroutines": """
L=[]
async def g():
    pass
while True:
    L.append(g())
""",
    "asynchronous generators": """
L=[]
async def g():
    yield 1
while True:
    L.append(g())
""",
    "instances": """
class A:
    def __init__(self): self.x=1; self.y=2
L=[]
while True: L.append(A())
""",
    "instances without attributes": """
class A: pass
L=[]
while True: L.append(A())
""",
    "cycles that nothing collects": """
class A: pass
while True:
    a=A(); a.me=a
""",
    "instances with slots": """
class A:
    __slots__=('a','b')
    def __init__(self): self.a=1; self.b=2
L=[]
while True: L.append(A())
""",
    "instances of a dataclass": """
from dataclasses import dataclass
@dataclass
class P:
    x:int
    y:int
L=[]
while True:
    L.append(P(1,2))
""",
    "closures": """
L=[]
def mk(i):
    def f(): return i
    return f
i=0
while True:
    i+=1
    L.append(mk(i))
""",
    "functions": """
L=[]
while True:
    L.append(lambda: 1)
""",
    "bound methods": """
class A:
    def f(self): pass
a=A()
L=[]
while True:
    L.append(a.f)
""",
    "classes": """
L=[]
while True:
    class A: pass
    L.append(A)
""",
    "dicts of two keys": """
L=[]
while True: L.append({'a':1,'b':2})
""",
    "one dict": """
d={}
i=0
while True:
    d[i]=i; i+=1
""",
    "dict.fromkeys": """
L=dict.fromkeys(range(10**9))
""",
    "counters": """
from collections import Counter
L=[]
while True: L.append(Counter('abc'))
""",
    "sets of three": """
L=[]
while True: L.append({1,2,3})
""",
    "one set": """
s=set()
i=0
while True:
    s.add(i); i+=1
""",
    "set of a range": """
L=set(range(10**9))
""",
    "set comprehension": """
L={i for i in range(10**12)}
""",
    "empty lists": """
L=[]
while True: L.append([])
""",
    "lists of one item": """
L=[]
while True: L.append([1])
""",
    "a list doubled by *": """
L=[0]*1000
while True: L=L*2
""",
    "list of a range": """
L=list(range(10**9))
""",
    "tuples of two": """
L=[]
while True: L.append((L,1))
""",
    "a tuple doubled by *": """
L=(0,)*1000
while True: L=L*2
""",
    "tuple of a range": """
L=tuple(range(10**9))
""",
    "sorted of a range": """
L=sorted(range(10**9))
""",
    "list of a zip": """
L=list(zip(range(10**9),range(10**9)))
""",
    "strings": """
L=[]
i=0
while True:
    i+=1
    L.append(str(i)*3)
""",
    "a string doubled by *": """
s='x'*1000
while True: s=s*2
""",
    "a string of other scripts doubled by *": """
s='é☃'*1000
while True: s=s*2
""",
    "a string added to itself": """
s='x'
while True: s=s+s+'y'
""",
    "a string joined by itself": """
s='x'*1000
while True: s=s.join([s]*10)
""",
    "join of a generator": """
s='x'*100000
while True: s=''.join(s for i in range(3))
""",
    "width in an f-string": """
n=1000
L=[]
while True:
    n=n*2
    L.append(f"{1:{n}}")
""",
    "width in a % format": """
n=1000
L=[]
while True:
    n=n*2
    L.append("%*d"%(n,1))
""",
    "ljust": """
n=1000
L=[]
while True:
    n=n*2
    L.append("x".ljust(n))
""",
    "str.replace": """
s='x'
while True: s=s.replace('x','xxx')
""",
    "re.sub": """
import re
s='x'
while True: s=re.sub('x+',s*2,s)
""",
    "re.sub with a function": """
import re
s='x'
while True: s=re.sub('x+',lambda m:m.group()*3,s)
""",
    "str.split": """
s='x '*1000
while True:
    s+=s
    L=s.split()
""",
    "list of a string": """
s='xé'*1000
while True:
    s+=s
    L=list(s)
""",
    "repr of a repr": r"""
s="'\n"*1000
while True: s=repr(s)
""",
    "repr of lists in lists": """
L=[1]
while True:
    L=[L]*10
    s=repr(L)
""",
    "JSON in JSON": """
import json
s='x"'
while True: s=json.dumps([s,s])
""",
    "StringIO": """
import io
s=io.StringIO()
while True: s.write('x'*1000)
""",
    "interned names": """
import sys
L=[]
i=0
while True:
    i+=1
    L.append(sys.intern('name%d'%i))
""",
    "attributes of one instance": """
class A: pass
a=A()
i=0
while True:
    i+=1
    setattr(a,'n%d'%i,i)
""",
    "integers of two words": """
L=[]
i=1<<100
while True:
    i+=1
    L.append(i)
""",
    "integers of many words": """
L=[]
i=1<<1000
while True:
    i+=1
    L.append(i)
""",
    "an integer shifted": """
n=1000
L=[]
while True:
    n=n*2
    L.append(1<<n)
""",
    "integers of 4,000 digits": """
s='1'*4000
L=[]
while True:
    L.append(int(s))
""",
    "bytes doubled": """
b=b'x'
while True: b+=b
""",
    "a bytearray that grows": """
b=bytearray()
while True: b+=b'x'*1000
""",
    "bytes.replace": """
s=b'x'
while True: s=s.replace(b'x',b'xxx')
""",
    "BytesIO": """
import io
s=io.BytesIO()
while True: s.write(b'x'*1000)
""",
    "one deque": """
from collections import deque
d=deque()
while True: d.append(1.5)
""",
    "deques of three": """
from collections import deque
L=[]
while True: L.append(deque([1,2,3]))
""",
    "a heap": """
import heapq
h=[]
i=0
while True:
    i+=1
    heapq.heappush(h,(i%7,i))
""",
    "one half of a tee": """
import itertools
a,b=itertools.tee(itertools.count())
for x in a: pass
""",
    "iterators": """
L=[]
x=[1]
while True:
    L.append(iter(x))
""",
    "floats": """
L=[]
x=1.0
while True:
    x+=1.0
    L.append(x)
""",
    "weak references": """
import weakref
class A: pass
L=[]
while True:
    a=A()
    L.append(a); L.append(weakref.ref(a))
""",
    "ids asked for": """
L=[]
while True:
    a=[]
    L.append(a); id(a)
""",
    "contexts": """
import contextvars
v=contextvars.ContextVar('v')
L=[]
i=0
while True:
    i+=1
    v.set(i)
    L.append(contextvars.copy_context())
""",
    "regular expressions": """
import re
L=[]
i=0
while True:
    i+=1
    p=re.compile('a%d'%i)
    p.match('a')
    L.append(p)
""",
    "threads that sleep": """
import threading, time
while True:
    threading.Thread(target=time.sleep, args=(1000,), daemon=True).start()
""",
    "threads that sleep deep in natives": """
import threading, time
def deep(n):
    return time.sleep(1000) if n == 0 else sorted([n], key=lambda _: deep(n - 1))
while True:
    threading.Thread(target=deep, args=(60,), daemon=True).start()
""",
    "threads that were deep in natives": """
import threading, time
def deep(n):
    return 0 if n == 0 else len(sorted([n], key=lambda _: deep(n - 1)))
def work():
    deep(60)
    time.sleep(1000)
while True:
    threading.Thread(target=work, daemon=True).start()
""",
    "classes of namedtuple()": """
from collections import namedtuple
made = []
while True: made.append(namedtuple('A', 'a b c'))
""",
    "map()": """
made = []
while True: made.append(map(int, [1]))
""",
    "zip()": """
made = []
while True: made.append(zip([1], [1], [1]))
""",
    "zip_longest()": """
import itertools
made = []
while True: made.append(itertools.zip_longest([1], [1]))
""",
    "a cycle of what does not end": """
import itertools
for each in itertools.cycle(itertools.count()): pass
""",
    "bytes of what does not end": """
import itertools
bytes(itertools.repeat(1))
""",
    "a bytearray of what does not end": """
import itertools
bytearray(itertools.repeat(1))
""",
    "a bytearray extended without end": """
import itertools
bytearray().extend(itertools.repeat(1))
""",
    "what is swallowed": """
import io
stream = io.StringIO()
while True:
    try: stream.write('x' * 100_000)
    except BaseException: pass
""",
    "a match that goes deep": """
import re
n = 1
while True:
    n *= 2
    re.match('(a|b)*', 'ab' * n)
""",
    "patterns that went deep": """
import re
found = []
while True:
    pattern = re.compile('(a|b)*%d' % len(found))
    pattern.match('ab' * 200)
    found.append(pattern)
""",
    "arguments spread to a function": """
given = [1] * 1000
while True:
    given = given + given[:len(given) // 8]
    (lambda *all: all)(*given)
""",
    "arguments spread to a method": """
given = [1] * 1000
class Taker:
    def take(self, *all): pass
while True:
    given = given + given[:len(given) // 8]
    Taker().take(*given)
""",
    "arguments spread to a class": """
given = [1] * 1000
while True:
    given = given + given[:len(given) // 8]
    ValueError(*given)
""",
    "powers": """
import itertools
[number ** 20 for number in itertools.count()]
""",
}


def _in_ever_larger_sizes(statement):
    """What takes memory for a moment alone: of sizes so close that one of them comes near any limit."""
    return f"""
import io, random
n = 1 << 16
while True:
    n = n * 9 // 8
    {statement}
"""


PROGRAMS.update({statement: _in_ever_larger_sizes(statement) for statement in (
    "hex(1 << 8 * n)",
    "bin(1 << n)",
    "oct(1 << 3 * n)",
    "format(1 << 4 * n, '_x')",
    "'%x' % (1 << 4 * n)",
    "f'{1 << 4 * n:>100x}'",
    "int('1' * n, 16)",
    "float('1' * n)",
    "hash(1 << 8 * n)",
    "(1 << 8 * n).to_bytes(n + 1, 'big')",
    "int.from_bytes(b'x' * n, 'big')",
    "(1 << 8 * n) // 3",
    "(1 << 8 * n) % (1 << 64)",
    "(1 << 8 * n) ^ -1",
    "repr(b'x' * n)",
    "repr(bytes(n))",
    "repr(bytearray(n))",
    "str(b'\"' * n)",
    "bytes.fromhex('ab' * n)",
    "bytes(n).hex(':')",
    "bytes(n).translate(bytes(256))",
    "(b'x' * n).zfill(2 * n)",
    "(b'x' * n).title()",
    "ascii('é' * n)",
    "repr('\\0' * n)",
    "('é' * n).encode()",
    "('é' * n).encode('utf-16')",
    "('é' * n).encode('ascii', 'xmlcharrefreplace')",
    "(b'x' * n).decode('utf-32', 'replace')",
    "tuple('é' * n)",
    "(*range(n),)",
    "[1] * n + [2] * n",
    "([1] * n).copy()",
    "random.getrandbits(8 * n)",
    "random.sample(range(n), n)",
    "'{0}{0}'.format('x' * n)",
    "'%s%s' % ('x' * n, 'x' * n)",
    "f'{\"x\" * n}{n}'",
    "io.BytesIO(b'x' * n).getvalue() * 3",
    "repr(['x' * n])",
    "repr(['x'] * n)",
    "repr(('x' * n, 'x' * n))",
    "repr({'x' * n})",
    "repr({n: 'x' * n})",
    "repr([['x' * n], ['x' * n]])",
    "str(ValueError('x' * n, 'x' * n))",
)})
