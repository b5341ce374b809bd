import sys

print(sys.stdin)
for line in sys.stdin:
    print(line)
print([sys.stdin.read(), sys.stdin.read(3), sys.stdin.readline(), sys.stdin.readlines()], list(sys.stdin))
