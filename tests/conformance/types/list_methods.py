"""What lists can do, and what it returns."""
a = [3, 1, 2]
print(a.append(4), a, a.pop(), a.pop(0), a, a.insert(1, "x"), a)
a.extend("yz")
a.remove("x")
print(a, a.index("y"), a.count(1), a.reverse(), a, a.copy() is a)
b = ["b", "A", "c"]
b.sort()
print(b, b.sort(key=str.lower, reverse=True), b, sorted(b, key=len))
print([1, 2] + [3], [0] * 3, [1, 2] < [1, 3], [1] == [1.0], 2 in [1, 2], [[]] * 2)
a.clear()
print(a, list("ab"), list(range(3)), [*a, 1])
for bad in (lambda: [].remove(1), lambda: [1, "a"].sort(), lambda: [].pop(), lambda: a["a"]):
    try:
        bad()
    except Exception as error:
        print(type(error).__name__, error)
nested = [1]
nested.append(nested)
print(nested)
