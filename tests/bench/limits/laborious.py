"""Programs of few instructions, each of which is much work."""

PROGRAMS = {
    "allany": """
import itertools
any(itertools.repeat(0))
""",
    "barr": """
s=bytearray(10000000)
while True: s.insert(0,1); del s[0]
""",
    "bhash": """
s=b'x'*10000000
while True: hash(s[1:])
""",
    "bhex": """
s=b'x'*1000000
while True: s.hex()
""",
    "bigadd": """
a=3**2000000
while True: a+a
""",
    "bigcmp": """
a=3**2000000; b=a+1
while True: a==b
""",
    "bigdiv": """
a=3**200000;b=3**100000
while True: a//b
""",
    "bigfmt": """
a=3**2000000
while True: f'{a:b}'
""",
    "bighash": """
a=3**2000000
while True: hash(a)
""",
    "bighex": """
a=3**2000000
while True: hex(a)
""",
    "bigmul": """
x=3**200000
while True: x*x
""",
    "bigpow": """
while True: 3**300000
""",
    "bigpowmod": """
a=3**5000;b=3**4001;c=7**5000
while True: pow(a,b,c)
""",
    "bigshift": """
while True: 1<<10000000
""",
    "bisec_t": """
import bisect
L=[]
while True: bisect.insort(L,0)
""",
    "bjoin": """
L=[b'x'*1000]*10000
while True: b''.join(L)
""",
    "bytesadd": """
s=b'x'*10000000
while True: s+b'y'
""",
    "bytesfind": """
s=b'x'*10000000
while True: s.find(b'y')
""",
    "bytesmul": """
while True: b'x'*10000000
""",
    "center": """
while True: 'a'.center(10000000)
""",
    "choices": """
import random
while True: random.choices([1,2,3],k=1000000)
""",
    "collide": """
class A:
    def __hash__(self): return 1
d={}
while True: d[A()]=1
""",
    "collideint": """
d={}
i=0
m=2**61-1
while True:
    d[i*m*0+ i*(2**61-1)]=1
    i+=1
""",
    "comb": """
import itertools
for x in itertools.combinations(range(5000),2500): pass
""",
    "comb2": """
import math
while True: math.comb(20000,10000)
""",
    "concatf": """
s='x'*10000000
while True: f'{s}{s}'
""",
    "consume": """
from collections import deque
import itertools
deque(itertools.repeat(1),maxlen=0)
""",
    "copycopy": """
import copy
M=[[i] for i in range(1000000)]
while True: copy.copy(M)
""",
    "counterc": """
from collections import Counter
s='abc'*100000
while True: Counter(s)
""",
    "countstr": """
L='x'*10000000
while True: L.count('x')
""",
    "decode": """
s=b'e'*10000000
while True: s.decode()
""",
    "deepcopy": """
import copy
M=[[i] for i in range(10000)]
while True: copy.deepcopy(M)
""",
    "delbig": """
while True:
    L=[[] for i in range(100000)]
    del L
""",
    "dequecopy": """
from collections import deque
d=deque(range(1000000))
while True: d.copy()
""",
    "dequeidx": """
from collections import deque
d=deque(range(1000000))
while True: d.index(999999)
""",
    "dequeins": """
from collections import deque
d=deque(range(1000000))
while True: d.insert(500000,1); d.pop()
""",
    "dequerot": """
from collections import deque
d=deque(range(1000000))
while True: d.rotate(500000)
""",
    "dictcmp": """
L=dict.fromkeys(range(1000000)); M=L.copy()
while True: L==M
""",
    "dictcopy": """
L=dict.fromkeys(range(1000000))
while True: L.copy()
""",
    "dictunpack": """
L=dict.fromkeys(range(1000000))
while True: {**L}
""",
    "dirs": """
while True: dir(int)
""",
    "encode": """
s='é'*1000000
while True: s.encode()
""",
    "encodea": """
s='e'*10000000
while True: s.encode()
""",
    "enumrev": """
L=[0]*1000000
while True: list(reversed(L))
""",
    "evalbig": """
while True: type('A',(),dict.fromkeys(map(str,range(10000))))
""",
    "excmatch": """
T=(KeyError,)*100000
while True:
    try:
        try: raise ValueError
        except T: pass
    except ValueError: pass
""",
    "expandtabs": r"""
s='\t'*1000000
while True: s.expandtabs()
""",
    "factorial": """
import math
while True: math.factorial(20000)
""",
    "finally": """
def f():
    try: f()
    finally: f()
f()
""",
    "fmtpct": """
s='x'*10000000
while True: '%s'%s
""",
    "fmtwidth": """
while True: f'{1:10000000}'
""",
    "free": """
L=[[]]*1000000
while True:
    M=L.copy(); M.clear()
""",
    "fsum": """
import math
L=[0.1]*1000000
while True: math.fsum(L)
""",
    "gcd": """
import math
a=3**20000;b=5**20000
while True: math.gcd(a,b)
""",
    "getrandbits": """
import random
while True: random.getrandbits(10000000)
""",
    "getval": """
import io
s=io.StringIO()
s.write('x'*10000000)
while True: s.getvalue()
""",
    "heapify": """
import heapq
L=list(range(100000,0,-1))
while True: heapq.heapify(L[:])
""",
    "inlist": """
L=list(range(1000000))
while True: -1 in L
""",
    "instr": """
L='x'*10000000
while True: 'y' in L
""",
    "instr2": """
L='x'*10000000
while True: 'xxxxxxxxxxxxxxy' in L
""",
    "isalpha": """
s='e'*10000000
while True: s.isalpha()
""",
    "isinst": """
T=(str,)*100000
while True: isinstance(1,T)
""",
    "islice": """
import itertools
while True: next(itertools.islice(itertools.count(),10000000,None))
""",
    "isqrt": """
import math
a=3**200000
while True: math.isqrt(a)
""",
    "itfilter": """
import itertools
next(filter(None,itertools.repeat(0)))
""",
    "itmap": """
import itertools
sum(map(abs,itertools.count()))
""",
    "join": """
L=['x'*1000]*10000
while True: ''.join(L)
""",
    "jsonl": """
import json
M=json.dumps(list(range(100000)))
while True: json.loads(M)
""",
    "jsons": """
import json
M=list(range(100000))
while True: json.dumps(M)
""",
    "jsonst": """
import json
M=json.dumps('x'*1000000)
while True: json.loads(M)
""",
    "linesplit": r"""
s='x\n'*1000000
while True: s.splitlines()
""",
    "listadd": """
L=[0]*1000000
while True: L+L
""",
    "listcmp": """
L=[0]*1000000; M=[0]*1000000
while True: L==M
""",
    "listcopy": """
L=[0]*1000000
while True: list(L)
""",
    "listcount": """
L=[0]*1000000+[1]
while True: L.count(1)
""",
    "listdel": """
L=[0]*1000000
while True: L[0:1]=[1,2]; del L[0]
""",
    "listindex": """
L=[0]*1000000+[1]
while True: L.index(1)
""",
    "listins": """
L=[0]*1000000
while True: L.insert(0,1); L.pop(0)
""",
    "listmul": """
while True: [0]*10000000
""",
    "listrev": """
L=[0]*1000000
while True: L.reverse()
""",
    "listslice": """
L=[0]*1000000
while True: L[:]
""",
    "mathprod": """
import math
L=list(range(1,10000))
while True: math.prod(L)
""",
    "maxs": """
L=list(range(1000000))
while True: max(L)
""",
    "mins": """
while True: min(range(10000000))
""",
    "mro": """
while True:
    c=object
    for i in range(200):
        class c(c): pass
""",
    "perm": """
import itertools
for x in itertools.permutations(range(2000)): pass
""",
    "printbig": """
import io
s=io.StringIO()
x='x'*1000000
while True: s.write(x); s.seek(0)
""",
    "prod": """
import itertools
for x in itertools.product(range(2),repeat=3000): pass
""",
    "raisedeep": """
def f(n):
    if n==0: raise ValueError
    f(n-1)
while True:
    try: f(900)
    except ValueError: pass
""",
    "randbytes": """
import random
while True: random.randbytes(10000000)
""",
    "randm": """
import random
L=list(range(100000))
while True: random.shuffle(L)
""",
    "rangein": """
while True: list(range(1000000))
""",
    "reback": """
import re
while True: re.match(r'(a+)+b','a'*28)
""",
    "refind": """
import re
s='ab'*1000000
while True: re.findall('b',s)
""",
    "replace": """
s='x '*1000000
while True: s.replace('x','y')
""",
    "repribig": """
M=list(range(100000))
while True: repr(M)
""",
    "reprnest": """
L=[]
for i in range(500): L=[L]
M=[L]*1000
while True: repr(M)
""",
    "reraise": """
def f(n):
    try:
        if n==0: raise ValueError
        f(n-1)
    except ValueError: raise
while True:
    try: f(900)
    except ValueError: pass
""",
    "research": """
import re
s='ab'*5000000
while True: re.search('c',s)
""",
    "resplit": """
import re
s='ab'*500000
while True: re.split('b',s)
""",
    "resub": """
import re
s='ab'*500000
while True: re.sub('b','c',s)
""",
    "setattrdel": """
class A: pass
while True:
    a=A()
    a.__dict__.update(dict.fromkeys(map(str,range(100000))))
""",
    "setcopy": """
L=set(range(1000000))
while True: L.copy()
""",
    "setops": """
L=set(range(1000000));M=set(range(500000,1500000))
while True: L&M; L|M; L-M
""",
    "setsub": """
L=set(range(1000000));M=set(range(1500000))
while True: L<=M
""",
    "sha": """
import hashlib
s=b'x'*10000000
while True: hashlib.sha256(s)
""",
    "sortkey": """
L=list(range(100000))
while True: L.sort(key=lambda x:-x)
""",
    "sortplain": """
L=list(range(100000,0,-1))
import random
random.shuffle(L)
while True: sorted(L)
""",
    "sortstr": """
L=['x'*1000+str(i) for i in range(10000)]
import random
random.shuffle(L)
while True: sorted(L)
""",
    "splits": """
s='x '*1000000
while True: s.split()
""",
    "stradd": """
s='x'*10000000
while True: t=s+'y'
""",
    "straddg": """
s=''
while True: s+='x'*1000
""",
    "strcmp": """
s='x'*10000000; t='x'*10000000
while True: s==t
""",
    "strhash": """
s='x'*10000000
while True: hash(s+'y')
""",
    "strindexu": """
s='é'*10000000
while True: s[5000000]
""",
    "strip": """
s=' '*10000000
while True: s.strip()
""",
    "strmul": """
while True: 'x'*10000000
""",
    "strrev": """
s='x'*10000000
while True: s[::-1]
""",
    "strslice": """
s='x'*10000000
while True: s[1:]
""",
    "sumlists": """
L=[[1]]*10000
while True: sum(L,[])
""",
    "sums": """
L=list(range(1000000))
while True: sum(L)
""",
    "title": """
s='ab '*1000000
while True: s.title()
""",
    "traceb": """
import traceback
def f(n):
    if n==0: raise ValueError
    f(n-1)
while True:
    try: f(500)
    except ValueError: traceback.format_exc()
""",
    "translate": """
s='e'*1000000
while True: s.translate({101:'x'})
""",
    "tuplecmp": """
L=(0,)*1000000; M=(0,)*1000000
while True: L==M
""",
    "tuplehash": """
L=(0,)*1000000
while True: hash(L)
""",
    "tuplemul": """
while True: (0,)*1000000
""",
    "tupleof": """
L=[0]*1000000
while True: tuple(L)
""",
    "unpackargs": """
def f(*a): pass
L=[0]*1000000
while True: f(*L)
""",
    "unpackseq": """
L=[0]*1000000
while True: a,*b=L
""",
    "upper": """
s='x '*1000000
while True: s.upper()
""",
    "upperu": """
s='é '*1000000
while True: s.upper()
""",
    "zips": """
import itertools
for x in zip(*[itertools.count()]*1000): pass
""",
}
