"""Ciphers: Caesar, Vigenère, Atbash and rot13 with translate, and guessing a shift."""
from itertools import cycle
from string import ascii_lowercase as LOWER
from string import ascii_uppercase as UPPER


def caesar(text, shift):
    shift %= 26
    table = str.maketrans(LOWER + UPPER, LOWER[shift:] + LOWER[:shift] + UPPER[shift:] + UPPER[:shift])
    return text.translate(table)


def vigenere(text, key, sign=1):
    shifts = cycle(LOWER.index(letter) for letter in key)
    return "".join(caesar(letter, sign * next(shifts)) if letter.isalpha() else letter for letter in text)


def atbash(text):
    return text.translate(dict(zip(map(ord, LOWER), reversed(LOWER))))


def guess(text):
    common = "etaoin"
    return max(range(26), key=lambda shift: sum(caesar(text, -shift).lower().count(letter) for letter in common))


message = "Meet me at the old oak tree, at nine!"
for shift in (3, 13, -1, 29):
    print(f"{shift:>3} {caesar(message, shift)}")
hidden = vigenere(message, "lemon")
print(hidden, "|", vigenere(hidden, "lemon", -1))
print(atbash("wizard"), atbash(atbash("magic")))
found = guess(caesar(message, 7))
print(found, caesar(caesar(message, 7), -found))
print("hello world".translate(str.maketrans("lo", "01", " ")), "tab\tnew".translate({9: " to ", ord("w"): None}))
print("".join(chr(ord(letter) ^ 1) for letter in "secret"), [f"{ord(c):07b}" for c in "Hi"])
rail = "wearediscovered"
print(rail[::3] + rail[1::3] + rail[2::3], " ".join(rail[i:i + 5] for i in range(0, len(rail), 5)))
