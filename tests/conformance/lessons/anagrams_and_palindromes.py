"""Playing with words: anagrams, palindromes, pig latin, vowels, and isograms."""
from collections import defaultdict

WORDS = "listen silent enlist google elgoog night thing level noon cat act tac stone tones notes onset".split()


def anagrams(words):
    groups = defaultdict(list)
    for word in words:
        groups["".join(sorted(word))].append(word)
    return [group for group in groups.values() if len(group) > 1]


def is_palindrome(text):
    letters = [letter for letter in text.casefold() if letter.isalnum()]
    return letters == letters[::-1]


def longest_palindrome(text):
    best = ""
    for middle in range(len(text)):
        for left, right in ((middle, middle), (middle, middle + 1)):
            while left >= 0 and right < len(text) and text[left] == text[right]:
                left, right = left - 1, right + 1
            best = max(best, text[left + 1:right], key=len)
    return best


def pig_latin(sentence):
    def turn(word):
        for i, letter in enumerate(word):
            if letter in "aeiou":
                return word[i:] + word[:i] + ("way" if i == 0 else "ay")
        return word + "ay"
    return " ".join(map(turn, sentence.split()))


for group in sorted(anagrams(WORDS), key=lambda g: (-len(g), g)):
    print(len(group), *group)
for text in ("A man, a plan, a canal: Panama", "No lemon, no melon", "Straße", "12321", ""):
    print(f"{text!r:34} {is_palindrome(text)}")
print(longest_palindrome("forgeeksskeegfor"), repr(longest_palindrome("")), longest_palindrome("abcd"))
print(pig_latin("the quick apple rhythm eats"))
print([word for word in WORDS if len(set(word)) == len(word)], sum(map("aeiou".__contains__, "education")))
print("noon".translate({ord("n"): "N"}), "-".join(reversed("a b c".split())), "".join(dict.fromkeys("bookkeeper")))
print("The End".swapcase(), "hELLO wORLD".title(), "they're bill's".title(), "x".join("abc"), "racecar"[::-1] == "racecar")
