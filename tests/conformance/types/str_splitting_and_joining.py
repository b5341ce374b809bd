"""split, rsplit, splitlines, partition, join."""
print("a,b,,c".split(","), " a  b ".split(), "a,b,c".split(",", 1), "a,b,c".rsplit(",", 1), "".split(), "".split(","))
print("one\ntwo\r\nthree\n".splitlines(), "a\nb".splitlines(True))
print("k=v=w".partition("="), "k=v=w".rpartition("="), "none".partition("="))
print("-".join(["a", "b"]), "".join("xyz"), ", ".join(str(n) for n in range(3)))
for bad in (lambda: "a".split(""), lambda: "-".join(["a", 1])):
    try:
        bad()
    except Exception as error:
        print(type(error).__name__, error)
