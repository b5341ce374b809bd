"""Small programs on text: word counts, ciphers, palindromes, run lengths, tables."""
import re
import string
import textwrap
from collections import Counter

TEXT = """It was the best of times, it was the worst of times, it was the age of wisdom,
it was the age of foolishness -- it was the epoch of belief."""

words = re.findall(r"[a-z']+", TEXT.lower())
counts = Counter(words)
print(len(words), len(set(words)), counts.most_common(4))
width = max(map(len, counts))
for word, count in sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:5]:
    print(f"{word:>{width}} {'#' * count:<8}{count / len(words):6.1%}")


def caesar(text, shift):
    shifted = string.ascii_lowercase[shift:] + string.ascii_lowercase[:shift]
    return text.translate(str.maketrans(string.ascii_letters, shifted + shifted.upper()))


def run_lengths(text):
    return "".join(f"{len(m[0])}{m[1]}" for m in re.finditer(r"(.)\1*", text))


def is_palindrome(text):
    letters = [c for c in text.casefold() if c.isalnum()]
    return letters == letters[::-1]


def roman(number):
    result = ""
    for value, numeral in ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")):
        while number >= value:
            result, number = result + numeral, number - value
    return result


secret = caesar("Hello, World!", 3)
print(secret, caesar(secret, -3 % 26), run_lengths("aaabccd"), is_palindrome("A man, a plan, a canal: Panama"), [roman(n) for n in (4, 9, 14, 1994, 2024)])
print(textwrap.fill("The quick brown fox jumped over the lazy dog, again and again.", 24))
print(textwrap.shorten("The quick brown fox jumped", 16, placeholder="..."), repr(textwrap.dedent("    a\n      b\n")), textwrap.indent("x\ny", "> "))
print(re.sub(r"(\w+)@(\w+)\.com", r"\2 at \1", "mail ann@site.com now"), re.split(r"[;,]\s*", "a, b;c"), re.match(r"(?P<year>\d{4})-(?P<month>\d\d)", "2024-05-06").groupdict())
print("".join(c if c.isalnum() else "_" for c in "file name?.txt"), " ".join(w.capitalize() for w in "hello big world".split()), "".join(sorted("dcba")), "abc".translate({97: "A"}))
vowels = {v: TEXT.lower().count(v) for v in "aeiou"}
print(vowels, max(vowels, key=vowels.get), sum(vowels.values()))
table = [("name", "qty", "price"), ("apple", 3, 1.5), ("banana", 12, 0.25), ("fig", 100, 12.125)]
for i, (name, qty, price) in enumerate(table):
    print(f"|{name:<8}|{qty:>5}|{price:>8}|" if i == 0 else f"|{name:<8}|{qty:>5}|{price:>8.2f}|")
    if i == 0:
        print(f"|{'-' * 8}|{'-' * 5}|{'-' * 8}|")
print(string.Template("$who likes ${what}s").substitute(who="Tim", what="plum"), string.capwords("a bc d"), string.digits, string.punctuation)
