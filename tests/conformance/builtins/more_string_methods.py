"""What strings say of their characters, and searching from the right."""
for text in ("abc", "ABC", "٣", "²", "½", "1", "\n", "é", "", "a b", "_x"):
    print(repr(text), text.isascii(), text.isdecimal(), text.isdigit(), text.isnumeric(), text.isprintable(), text.isidentifier())
print("banana".rindex("an"), "banana".rindex("an", 0, 4), "banana".rfind("x"), "banana".rfind(""), "banana".index("an", 2))
for wrong in (lambda: "banana".rindex("x"), lambda: "banana".index("a", 6), lambda: "a".rindex(1)):
    try:
        wrong()
    except (ValueError, TypeError) as error:
        print(f"{type(error).__name__}: {error}")
print("abc".isascii(), "²".isdecimal(), "½".isnumeric(), "\n".isprintable())
