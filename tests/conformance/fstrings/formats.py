"""Format specifications of f-strings."""
x, n, s = 3.14159, 1234567, "text"
print(f"{x:.2f}|{x:8.3f}|{x:<8.1f}|{x:+.1f}|{x:08.2f}|{x:e}|{x:.3g}|{x:%}|{x:.0f}")
print(f"{n:,}|{n:_}|{n:10d}|{n:<10}|{n:^11}|{n:+}|{n:x}|{n:#X}|{n:b}|{n:o}|{n:e}")
print(f"{s:>8}|{s:<8}|{s:^8}|{s:*^10}|{s:.2}|{s!r:>8}|{'é'!a}")
print(f"{True}|{None}|{[1, 'a']}|{5:05}|{-5:05}|{5:=+4}|{255:#010b}|{65:c}")
for bad in ("d", ">>5", "q"):
    try:
        print(f"{s:{bad}}")
    except ValueError as error:
        print(error)
