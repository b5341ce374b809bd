import keyword
import textwrap

print(textwrap.shorten('Hello  world, how are you?', 15), textwrap.shorten('Hello world', 5, placeholder='!'), textwrap.shorten('a b', 10))
print(repr(textwrap.dedent('''
    one
      two

    three
    ''')), repr(textwrap.dedent('\tx\n\t  y\n')), repr(textwrap.dedent('no\n  indent')))
print(repr(textwrap.indent('a\n\n b\n', '> ')), repr(textwrap.indent('a\n\nb', '-', lambda line: True)))
print(textwrap.wrap(''), textwrap.wrap('   '), textwrap.fill('x' * 25, 10), textwrap.wrap('a b c', 1))
print(textwrap.wrap('end.  Next one. last', 40, fix_sentence_endings=True), textwrap.TextWrapper(width=10).wrap('some words here'))
try:
    textwrap.wrap('x', 0)
except ValueError as error:
    print(error)
print(keyword.iskeyword('async'), keyword.iskeyword('match'), keyword.issoftkeyword('match'), len(keyword.kwlist), keyword.kwlist[:3])
