"""Slices: reading, writing, deleting, extended steps, slice objects, and shared rules for all sequences."""
letters = list("abcdefgh")
for piece in (slice(2, 5), slice(None, 3), slice(-3, None), slice(None, None, 2), slice(None, None, -1), slice(5, 1, -2), slice(20, 30), slice(-100, 2)):
    print(f"{str(piece):<24} {''.join(letters[piece])!r:<10} {piece.indices(len(letters))}")
word, row, numbers = "abcdefgh", tuple(letters), range(0, 80, 10)
print(word[1:-1:3], row[::4], numbers[2:5], numbers[::-2], bytes(range(5))[1:3], list(numbers[-1:0:-3]))

letters[1:3] = "XYZ"
print("".join(letters))
letters[4:4] = ["+", "+"]
print("".join(letters))
letters[::3] = "----"[: len(letters[::3])]
print("".join(letters))
letters[-2:] = []
del letters[::2]
print("".join(letters), len(letters))
letters[:] = range(3)
alias = letters
letters[len(letters):] = [9]
letters *= 2
print(alias, alias is letters, letters[-1], letters[1:2] + letters[:1])
for action in (lambda: letters.__setitem__(slice(0, 8, 2), [1, 2, 3]), lambda: word[99], lambda: word["a"], lambda: letters[1.0], lambda: letters[::0], lambda: letters.__setitem__(slice(0, 1), 5), lambda: row.__delitem__(0)):
    try:
        action()
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
first, *middle, last = word
print(first, middle, last, word[:2] + word[2:] == word, word[len(word):] == "")
matrix = [[1, 2, 3], [4, 5, 6], [7, 8, 9]]
print([line[1] for line in matrix], [list(col) for col in zip(*matrix)], [line[::-1] for line in matrix[::-1]], [matrix[i][i] for i in range(3)])
print(sum(matrix, [])[::4], [word[i:i + 3] for i in range(0, len(word), 3)], word[slice(*map(int, "1 6 2".split()))])
data = bytearray(b"hello world")
data[0:5] = b"HOWDY,"
del data[-3:]
print(data, data[0], data[1:3], data.index(b" "))


class Show:
    def __getitem__(self, key):
        return key


print(Show()[1:2], Show()[::], Show()[1, 2:3], Show()[...], Show()[-1])
