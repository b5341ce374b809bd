"""What StringIO makes of the ends of lines."""
import io

TEXT = 'a\nb\r\nc\rd\n\r'
for newline in ('\n', '', None, '\r', '\r\n'):
    stream = io.StringIO(TEXT, newline=newline)
    print(repr(newline), stream.readlines(), repr(stream.getvalue()))
    stream = io.StringIO(newline=newline)
    print([stream.write(each) for each in ('x\ny', '', '\r\nz\n')], repr(stream.getvalue()))
    stream.seek(0)
    print([repr(line) for line in stream], repr(stream.readline()))
for wrong in ('x', '\n\n', 5):
    try:
        io.StringIO('', newline=wrong)
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
