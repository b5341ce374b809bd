"""The name of except … as is gone after its block."""
error = "outer"
try:
    1 / 0
except ZeroDivisionError as error:
    print(error)
try:
    print(error)
except NameError as other:
    print(other)
