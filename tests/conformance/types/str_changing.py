"""Case, padding, stripping, replacing."""
s = "Hello, World"
print(s.upper(), s.lower(), s.title(), s.swapcase(), "hELLO wORLD".capitalize(), "ß".upper(), "İx".lower() != "")
print("  pad ".strip() + "|", "xxaxx".strip("x"), "  l".lstrip(), "r  ".rstrip() + "|", "prefix-x".removeprefix("prefix-"), "x.py".removesuffix(".py"))
print("7".zfill(3), "-7".zfill(4), "a".ljust(4, ".") + "|", "a".rjust(4), "a".center(6, "*"))
print("banana".replace("an", "AN", 1), "a\tb".expandtabs(4), "abc" * 2, "-" * 10, 3 * "ab")
print("aXbX".translate({ord("X"): "-", ord("a"): None}), "%s" % "é", "naïve".encode(), "é".encode("latin-1"))
