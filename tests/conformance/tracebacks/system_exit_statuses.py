"""SystemExit with None, a number or a text; here a number after finally."""
import sys

for value in (None, 0, "text", 5):
    try:
        sys.exit(value)
    except SystemExit as error:
        print(repr(error.code))
try:
    raise SystemExit(4)
finally:
    print("finally")
