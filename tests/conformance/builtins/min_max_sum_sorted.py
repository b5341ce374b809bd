"""Keys, defaults and errors of the reducing builtins."""
words = ["pear", "fig", "banana"]
print(min(words), max(words, key=len), min(words, key=len), sorted(words, key=len))
print(max([], default="none"), sum([[1], [2]], []), sum(range(101)), min(1, 2), max("a", "b"))
for bad in (lambda: max([]), lambda: min(), lambda: sum(["a"]), lambda: max(1),
            lambda: sorted([1, "a"]), lambda: sorted(5), lambda: min(1, "a")):
    try:
        bad()
    except Exception as error:
        print(type(error).__name__, error)
