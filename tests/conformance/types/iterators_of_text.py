"""Text that is all ASCII has an iterator of its own type."""
for text in ("abc", "", "é", "日本", "a" * 3):
    letters = iter(text)
    print(type(letters).__name__, type(letters) is type(iter("x")), list(letters), next(letters, "end"))
    try:
        letters.send(1)
    except AttributeError as error:
        print(error)
