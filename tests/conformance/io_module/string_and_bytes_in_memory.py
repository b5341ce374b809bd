import contextlib
import io


def attempt(function, *args):
    try:
        print(repr(function(*args)))
    except Exception as error:
        print(type(error).__name__, error)


text = io.StringIO()
print(text.write('one\n'), text.write('two\nthree'), text.tell(), repr(text.getvalue()))
print(repr(text.read()), text.seek(0), repr(text.read(2)), repr(text.readline()), text.readlines(), text.seek(4))
text.write('TWO, ')
print(repr(text.getvalue()), text.tell(), text.truncate(6), repr(text.getvalue()), text.seek(0, 2))
text.seek(10)
text.write('!')
print(repr(text.getvalue()))
for line in io.StringIO('a\nb\n\nc'):
    print(repr(line), end=' ')
print([line.strip() for line in io.StringIO('x\ny\n')], io.StringIO('abc').read(), io.StringIO('a\r\nb').readlines())
with io.StringIO('start') as stream:
    stream.write('ST')
    print(stream.getvalue(), stream.readable(), stream.writable(), stream.seekable(), stream.isatty(), stream.closed)
print(stream.closed)
attempt(stream.getvalue)
attempt(stream.write, 'x')
attempt(text.write, 5)
attempt(text.write, b'x')
attempt(text.seek, -1)
attempt(text.seek, 1, 1)
attempt(io.StringIO, 5)
with contextlib.redirect_stdout(io.StringIO()) as captured:
    print('captured', 1)
    print('twice', end='')
print(repr(captured.getvalue()))
print('to a stream', 5, file=text)
text.writelines(['a', 'b'])
print(repr(text.getvalue()))
data = io.BytesIO(b'abc\ndef')
print(data.read(2), data.readline(), data.read(), data.getvalue(), data.seek(1), data.write(b'XY'), data.getvalue())
print(list(io.BytesIO(b'1\n2\n')), data.tell(), data.truncate(2), data.getvalue())
attempt(data.write, 'text')
