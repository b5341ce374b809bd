"""Mixed arithmetic, comparisons and conversions."""
print(1 + 1.0, 3 * 0.5, True + 0.5, 10 / 5, 2 ** 0.5 == 2 ** (1 / 2), 1 == 1.0, hash(1) == hash(1.0))
print((2.0).is_integer(), (2.5).is_integer(), (0.5).as_integer_ratio(), float.fromhex("0x1p-2"))
print(bool(0), bool(0.0), bool(""), bool("0"), bool([0]), int(True), str(12), float("1"))
print(min(3, 1.5, 2), max([1, 5.0, 3]), sum([0.1] * 10), sum([1, 2], 10), abs(-2.5))
print(hex(255), oct(8), bin(-5), chr(97), ord("é"), (1000).to_bytes(2, "big"))
print({1: "int", 1.0: "float", True: "bool"})
