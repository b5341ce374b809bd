"""Assignment expressions, comparison chains, conditional expressions."""
data = [1, 5, 12, 7]
if (top := max(data)) > 10:
    print("top", top)
stream = iter("hello")
while (c := next(stream, None)) is not None:
    print(c, end="-")
print()
print(1 < 2 < 3, 1 < 3 < 2, 1 == 1.0 == True, 3 > 2 != 1, 1 in [1] == True)
print("yes" if 0 else "no", None or "default", [] and 1, not "")
a = b = []
a.append(1)
print(b, a is b, a == [1], a is not [1])
