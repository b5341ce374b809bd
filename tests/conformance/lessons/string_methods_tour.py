"""A tour of the methods of str, with the surprises that lessons point out."""
s = "  The quick brown fox, the lazy dog.  "
print(s.strip(), "|", s.lstrip(), "|", s.rstrip(" .g"), "|", "xxhixx".strip("x"))
print(s.split(), s.strip().split(" ", 2), s.rsplit(None, 1), "a,,b,".split(","), "".split(), "".split(","))
print("a\nb\r\nc\x0bd\u2028e\n".splitlines(), "a\nb\n".splitlines(keepends=True))
print("k=v=w".partition("="), "k=v=w".rpartition("="), "none".partition("="), "none".rpartition("="))
print("hello".replace("l", "L"), "hello".replace("l", "L", 1), "abc".replace("", "-"), "".replace("", "x"))
print("hello".find("l"), "hello".rfind("l"), "hello".find("z"), "hello".index("lo"), "hello".count("l"), "aaa".count("aa"), "abc".count(""))
print("Hello".startswith(("He", "x")), "Hello".endswith("lo", 0, 4), "Hello".startswith("l", 2))
print("mixed Case".upper(), "Mixed".lower(), "they're bill's".title(), "hELLO wORLD".capitalize(), "Straße".casefold(), "aBc".swapcase())
print("42".zfill(5), "-42".zfill(6), "+1".zfill(1), "x".center(7, "*"), "x".center(4, "-"), "ab".ljust(5, "."), "ab".rjust(5))
print("a\tb\tcd".expandtabs(4), "01\t012\t0123".expandtabs(), "-".join("abc"), ", ".join(["one"]), "".join([]))
print("prefix-body".removeprefix("prefix-"), "body.py".removesuffix(".py"), "x".removesuffix(""))
for word in ("abc", "ABC", "Abc Def", "123", "12.5", "abc1", "", " \t", "_id", "class", "½", "²", "٣", "é", "Ⅷ"):
    tests = ("isalpha", "isdigit", "isalnum", "isdecimal", "isnumeric", "isspace", "islower", "isupper", "istitle",
             "isidentifier", "isprintable", "isascii")
    print(f"{word!r:>10}", " ".join(t[2:] for t in tests if getattr(word, t)()))
table = str.maketrans("aeiou", "43105", "xyz")
print("education is xyz key".translate(table), table[ord("a")], "ab".translate({97: None, 98: "BB"}))
print(str.maketrans({"a": "1", "b": None}))
print("abc" < "abd", "Zebra" < "apple", "a" * 3 + "b", 3 * "ab", "b" in "abc", "" in "abc", "abc"[::-1], "abcdef"[1:-1:2])
print(ord("€"), chr(8364), "\x41\u0042\U00000043\103", r"\n", "tab\there", 'quote"s', "it's", """both'"s""")
print(repr("new\nline\ttab\\ \x00\x7f\xad é 😀 \u200b \ud800".encode("utf-8", "replace")), ascii("é😀"))
print(max("hello"), min("hello"), sorted("hello"), list("hi"), len("é😀"), "".join(reversed("abc")), set("aaa"))
print("%s" % "abc".encode(), "abc".encode().decode("ascii"), "é".encode("latin-1"), "é".encode())
for wrong in (lambda: "abc".index("z"), lambda: "abc"[10], lambda: "abc" + 1, lambda: 1 + "abc", lambda: "a" * "b",
              lambda: "".join([1]), lambda: "abc".split(""), lambda: "é".encode("ascii"), lambda: b"\xff".decode(),
              lambda: "abc".center(5, "ab"), lambda: int("12x"), lambda: float("one"), lambda: ord("ab"), lambda: chr(-1),
              lambda: "a".nothing, lambda: "abc".__setitem__, lambda: "a" < 1, lambda: "abc".find(1), lambda: "x".zfill("3"),
              lambda: "ab".startswith(3), lambda: "a".join(5), lambda: "a" in 5, lambda: 5 in "a", lambda: "abc"["x"], lambda: str(b"x", 3)):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, "-", error)
