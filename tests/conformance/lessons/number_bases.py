"""Numbers in other bases: int, bin, oct, hex, format, and one's own converters."""
import string

DIGITS = string.digits + string.ascii_lowercase


def to_base(number, base):
    if not 2 <= base <= 36:
        raise ValueError(f"no digits for base {base}")
    if number < 0:
        return "-" + to_base(-number, base)
    text = ""
    while True:
        number, digit = divmod(number, base)
        text = DIGITS[digit] + text
        if not number:
            return text


for number in (0, 5, 255, -37, 10 ** 12):
    print(f"{number:>14} {bin(number)[:16]:>18} {oct(number):>16} {hex(number):>14} {to_base(number, 36)}")
print(all(int(to_base(n, b), b) == n for n in range(-9, 50, 7) for b in range(2, 37, 5)))
print(int("0x1f", 16), int("0b101", 0), int("0o17", 0), int("zz", 36), int(" -1_000 "), int("७"))
print(f"{255:08b} {255:#x} {255:#o} {255:X} {255:_b} {1234567:_} {1234567:,} {-5:+} {5:+} {5: }")
print((5).bit_length(), (0).bit_length(), (255).bit_count(), (-5).bit_count(), 5 & 3, 5 | 3, 5 ^ 3, ~5, 1 << 10, -9 >> 1)
print((1000).to_bytes(2, "big"), int.from_bytes(b"\x03\xe8", "big"), (-2).to_bytes(2, "little", signed=True), int.from_bytes(b"\xfe", "big", signed=True))
for text in ("12x", "", "0b12", "1__0", "³"):
    try:
        print(int(text, 0))
    except ValueError as error:
        print(error)
try:
    to_base(5, 1)
except ValueError as error:
    print(error)
try:
    (300).to_bytes(1, "big")
except OverflowError as error:
    print("OverflowError:", error)
print((0.1).hex(), float.fromhex("0x1.8p3"), (0.75).as_integer_ratio(), float("1e3").is_integer(), round(2.5), round(-3.5), round(1234.567, -2))
gray = [n ^ n >> 1 for n in range(8)]
print([f"{g:03b}" for g in gray], sum(b == "1" for b in f"{2 ** 61 - 1:b}"))
