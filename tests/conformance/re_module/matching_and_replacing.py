import re


def attempt(function, *args, **keywords):
    try:
        print(repr(function(*args, **keywords)))
    except Exception as error:
        print(type(error).__name__, error)


log = '2024-01-15 10:30:00 ERROR [worker-3] Task failed: id=42 retry=1\n2024-01-15 10:30:05 INFO [main] done'
m = re.match(r'(?P<date>\d{4}-\d\d-\d\d) (?P<time>[\d:]+) (\w+)', log)
print(m, m.groups(), m.groupdict(), m.group(), m.group(1, 'time'), m['date'], m[3], m.span(), m.span('time'), m.start(3), m.end())
print(m.lastindex, m.lastgroup, m.re.groups, dict(m.re.groupindex), m.pos, m.endpos, m.string is log, m.expand(r'\3 at \g<time>'))
print(re.findall(r'\b\w+=(\d+)', log), re.findall(r'(\w+)=(\d+)', log), re.findall(r'\d\d:\d\d', log), re.findall('x*', 'axxb'))
print(re.search('id=(?P<id>[0-9]+)', log), re.search('nothing', log), re.fullmatch(r'\w+', 'abc'), re.fullmatch(r'\w+', 'abc!'), re.match('b', 'ab'))
print(re.sub(r'\d+', '#', log, count=3), re.subn('a', 'b', 'banana'), re.sub('(a)(b)?', r'[\1-\2]', 'ab a'), re.sub('x*', '-', 'abxd'))
print(re.sub(r'\w+', lambda m: m.group().upper(), 'some words', 1), re.sub(r'(?P<w>\w+)', r'<\g<w>\g<0>>', 'a b'), re.sub('b', '\\n', 'abc'), re.sub('.', r'\\', 'a'))
print(re.split(r'[,;]\s*', 'a, b;c,d'), re.split('(-)', 'a-b-c', maxsplit=1), re.split(r'\s*', 'a b'), re.split('x', 'abc'), re.split(r'\b', 'a b'))
print([m.span() for m in re.finditer(r'\w*', 'ab cd')], [m.group() for m in re.finditer('[aeiou]', 'education')])
print(re.findall('^.', 'a\nb\nc', re.M), re.findall('(?m)^.$', 'a\nb'), re.search('a.b', 'a\nb', re.S), re.findall('HELLO', 'Hello hello', re.IGNORECASE))
print(re.compile(r'''
    (\d+)  # number
    \s* [ ]
    (k|M)?   # unit
    ''', re.X).match('12 k').groups())
print(re.match('(a)|(b)', 'b').groups(), re.match('(a)|(b)', 'b').groups('none'), re.match('(a)|(b)', 'b').lastindex, re.match('(a(b))', 'ab').lastindex)
print(re.match(r'(\w)(\w)\2\1', 'abba'), re.match(r'(?P<q>["\']).*?(?P=q)', '"it\'s"'), re.match('a{2,3}', 'aaaa'), re.match('a{,2}b', 'aab'), re.match('a{x}', 'a{x}'))
print(re.search(r'(?<=\$)\d+(?!\d|%)', '$42% $17'), re.search(r'(?<!a)b', 'ab b'), re.match(r'(?:a|b)+?', 'abab'), re.match(r'(?i:A)b', 'ab'), re.match('(?s:.)', '\n'))
print(re.findall(r'[\w.+-]+@[\w-]+\.[\w.]+', 'mail a.b+c@x-y.org, or d@e.co.uk!'), re.findall(r'[^\W\d_]+', 'añb1_ç'), re.findall(r'\w+', 'naïve café 中文', re.ASCII))
print(re.search('é+', 'caféé').span(), re.search(r'\d', '٣'), re.findall('.', '😀é'), re.sub('é', 'e', 'été'), re.search('ÉTÉ', 'été', re.I))
print(re.escape('a.b*c[d]-e f'), re.escape('é_1'), re.match(re.escape('a+b'), 'a+b'), re.findall(r'[\]\-a^]', 'a]-^b'), re.findall('[]a]', 'a]'), re.findall('[a-c-]', 'b-d'))
pattern = re.compile(r'(\d+)-(\d+)')
print(pattern, pattern.pattern, pattern.flags, pattern.groups, pattern.search('x 10-20', 2), pattern.match('x 1-2', 2), pattern.search('1-23', 0, 3), pattern == re.compile(r'(\d+)-(\d+)'))
print(repr(re.I | re.M), re.I, re.compile('a', re.I | re.S), re.compile('(?im)a').flags, re.RegexFlag(0), re.I.value, re.compile('x', re.A))
print(re.findall(b'[a-c]+', b'abcd'), re.sub(rb'(\d)', rb'<\1>', b'a1'), re.match(rb'\xff', b'\xff'), re.compile(b'a').flags)
print(re.match('$', ''), re.findall('a$', 'a\n'), re.findall(r'a\Z', 'a\n'), re.findall(r'\Aa', 'aa'), re.match(r'\x41\u0042\t', 'AB\t'), re.match(r'[\x41-C]\101', 'BA'))
print(re.match('(?>a+)b', 'aab'), re.match('a++a', 'aaa'), re.match('(a)?(?(1)b|c)', 'ab'), re.match('(?#comment)a', 'a'), bool(re.match('', '')))
for bad in ['(', ')', '[', '[a', '*', 'a**', '+', '(?', '(?P<', '(?P<a', '(?P<1>a)', '(?P<a>x)(?P<a>y)', '(?P=b)', r'\q', r'\1', '\\', '[z-a]', r'[\w-a]', 'a{2,1}',
            '(?<a>x)', '(?Z)', r'(?<=a*)b', '(a', 'a)', r'\x1', r'(?P<n>a', 'b(?i)', '(?P>x)', r'(\1)', 'x(?', '?', '|*', '(*a)', '^*']:
    attempt(re.compile, bad)
attempt(re.sub, 'a', r'\2', 'a')
attempt(re.sub, 'a', r'\g<x>', 'a')
attempt(re.sub, 'a', r'\q', 'a')
attempt(re.sub, 'a', r'\g<1', 'a')
attempt(re.match, 'a', b'a')
attempt(re.match, b'a', 'a')
attempt(re.match, 'a', 5)
attempt(re.compile, 5)
attempt(re.compile, pattern, re.I)
attempt(m.group, 9)
attempt(m.group, 'nope')
try:
    re.compile('ab\nc(d')
except re.error as error:
    print(error.msg, error.pos, error.lineno, error.colno, error.pattern)
