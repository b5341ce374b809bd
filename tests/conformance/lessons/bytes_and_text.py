"""Between text and bytes: encoding, decoding, errors, hex, bytearrays, and a tiny binary format."""
word = "naïve café €"
for encoding in ("utf-8", "latin-1", "ascii"):
    try:
        data = word.encode(encoding)
        print(f"{encoding:<10}{len(data):>3} {data[:12]}")
    except UnicodeEncodeError as error:
        print(f"{encoding:<10}{error}")
for errors in ("ignore", "replace", "backslashreplace", "xmlcharrefreplace"):
    print(errors, word.encode("ascii", errors))
raw = b"caf\xc3\xa9 \xff"
print(raw.decode("utf-8", "replace"), raw.decode("utf-8", "ignore"), raw.decode("latin-1"), raw.decode("utf-8", "backslashreplace"))
try:
    raw.decode()
except UnicodeDecodeError as error:
    print(error, error.start, error.reason)
print(raw.hex(), raw.hex("-"), bytes.fromhex("de ad BE ef"), list(b"abc"), bytes([72, 105]), bytes(3), bytes("é", "utf-8"), b"a" b"b")
print(b"a,b,c".split(b","), b"-".join([b"x", b"y"]), b"Hello".upper(), b"hello".find(b"l"), b"abc"[1], b"abc"[1:2], b"ab" in b"cab", 97 in b"abc", b"%d-%s" % (5, b"z"))
buffer = bytearray(b"hello")
buffer[0] = ord("J")
buffer += b" world"
buffer.append(33)
del buffer[5:7]
print(buffer, buffer.decode(), buffer.pop(), buffer.count(b"o"), bytes(buffer), buffer == b"Jelloorld", len(buffer))


def pack(*records):
    out = bytearray()
    for name, value in records:
        text = name.encode()
        out += len(text).to_bytes(1, "big") + text + value.to_bytes(4, "big", signed=True)
    return bytes(out) + bytes([sum(out) % 256])


def unpack(data):
    if sum(data[:-1]) % 256 != data[-1]:
        raise ValueError("checksum does not match")
    at = 0
    while at < len(data) - 1:
        size = data[at]
        yield data[at + 1:at + 1 + size].decode(), int.from_bytes(data[at + 1 + size:at + 5 + size], "big", signed=True)
        at += size + 5


packed = pack(("temp", -7), ("größe", 100000))
print(packed, len(packed), list(unpack(packed)))
for action in (lambda: list(unpack(packed[:-1] + b"\0")), lambda: b"a" + "b", lambda: bytes([256]), lambda: b"abc".index(b"z"), lambda: bytes.fromhex("xyz"), lambda: "é".encode("wrong"), lambda: bytearray(b"a").__setitem__(0, 300), lambda: str(b"x", "ascii") + 1):
    try:
        action()
    except (ValueError, TypeError, LookupError) as error:
        print(f"{type(error).__name__}: {error}")
print(str(b"bytes"), str(b"bytes", "ascii"), repr(b'it\'s "q"'), b"\t\n\\\x00\x7f", ascii("é€😀"), "😀".encode(), len("😀"), ord("€"), chr(8364), "\u00e9" == "é", "\x41")
