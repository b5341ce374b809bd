import io
import shlex

for how in [{}, {'posix': True}, {'punctuation_chars': True}, {'posix': True, 'punctuation_chars': ';&'}]:
    for text in ['a && b || c; d', 'a="b c" d', 'x>y >> z (q) # c\n e', 'a.b-c ~/f*?.py', 'a;;b "c;d"', "f'g h'"]:
        print(how, list(shlex.shlex(text, **how)))
commas = shlex.shlex('a,b "c,d",e', posix=True)
commas.whitespace, commas.whitespace_split = ',', True
print(list(commas), commas.eof, commas.state)
lexer = shlex.shlex(io.StringIO('one two\nthree = 3'), 'file.conf')
print(lexer.get_token(), lexer.lineno)
lexer.push_token('pushed')
print(lexer.get_token(), lexer.read_token(), lexer.lineno, lexer.error_leader(), lexer.error_leader('other', 7), lexer.infile)
print(list(lexer), repr(lexer.get_token()), repr(lexer.eof), lexer.punctuation_chars == '')
lexer = shlex.shlex('set x.y to "a b" ! comment\nok')
lexer.wordchars += '.'
lexer.commenters = '!'
for token in lexer:
    print(token, end='|')
print()
lexer = shlex.shlex('a "b')
print(lexer.get_token())
lexer.get_token()
