import fnmatch

names = ['main.py', 'Main.PY', 'test_main.py', 'notes.txt', 'a[1].py', 'a-b', '', '.hidden', 'x\ny', 'data/2024.csv']
for pattern in ['*', '*.py', '?', 'a?b', '[mt]*', '[!mt]*', '[a-m]*.py', 'a[[]1].py', '*[0-9]*', '[]-]', 'a[-]b', '*a*n*', '', '[abc', '**.t?t', 'x*y']:
    print(pattern, fnmatch.filter(names, pattern), [fnmatch.fnmatch(name, pattern) for name in names].count(True), fnmatch.fnmatchcase('MAIN.PY', pattern))
print(fnmatch.filter(iter(names), 'n*'), fnmatch.fnmatch(b'a.x', b'*.x'))
for call in [lambda: fnmatch.fnmatch(3, '*'), lambda: fnmatch.fnmatch('a', 3), lambda: fnmatch.fnmatch(b'a.x', '*.x'), lambda: fnmatch.filter(['a', 3], '*')]:
    try:
        print(call())
    except TypeError as error:
        print(error)
print(fnmatch.fnmatch('a' * 3000 + 'b', '*a*a*a*a*a*c'))
