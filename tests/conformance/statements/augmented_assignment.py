"""Augmented assignment changes lists in place, rebinds the rest."""
a = b = [1]
a += [2]
print(b, a is b)
t = u = (1,)
t += (2,)
print(u, t)
n = 7
n //= 2; n **= 3; n %= 10; n <<= 3; n |= 1; n ^= 3; n &= 0xfe; n >>= 1; n -= 1
print(n)
table = {"k": [1]}
table["k"] += [2]
table["k"][0] *= 10
print(table)
try:
    t[0] += 1
except TypeError as error:
    print(error, t)
