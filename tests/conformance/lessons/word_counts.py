"""Counting words with Counter, and its arithmetic."""
import string
from collections import Counter

TEXT = """The cat sat on the mat; the dog sat on the cat.
Was the mat flat? The cat was not. "Flat!" said the dog, flat on the mat."""

words = [word.strip(string.punctuation).lower() for word in TEXT.split()]
counts = Counter(words)
print(counts.most_common(3), len(counts), sum(counts.values()), counts["bird"], "bird" in counts)
for word, times in counts.most_common(4):
    print(f"{word:>5} {'#' * times} {times / len(words):6.1%}")
print(sorted(word for word, times in counts.items() if times == 1))

one, two = (Counter(line.split()) for line in ("a b b c", "b c d"))
print(one + two, one - two, one & two, one | two, sep="\n")
one.subtract(two)
print(one, +one, -one, sorted(one.elements()))
one.update("abc", d=5)
print(one, one.total())
print(Counter({"x": 1}) == Counter(x=1, y=0), Counter("aab") <= Counter("aaabb"), Counter("ab") < Counter("ab"))
lengths = Counter(map(len, words))
print(sorted(lengths.items()), max(lengths, key=lengths.get))
followers = {}
for before, after in zip(words, words[1:]):
    followers.setdefault(before, Counter())[after] += 1
print({word: after.most_common(1)[0] for word, after in followers.items() if after.total() > 2})
letters = Counter(letter for letter in TEXT.lower() if letter.isalpha())
print(letters.most_common(5), repr(Counter()), dict(Counter(b"aab")))
del counts["the"]
print(counts.most_common(1), counts.pop("cat"), counts.get("cat", 0))
