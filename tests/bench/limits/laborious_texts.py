"""Programs of few instructions, each of which is much work: with text and bytes."""

PROGRAMS = {
    "hash(s[1:])": """
s=b'x'*10000000
while True: hash(s[1:])
""",
    "s.hex()": """
s=b'x'*1000000
while True: s.hex()
""",
    "b''.join(L)": """
L=[b'x'*1000]*10000
while True: b''.join(L)
""",
    "s+b'y'": """
s=b'x'*10000000
while True: s+b'y'
""",
    "s.find(b'y')": """
s=b'x'*10000000
while True: s.find(b'y')
""",
    "b'x'*10000000": """
while True: b'x'*10000000
""",
    "'a'.center(10000000)": """
while True: 'a'.center(10000000)
""",
    "f'{s}{s}'": """
s='x'*10000000
while True: f'{s}{s}'
""",
    "L.count('x')": """
L='x'*10000000
while True: L.count('x')
""",
    "s.decode()": """
s=b'e'*10000000
while True: s.decode()
""",
    "s.encode()": """
s='é'*1000000
while True: s.encode()
""",
    "s='e'*10000000 … s.encode()": """
s='e'*10000000
while True: s.encode()
""",
    "s.expandtabs()": r"""
s='\t'*1000000
while True: s.expandtabs()
""",
    "'%s'%s": """
s='x'*10000000
while True: '%s'%s
""",
    "s.getvalue()": """
import io
s=io.StringIO()
s.write('x'*10000000)
while True: s.getvalue()
""",
    "'y' in L": """
L='x'*10000000
while True: 'y' in L
""",
    "'xxxxxxxxxxxxxxy' in L": """
L='x'*10000000
while True: 'xxxxxxxxxxxxxxy' in L
""",
    "s.isalpha()": """
s='e'*10000000
while True: s.isalpha()
""",
    "''.join(L)": """
L=['x'*1000]*10000
while True: ''.join(L)
""",
    "json.loads(M)": """
import json
M=json.dumps(list(range(100000)))
while True: json.loads(M)
""",
    "json.dumps(M)": """
import json
M=list(range(100000))
while True: json.dumps(M)
""",
    "import json … json.loads(M)": """
import json
M=json.dumps('x'*1000000)
while True: json.loads(M)
""",
    "s.splitlines()": r"""
s='x\n'*1000000
while True: s.splitlines()
""",
    "s.write(x); s.seek(0)": """
import io
s=io.StringIO()
x='x'*1000000
while True: s.write(x); s.seek(0)
""",
    "re.match(r'(a+)+b','a'*28)": """
import re
while True: re.match(r'(a+)+b','a'*28)
""",
    "re.findall('b',s)": """
import re
s='ab'*1000000
while True: re.findall('b',s)
""",
    "s.replace('x','y')": """
s='x '*1000000
while True: s.replace('x','y')
""",
    "re.search('c',s)": """
import re
s='ab'*5000000
while True: re.search('c',s)
""",
    "re.split('b',s)": """
import re
s='ab'*500000
while True: re.split('b',s)
""",
    "re.sub('b','c',s)": """
import re
s='ab'*500000
while True: re.sub('b','c',s)
""",
    "hashlib.sha256(s)": """
import hashlib
s=b'x'*10000000
while True: hashlib.sha256(s)
""",
    "L=['x'*1000+str(i) for i in range(10000)] … sorted(L)": """
L=['x'*1000+str(i) for i in range(10000)]
import random
random.shuffle(L)
while True: sorted(L)
""",
    "s.split()": """
s='x '*1000000
while True: s.split()
""",
    "t=s+'y'": """
s='x'*10000000
while True: t=s+'y'
""",
    "s='x'*10000000; t='x'*10000000 … s==t": """
s='x'*10000000; t='x'*10000000
while True: s==t
""",
    "hash(s+'y')": """
s='x'*10000000
while True: hash(s+'y')
""",
    "s[5000000]": """
s='é'*10000000
while True: s[5000000]
""",
    "s.strip()": """
s=' '*10000000
while True: s.strip()
""",
    "'x'*10000000": """
while True: 'x'*10000000
""",
    "s[::-1]": """
s='x'*10000000
while True: s[::-1]
""",
    "s='x'*10000000 … s[1:]": """
s='x'*10000000
while True: s[1:]
""",
    "s.title()": """
s='ab '*1000000
while True: s.title()
""",
    "s.translate({101:'x'})": """
s='e'*1000000
while True: s.translate({101:'x'})
""",
    "s.upper()": """
s='x '*1000000
while True: s.upper()
""",
    "s='é '*1000000 … s.upper()": """
s='é '*1000000
while True: s.upper()
""",
    "re.search('(?:x*)[yz]', s)": """
import re
s = 'x' * 1000000
while True: re.search('(?:x*)[yz]', s)
""",
    "re.search('(?>(?i:x)*)y', s)": """
import re
s = 'x' * 1000000 + 'Y'
while True: re.search('(?>(?i:x)*)[yz]', s)
""",
    "re.search('a' * 10000 + '[bc]', s)": """
import re
s = 'a' * 1000000
while True: re.search('a' * 10000 + '[bc]', s)
""",
    "re.search('(?i)(x*)y', groups compared)": """
import re
s = 'x' * 300000 + 'y' + 'x' * 299999 + 'wz'
while True: re.search('(?i)(x*)y\\\\1[z]', s)
""",
    "p.match(s), of few steps": """
import re
p = re.compile('(a|aa)*b')
s = 'a' * 12
while True: p.match(s)
""",
    "s.startswith(t), of many": """
t = ('b' * 100000,) * 100000
s = 'b' * 99999
while True: s.startswith(t)
""",
    "s.startswith(t), of many bytes": """
t = (b'b' * 1000,) * 100000
s = b'b' * 999
while True: s.startswith(t)
""",
    "s.endswith(t), both long": """
t = 'a' * 10000000
s = 'a' + t
while True: s.endswith(t)
""",
    "b'ab' in s": """
s = b'a' * 10000000
while True: b'ab' in s
""",
    "'ab' in s": """
s = 'a' * 10000000
while True: 'ab' in s
""",
    "s.find(b'aaaaaaaaaaaaaaab')": """
s = b'a' * 10000000
while True: s.find(b'aaaaaaaaaaaaaaab')
""",
    "s.count(b'a')": """
s = b'a' * 10000000
while True: s.count(b'a')
""",
    "unicodedata.normalize('NFD', s)": """
import unicodedata
s = 'é' * 1000000
while True: unicodedata.normalize('NFD', s)
""",
}
