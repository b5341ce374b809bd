"""Squeezing text: run lengths by groupby, by regular expression, and a dictionary of pairs."""
import re
from collections import Counter
from itertools import groupby


def encode(text):
    return "".join(f"{n}{letter}" if (n := len(list(run))) > 1 else letter for letter, run in groupby(text))


def decode(code):
    return re.sub(r"(\d+)(\D)", lambda m: m[2] * int(m[1]), code)


def squeeze(text, rounds=3):
    """Replaces the commonest pair by a fresh capital letter, again and again."""
    table = {}
    for name in "ABCDEFGH"[:rounds]:
        pairs = Counter(map("".join, zip(text, text[1:])))
        pair, count = pairs.most_common(1)[0]
        if count < 2:
            break
        table[name] = pair
        text = text.replace(pair, name)
    return text, table


def unsqueeze(text, table):
    for name, pair in reversed(table.items()):
        text = text.replace(name, pair)
    return text


for text in ("aaabccddddd", "abc", "", "zz", "  x  "):
    code = encode(text)
    print(f"{text!r:14} {code!r:10} {decode(code) == text}")
song = "row row row your boat row row"
small, table = squeeze(song)
print(small, table, f"{len(small) / len(song):.0%}")
assert unsqueeze(small, table) == song
picture = ["..##..", ".####.", "######"]
coded = [encode(line) for line in picture]
print(coded, sum(map(len, coded)), "\n".join(map(decode, coded)), sep="\n")
print(re.findall(r"((.)\2*)", "mississippi"), [m.span() for m in re.finditer(r"(.)\1", "mississippi")])
print(Counter("mississippi").most_common(), sum(Counter(a=2, b=3).values()))
