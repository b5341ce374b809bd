import difflib

old = 'one\ntwo\nthree\nfour\n'.splitlines(keepends=True)
new = 'ore\ntree\nemu\nfour\n'.splitlines(keepends=True)
print(''.join(difflib.ndiff(old, new)))
print(''.join(difflib.unified_diff(old, new, fromfile='before.py', tofile='after.py', fromfiledate='Mon', tofiledate='Tue')))
print(''.join(difflib.context_diff(old, new, fromfile='before.py', tofile='after.py')))
letters, changed = list('abcdefghijklmnop'), list('abXdefghijklmnYpq')
for n in (0, 1, 5):
    print(n, list(difflib.unified_diff(letters, changed, n=n, lineterm='')), list(difflib.context_diff(letters, changed, n=n, lineterm='')))
print(list(difflib.unified_diff(old, old)), list(difflib.unified_diff([], ['x'], lineterm='')), list(difflib.context_diff(['x'], [], lineterm='')))
delta = list(difflib.ndiff(old, new))
print(list(difflib.restore(delta, 1)) == old, list(difflib.restore(delta, 2)) == new)
differ = difflib.Differ(linejunk=difflib.IS_LINE_JUNK, charjunk=difflib.IS_CHARACTER_JUNK)
print(''.join(differ.compare(['\tdef f(x):\n', '\n', '    return x + 1\n', 'same\n', '#\n'], ['\tdef f(x, y):\n', '    return x + y\n', 'same\n', 'new\n'])))
print([difflib.IS_LINE_JUNK(line) for line in ('  # \n', '\n', '# x\n')], [difflib.IS_CHARACTER_JUNK(c) for c in ' \tx'])
print(list(difflib.ndiff(['aaa', 'x', 'aaa'], ['bbb', 'x', 'ccc', 'aaa'])))
