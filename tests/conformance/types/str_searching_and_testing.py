"""Finding, counting, testing."""
s = "Hello, World"
print(s.find("o"), s.rfind("o"), s.find("z"), s.index("W"), s.count("l"), "World" in s)
print(s.startswith("Hell"), s.endswith(("d", "x")), s.startswith("W", 7))
print("abc".isalpha(), "a1".isalnum(), "12".isdigit(), " ".isspace(), "Ab".islower(), "AB".isupper(), "Title Case".istitle(), "a_1".isidentifier(), "".isalpha())
try:
    s.index("z")
except ValueError as error:
    print(error)
print(max("hello"), min("hello"), sorted("hello"), "a" < "b" < "ba", "Z" < "a")
