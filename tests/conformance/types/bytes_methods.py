"""bytes are sequences of numbers with text-like methods."""
b = b"hello \xff"
print(b, b[0], b[1:3], len(b), list(b[:3]), b"a" + b"b", b"x" * 3, 104 in b, b"ell" in b)
print(bytes([65, 66]), bytes(3), bytes("é", "utf-8"), b"abc".decode(), b"\xc3\xa9".decode("utf-8"))
print(b"a,b".split(b","), b"-".join([b"a", b"b"]), b"abc".upper(), b"abc".hex(), bytes.fromhex("4a4b"))
print(b"abc".find(b"c"), b"abc".startswith(b"ab"), b"abc".replace(b"b", b"-"), b"a" < b"b", b"a" == "a")
for bad in (lambda: b"a" + "b", lambda: bytes([256]), lambda: b"\xff".decode()):
    try:
        bad()
    except Exception as error:
        print(type(error).__name__, error)
