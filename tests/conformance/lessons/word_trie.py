"""A trie of words: nested dictionaries, prefixes, and completion."""
from collections import defaultdict

END = object()


def trie():
    return defaultdict(trie)


class Words:
    def __init__(self, text=""):
        self._root = trie()
        for word in text.split():
            self.add(word)

    def add(self, word):
        node = self._root
        for letter in word:
            node = node[letter]
        node[END] = word

    def _walk(self, node):
        for key, below in node.items():
            if key is END:
                yield below
            else:
                yield from self._walk(below)

    def complete(self, prefix, at_most=None):
        node = self._root
        for letter in prefix:
            if letter not in node:
                return
            node = node[letter]
        for count, word in enumerate(self._walk(node)):
            if count == at_most:
                return
            yield word

    def __contains__(self, word):
        return word in self.complete(word, 1) or any(word == w for w in self.complete(word))

    def matching(self, pattern, node=None, done=0):
        """Words like c?t, where ? is any letter."""
        node = self._root if node is None else node
        if done == len(pattern):
            if END in node:
                yield node[END]
            return
        for key in list(node):
            if key is not END and pattern[done] in ("?", key):
                yield from self.matching(pattern, node[key], done + 1)


words = Words("car cat cart care cup cut do dog door dot")
print(sorted(words.complete("ca")), list(words.complete("x")), list(words.complete("do", 2)))
print("cat" in words, "ca" in words, "do" in words, "" in words)
print(sorted(words.matching("c?t")), sorted(words.matching("d??")), list(words.matching("????")))
print(len(list(words.complete(""))))
depths = {word: len(word) for word in words.complete("")}
print(max(depths, key=depths.get), sum(depths.values()))
