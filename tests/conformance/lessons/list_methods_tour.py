"""Lists: methods, slices on both sides of the equals sign, copies and aliases."""
import copy

numbers = [3, 1, 4, 1, 5, 9, 2, 6]
numbers.append(5)
numbers.extend(range(2))
numbers.insert(0, "first")
numbers.insert(-1, "almost last")
numbers.insert(100, "end")
print(numbers, len(numbers))
print(numbers.pop(), numbers.pop(0), numbers.pop(-2), numbers.index(1), numbers.index(1, 2), numbers.count(1))
numbers.remove(9)
numbers.reverse()
print(numbers)
numbers.sort()
print(numbers, sorted(numbers, reverse=True), sorted(numbers, key=lambda n: (n % 3, -n)))
words = "banana Apple cherry date Elderberry fig".split()
print(sorted(words), sorted(words, key=str.lower), sorted(words, key=len, reverse=True))
print(words[1:3], words[-2:], words[::2], words[::-1], words[5:1:-2], words[10:], words[:-10], words[slice(1, None, 3)])
words[1:3] = ["X"]
words[0:0] = ["a", "b"]
words[-1:] = []
print(words)
words[::2] = [0] * len(words[::2])
del words[1], words[-1:]
print(words, words * 2, [0] * 3 + [1], [] == [], [1, 2] < [1, 3], [1] < [1, 0], [[]] * 2)
del words[:]
print(words, not words)

grid = [[0] * 3] * 2
grid[0][0] = 7
print(grid, [[0] * 3 for _ in range(2)])
original = [1, [2, 3], {"k": [4]}]
shallow, deep, alias = original[:], copy.deepcopy(original), original
original[1].append("new")
original[2]["k"] = None
alias.append("tail")
print(original, shallow, deep, alias is original, shallow.copy() == shallow)
first, *middle, last = range(6)
print(first, middle, last, [*"ab", *range(2)], (a := [1, 2]) and a * 2)
a += (3,)
a *= 2
print(a, a.clear(), a)
nested = [1, [2, [3, [4]]]]
nested.append(nested)
print(nested, nested == nested, [nested] == [nested], any([]), all([]), list(enumerate("ab", 1)), list(zip("ab", [1, 2, 3])))
for wrong in (lambda: [].pop(), lambda: [1].pop(3), lambda: [].remove(1), lambda: [1].index(2), lambda: [1][1],
              lambda: [1]["a"], lambda: [1] + (2,), lambda: [1] * 1.5, lambda: sorted([1, "a"]), lambda: [1, 2].sort(len),
              lambda: [3, 2].sort(key=1), lambda: [1][::0], lambda: [].append(), lambda: [].append(1, 2), lambda: [1] < 2,
              lambda: hash([]), lambda: {[]: 1}, lambda: [1].__setitem__(5, 1), lambda: [1, 2].__setitem__(slice(0, 2, 1), 5),
              lambda: [1, 2, 3].__setitem__(slice(0, 3, 2), [1]), lambda: list(5), lambda: max([]), lambda: sum(["a"]), lambda: [1].__delitem__(3)):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, "-", error)
