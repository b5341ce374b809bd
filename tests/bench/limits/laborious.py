"""Programs of few instructions, each of which is much work."""

PROGRAMS = {
    "any(itertools.repeat(0))": """
import itertools
any(itertools.repeat(0))
""",
    "s.insert(0,1); del s[0]": """
s=bytearray(10000000)
while True: s.insert(0,1); del s[0]
""",
    "a=3**2000000 … a+a": """
a=3**2000000
while True: a+a
""",
    "a=3**2000000; b=a+1 … a==b": """
a=3**2000000; b=a+1
while True: a==b
""",
    "a=3**200000;b=3**100000 … a//b": """
a=3**200000;b=3**100000
while True: a//b
""",
    "f'{a:b}'": """
a=3**2000000
while True: f'{a:b}'
""",
    "hash(a)": """
a=3**2000000
while True: hash(a)
""",
    "hex(a)": """
a=3**2000000
while True: hex(a)
""",
    "x=3**200000 … x*x": """
x=3**200000
while True: x*x
""",
    "3**300000": """
while True: 3**300000
""",
    "pow(a,b,c)": """
a=3**5000;b=3**4001;c=7**5000
while True: pow(a,b,c)
""",
    "1<<10000000": """
while True: 1<<10000000
""",
    "bisect.insort(L,0)": """
import bisect
L=[]
while True: bisect.insort(L,0)
""",
    "random.choices([1,2,3],k=1000000)": """
import random
while True: random.choices([1,2,3],k=1000000)
""",
    "d[A()]=1": """
class A:
    def __hash__(self): return 1
d={}
while True: d[A()]=1
""",
    "d={} … i+=1": """
d={}
i=0
m=2**61-1
while True:
    d[i*m*0+ i*(2**61-1)]=1
    i+=1
""",
    "for x in itertools.combinations(range(5000),2500): pass": """
import itertools
for x in itertools.combinations(range(5000),2500): pass
""",
    "math.comb(20000,10000)": """
import math
while True: math.comb(20000,10000)
""",
    "deque(itertools.repeat(1),maxlen=0)": """
from collections import deque
import itertools
deque(itertools.repeat(1),maxlen=0)
""",
    "copy.copy(M)": """
import copy
M=[[i] for i in range(1000000)]
while True: copy.copy(M)
""",
    "Counter(s)": """
from collections import Counter
s='abc'*100000
while True: Counter(s)
""",
    "copy.deepcopy(M)": """
import copy
M=[[i] for i in range(10000)]
while True: copy.deepcopy(M)
""",
    "while True: … del L": """
while True:
    L=[[] for i in range(100000)]
    del L
""",
    "d.copy()": """
from collections import deque
d=deque(range(1000000))
while True: d.copy()
""",
    "d.index(999999)": """
from collections import deque
d=deque(range(1000000))
while True: d.index(999999)
""",
    "d.insert(500000,1); d.pop()": """
from collections import deque
d=deque(range(1000000))
while True: d.insert(500000,1); d.pop()
""",
    "d.rotate(500000)": """
from collections import deque
d=deque(range(1000000))
while True: d.rotate(500000)
""",
    "L=dict.fromkeys(range(1000000)); M=L.copy() … L==M": """
L=dict.fromkeys(range(1000000)); M=L.copy()
while True: L==M
""",
    "L.copy()": """
L=dict.fromkeys(range(1000000))
while True: L.copy()
""",
    "L=dict.fromkeys(range(1000000)) … {**L}": """
L=dict.fromkeys(range(1000000))
while True: {**L}
""",
    "dir(int)": """
while True: dir(int)
""",
    "list(reversed(L))": """
L=[0]*1000000
while True: list(reversed(L))
""",
    "type('A',(),dict.fromkeys(map(str,range(10000))))": """
while True: type('A',(),dict.fromkeys(map(str,range(10000))))
""",
    "T=(KeyError,)*100000 … except ValueError: pass": """
T=(KeyError,)*100000
while True:
    try:
        try: raise ValueError
        except T: pass
    except ValueError: pass
""",
    "math.factorial(20000)": """
import math
while True: math.factorial(20000)
""",
    "def f(): … f()": """
def f():
    try: f()
    finally: f()
f()
""",
    "f'{1:10000000}'": """
while True: f'{1:10000000}'
""",
    "M=L.copy(); M.clear()": """
L=[[]]*1000000
while True:
    M=L.copy(); M.clear()
""",
    "math.fsum(L)": """
import math
L=[0.1]*1000000
while True: math.fsum(L)
""",
    "math.gcd(a,b)": """
import math
a=3**20000;b=5**20000
while True: math.gcd(a,b)
""",
    "random.getrandbits(10000000)": """
import random
while True: random.getrandbits(10000000)
""",
    "heapq.heapify(L[:])": """
import heapq
L=list(range(100000,0,-1))
while True: heapq.heapify(L[:])
""",
    "-1 in L": """
L=list(range(1000000))
while True: -1 in L
""",
    "isinstance(1,T)": """
T=(str,)*100000
while True: isinstance(1,T)
""",
    "next(itertools.islice(itertools.count(),10000000,None))": """
import itertools
while True: next(itertools.islice(itertools.count(),10000000,None))
""",
    "math.isqrt(a)": """
import math
a=3**200000
while True: math.isqrt(a)
""",
    "next(filter(None,itertools.repeat(0)))": """
import itertools
next(filter(None,itertools.repeat(0)))
""",
    "sum(map(abs,itertools.count()))": """
import itertools
sum(map(abs,itertools.count()))
""",
    "L=[0]*1000000 … L+L": """
L=[0]*1000000
while True: L+L
""",
    "L=[0]*1000000; M=[0]*1000000 … L==M": """
L=[0]*1000000; M=[0]*1000000
while True: L==M
""",
    "list(L)": """
L=[0]*1000000
while True: list(L)
""",
    "L.count(1)": """
L=[0]*1000000+[1]
while True: L.count(1)
""",
    "L[0:1]=[1,2]; del L[0]": """
L=[0]*1000000
while True: L[0:1]=[1,2]; del L[0]
""",
    "L.index(1)": """
L=[0]*1000000+[1]
while True: L.index(1)
""",
    "L.insert(0,1); L.pop(0)": """
L=[0]*1000000
while True: L.insert(0,1); L.pop(0)
""",
    "[0]*10000000": """
while True: [0]*10000000
""",
    "L.reverse()": """
L=[0]*1000000
while True: L.reverse()
""",
    "L=[0]*1000000 … L[:]": """
L=[0]*1000000
while True: L[:]
""",
    "math.prod(L)": """
import math
L=list(range(1,10000))
while True: math.prod(L)
""",
    "max(L)": """
L=list(range(1000000))
while True: max(L)
""",
    "min(range(10000000))": """
while True: min(range(10000000))
""",
    "class c(c): pass": """
while True:
    c=object
    for i in range(200):
        class c(c): pass
""",
    "for x in itertools.permutations(range(2000)): pass": """
import itertools
for x in itertools.permutations(range(2000)): pass
""",
    "for x in itertools.product(range(2),repeat=3000): pass": """
import itertools
for x in itertools.product(range(2),repeat=3000): pass
""",
    "def f(n): … except ValueError: pass": """
def f(n):
    if n==0: raise ValueError
    f(n-1)
while True:
    try: f(900)
    except ValueError: pass
""",
    "random.randbytes(10000000)": """
import random
while True: random.randbytes(10000000)
""",
    "random.shuffle(L)": """
import random
L=list(range(100000))
while True: random.shuffle(L)
""",
    "list(range(1000000))": """
while True: list(range(1000000))
""",
    "repr(M)": """
M=list(range(100000))
while True: repr(M)
""",
    "L=[] … repr(M)": """
L=[]
for i in range(500): L=[L]
M=[L]*1000
while True: repr(M)
""",
    "def f(n): … except ValueError: pass again": """
def f(n):
    try:
        if n==0: raise ValueError
        f(n-1)
    except ValueError: raise
while True:
    try: f(900)
    except ValueError: pass
""",
    "a.__dict__.update(dict.fromkeys(map(str,range(100000))))": """
class A: pass
while True:
    a=A()
    a.__dict__.update(dict.fromkeys(map(str,range(100000))))
""",
    "L=set(range(1000000)) … L.copy()": """
L=set(range(1000000))
while True: L.copy()
""",
    "L&M; L|M; L-M": """
L=set(range(1000000));M=set(range(500000,1500000))
while True: L&M; L|M; L-M
""",
    "L=set(range(1000000));M=set(range(1500000)) … L<=M": """
L=set(range(1000000));M=set(range(1500000))
while True: L<=M
""",
    "L.sort(key=lambda x:-x)": """
L=list(range(100000))
while True: L.sort(key=lambda x:-x)
""",
    "sorted(L)": """
L=list(range(100000,0,-1))
import random
random.shuffle(L)
while True: sorted(L)
""",
    "sum(L,[])": """
L=[[1]]*10000
while True: sum(L,[])
""",
    "sum(L)": """
L=list(range(1000000))
while True: sum(L)
""",
    "import traceback … except ValueError: traceback.format_exc()": """
import traceback
def f(n):
    if n==0: raise ValueError
    f(n-1)
while True:
    try: f(500)
    except ValueError: traceback.format_exc()
""",
    "L=(0,)*1000000; M=(0,)*1000000 … L==M": """
L=(0,)*1000000; M=(0,)*1000000
while True: L==M
""",
    "hash(L)": """
L=(0,)*1000000
while True: hash(L)
""",
    "(0,)*1000000": """
while True: (0,)*1000000
""",
    "tuple(L)": """
L=[0]*1000000
while True: tuple(L)
""",
    "def f(*a): pass … f(*L)": """
def f(*a): pass
L=[0]*1000000
while True: f(*L)
""",
    "a,*b=L": """
L=[0]*1000000
while True: a,*b=L
""",
    "for x in zip(*[itertools.count()]*1000): pass": """
import itertools
for x in zip(*[itertools.count()]*1000): pass
""",
    "hash((t, t)), 60 deep": """
t = (1,)
for i in range(60): t = (t, t)
hash(t)
""",
    "(t, t) == (u, u), 60 deep": """
t = (1,); u = (1,)
for i in range(60): t = (t, t); u = (u, u)
t == u
""",
    "repr([l, l]), 60 deep": """
l = []
for i in range(60): l = [l, l]
repr(l)
""",
    "isinstance(1, (t, t)), 60 deep": """
t = (str,)
for i in range(60): t = (t, t)
isinstance(1, t)
""",
    "next(zip(z, z)), 60 deep": """
import itertools
z = itertools.repeat(0)
for i in range(60): z = zip(z, z)
next(z)
""",
    "dict[a, a][int], 60 deep": """
import typing
a = typing.TypeVar('T')
for i in range(60): a = dict[a, a]
a[int]
""",
    "set(d), of a tuple of a million": """
t = (1,)
for i in range(19): t = (t, t)
d = {t: 1}
while True: set(d)
""",
    "f() that nothing awaits": """
async def f(): pass
while True: f()
""",
    "range(10**15).count(x)": """
class Other:
    def __eq__(self, other): return False
range(10**15).count(Other())
""",
    "asyncio.wait() for the first of many": """
import asyncio
async def main():
    pending = {asyncio.create_task(asyncio.sleep(i)) for i in range(20000)}
    while pending:
        done, pending = await asyncio.wait(pending, return_when='FIRST_COMPLETED')
asyncio.run(main())
""",
}
