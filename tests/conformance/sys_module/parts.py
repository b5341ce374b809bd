"""The parts of sys that lessons use."""
import sys

print(sys.version_info[:2], sys.version_info >= (3, 8), sys.version_info.major)
print(len(sys.argv), sys.argv[0].endswith("parts.py"), __name__)
print(sys.maxsize, sys.platform)
sys.stdout.write("no newline")
sys.stdout.write("\n")
sys.stderr.write("to stderr\n")
sys.stdout.flush()
try:
    sys.exit("a text")
except SystemExit as error:
    print(repr(error), error.code)
