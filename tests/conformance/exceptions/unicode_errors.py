"""What a Unicode error knows of where it happened."""
for act in (lambda: b"ab\xff".decode(), lambda: b"\xe2\x82".decode(), lambda: b"\xc3\xa9".decode("ascii"),
            lambda: "caf\xe9".encode("ascii"), lambda: "\u20ac\u20ac".encode("latin-1"), lambda: "\ud800".encode()):
    try:
        act()
    except UnicodeError as error:
        print(type(error).__name__, error)
        print(error.encoding, ascii(error.object), error.start, error.end, error.reason, len(error.args))
for args in ((), ("utf-8", b"x", 0, 1, "why"), ("utf-8", b"xyz", 1, 3, "why"), (1, b"", 0, 0, "")):
    try:
        print(UnicodeDecodeError(*args))
    except TypeError as error:
        print(error)
