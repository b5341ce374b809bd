"""sep, end, file and what str() makes of things."""
import sys

print(1, 2, 3, sep="-", end="!\n")
print()
print("a", "b", sep="")
print("no newline", end="")
print(" then", None, True, 1.0, [], flush=True)
print("to stderr", file=sys.stderr)
print(*[1, 2, 3], sep=", ")
print("x\ty", "é", "日本")
sys.stdout.write("written\n")
try:
    print(1, sep=3)
except TypeError as error:
    print(error)
