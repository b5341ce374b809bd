"""A file that does not compile is a SyntaxError where it is imported."""
try:
    import _broken
except SyntaxError as error:
    print(error)
    print(error.msg, error.lineno, error.offset, error.end_offset, repr(error.text))
    print(error.filename.rsplit("/", 1)[-1])
import _broken
