"""What sys tells: byte order, version, interning, limits of recursion, sizes."""
import sys

print(sys.byteorder, sys.version.split()[0][:4], sys.intern("word") is sys.intern("wo" + "rd"), sys.getsizeof(b"") > 0, sys.getsizeof([1] * 100) > sys.getsizeof([]))


def depth(n=0):
    try:
        return depth(n + 1)
    except RecursionError:
        return n


before = sys.getrecursionlimit()
shallow = depth()
sys.setrecursionlimit(before * 2)
print(sys.getrecursionlimit(), depth() > shallow)
for wrong in (lambda: sys.setrecursionlimit(0), lambda: sys.setrecursionlimit("x"), lambda: sys.intern(5)):
    try:
        wrong()
    except (ValueError, TypeError, RecursionError) as error:
        print(f"{type(error).__name__}: {error}")
