"""What SystemExit carries for each argument of sys.exit."""
import sys

for argument in (None, 0, "text", (), (1, 2), [3]):
    try:
        sys.exit(argument)
    except SystemExit as leaving:
        print(repr(leaving), leaving.args, leaving.code)
