"""A run-length coder, base conversion, a morse table, hex dumps and simple checksums."""
from itertools import groupby

MORSE = dict(zip("SOETANRM", "... --- . - .- -. .-. --".split()))


def encode(text):
    return "".join(f"{sum(1 for _ in run)}{char}" for char, run in groupby(text))


def decode(code):
    out, digits = [], ""
    for char in code:
        if char.isdigit():
            digits += char
        else:
            out.append(char * int(digits))
            digits = ""
    return "".join(out)


def to_base(number, base, digits="0123456789abcdefghijklmnopqrstuvwxyz"):
    if number < 0:
        return "-" + to_base(-number, base)
    result = digits[number % base]
    while number := number // base:
        result = digits[number % base] + result
    return result


def hexdump(data, width=8):
    for offset in range(0, len(data), width):
        chunk = data[offset:offset + width]
        text = "".join(chr(b) if 32 <= b < 127 else "." for b in chunk)
        yield f"{offset:04x}  {chunk.hex(' '):<{width * 3 - 1}}  |{text}|"


def luhn(number):
    digits = [int(d) for d in reversed(str(number))]
    return sum(d if i % 2 == 0 else sum(divmod(2 * d, 10)) for i, d in enumerate(digits)) % 10 == 0


print(encode("aaabbc"), decode("12x1y"), decode(encode("hello")) == "hello")
print([to_base(255, b) for b in (2, 8, 16, 36)], to_base(-10, 2), all(int(to_base(n, 7), 7) == n for n in range(200)))
print(" ".join(MORSE[c] for c in "SOS"), {code: letter for letter, code in MORSE.items()}[".-"])
print(*hexdump("Grüße, Welt\n\0\x7f".encode()), sep="\n")
print(luhn(79927398713), luhn(79927398710), f"{sum(b'checksum') & 0xFF:#04x}", "".join(f"{b:08b}" for b in "é".encode()))
print("zip".ljust(6, ".") + "|", "title case here".title(), "a-b_c".translate({ord("-"): "+", ord("_"): None}), "%s" % "".join(map(chr, range(97, 107))))
