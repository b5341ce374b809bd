"""Look before you leap, or ask forgiveness: the same tasks in both manners."""
from contextlib import suppress


def number_lbyl(text):
    text = text.strip()
    if text and (text.isdigit() or (text[0] in "+-" and text[1:].isdigit())):
        return int(text)
    return None


def number_eafp(text):
    try:
        return int(text)
    except ValueError:
        return None


def deep(data, *keys, default="-"):
    try:
        for key in keys:
            data = data[key]
        return data
    except (KeyError, IndexError, TypeError):
        return default


class Duck:
    def quack(self):
        return "quack"


class Robot:
    quack = "not a function"


def make_noise(thing):
    try:
        return thing.quack()
    except AttributeError as error:
        return f"({error})"
    except TypeError as error:
        return f"[{error}]"


for text in ("12", " -7 ", "+3", "", "1.5", "x", "1_000"):
    print(f"{text!r:8} {number_lbyl(text)!s:6} {number_eafp(text)}")
data = {"users": [{"name": "Ann", "tags": ("a", "b")}], "size": 1}
print(deep(data, "users", 0, "tags", -1), deep(data, "users", 1), deep(data, "size", "x"), deep(data, "users", "0", default=None))
print([make_noise(thing) for thing in (Duck(), Robot(), 5, None, Duck)])
counts = {}
for letter in "hello":
    try:
        counts[letter] += 1
    except KeyError:
        counts[letter] = 1
print(counts, {letter: "hello".count(letter) for letter in dict.fromkeys("hello")} == counts)
with suppress(ValueError):
    [1, 2].remove(3)
    print("never printed")
print(getattr(Duck, "colour", "yellow"), next(iter([]), "empty"), dict(a=1).get("b"), {}.pop("x", 0))
if hasattr(5, "__add__") and callable(print) and not callable(5):
    print("ask", "before", sep="-")
