import shlex

for text in ['a b  c', "say 'hello world' now", 'a "b c" d\\ e', 'run # not this', '"a\\"b" \'c\\d\' "\\x\\\\"', '""', 'a""b', "''x", 'a\nb', 'é ü', 'a;b|c&&d (e)', '~/x *.py -v --a=b',
             '', '  ', 'a\\\nb', 'x="1 2"y', 'key=\'a b\'']:
    print(shlex.split(text), shlex.split(text, comments=True), end=' ')
    try:
        print(shlex.split(text, posix=False))
    except ValueError as error:
        print(error)
for call in [lambda: shlex.split('"open'), lambda: shlex.split("it's"), lambda: shlex.split('a\\'), lambda: shlex.split(3), lambda: shlex.quote(3), lambda: shlex.join([1])]:
    try:
        call()
    except (ValueError, AttributeError, TypeError) as error:
        print(type(error).__name__, error)
words = ['', 'a', 'a b', "it's", '$x', 'a_b@%+=:,./-', 'é', 'a\n', '*']
print([shlex.quote(word) for word in words], shlex.join(words), shlex.split(shlex.join(words)) == words)
