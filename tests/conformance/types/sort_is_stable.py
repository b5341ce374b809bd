"""Sorting keeps the order of equals, also in reverse."""
people = [("Ann", 30), ("Bob", 25), ("Cid", 30), ("Dan", 25)]
print(sorted(people, key=lambda p: p[1]))
print(sorted(people, key=lambda p: p[1], reverse=True))
print(sorted(people, key=lambda p: (-p[1], p[0])))
calls = []
sorted([3, 1, 2], key=lambda n: calls.append(n) or n)
print(calls, sorted([True, 0, 2.5]), max(people, key=lambda p: p[1]), min(people, key=lambda p: p[1]))
