"""bytes and bytearray: literals, indexing, methods, conversions, checksums by hand."""
data = b"Hello\x00\xff\n'\""
print(data, len(data), data[0], data[1:3], data[-1:], list(data[:3]), bytes([65, 66]), bytes(3), bytes("é", "utf-8"))
print(data.hex(), data.hex(":"), data.hex("-", 2), bytes.fromhex("48 65 6c"), b"%d:%s:%b:%x" % (5, b"x", b"y", 255), b"a" + b"b" * 3)
print(b"a,b,c".split(b","), b",".join([b"x", b"y"]), b"abc".find(b"c"), b"abc".replace(b"b", b"-"), b" x ".strip(), b"abc".upper(), b"Abc".startswith(b"A"))
print(b"abc" == bytearray(b"abc"), b"a" < b"b", 97 in b"abc", b"bc" in b"abc", b"abc"[::-1], b"\x80".decode("latin-1"), b"x".isalpha(), b"12".isdigit())
array = bytearray(b"spam")
array[0] = 83
array.append(33)
array.extend(b"??")
array[1:3] = b"PA!"
del array[-1]
array += b"."
print(array, array.pop(), array.index(b"!"), bytes(array), array.decode(), array.reverse(), array)
print((1000).to_bytes(2, "big"), int.from_bytes(b"\x03\xe8", "big"), (-2).to_bytes(2, "little", signed=True), int.from_bytes(b"\xfe\xff", "little", signed=True))
print("naïve €".encode(), "naïve".encode("ascii", "ignore"), "naïve".encode("ascii", "replace"), "€".encode("ascii", "backslashreplace"), "€".encode("ascii", "xmlcharrefreplace"))
print(b"\xe2\x82".decode("utf-8", "replace"), b"ab\xff".decode("utf-8", "ignore"), b"\xff".decode("utf-8", "backslashreplace"))


def checksum(data):
    low = high = 0
    for byte in data:
        low = (low + byte) % 255
        high = (high + low) % 255
    return (high << 8) | low


print(hex(checksum(b"abcde")), f"{checksum(b'abcdefgh'):04x}", sum(b"abc"), max(b"abc"), [f"{byte:08b}" for byte in b"Hi"])
xor = bytes(a ^ b for a, b in zip(b"secret", b"keykey"))
print(xor, bytes(a ^ b for a, b in zip(xor, b"keykey")), b"a\tb".expandtabs(4), b"abc".translate(None, b"b"), b"ab".center(6, b"*"))
view = b"abcdef"
print(view[2:4], b"line1\nline2\r\n".splitlines(), b"k:v".partition(b":"), b"a".rjust(3), b"7".zfill(3), b"aXbX".count(b"X"), b"ab".removeprefix(b"a"))
for wrong in (lambda: b"a" + "b", lambda: b"abc"["x"], lambda: bytes([256]), lambda: bytes("x"), lambda: b"abc".index(b"z"), lambda: bytes(-1),
              lambda: b"a".join(["x"]), lambda: (300).to_bytes(1, "big"), lambda: (-1).to_bytes(1, "big"), lambda: bytes.fromhex("4"), lambda: bytes.fromhex("zz"),
              lambda: b"\xff".decode("ascii"), lambda: b"\xe2\x28".decode(), lambda: "é".encode("ascii"), lambda: b"a" < "a", lambda: b"a".split("x"),
              lambda: bytearray(b"a").append(300), lambda: b"abc".__setitem__, lambda: "x".encode("no-such"), lambda: b"a" % 1, lambda: b"%d" % "x", lambda: bytes(1.5), lambda: "a" in b"abc"):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, "-", error)
