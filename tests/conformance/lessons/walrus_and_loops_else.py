"""while and for with else, break and continue, the walrus in its habitats, nested loops."""
import random

random.seed(5)


def find_factor(n):
    for d in range(2, int(n ** 0.5) + 1):
        if n % d == 0:
            result = f"{n} = {d} * {n // d}"
            break
    else:
        result = f"{n} is prime"
    return result


def collatz(n):
    path = [n]
    while n != 1:
        path.append(n := n // 2 if n % 2 == 0 else 3 * n + 1)
    else:
        path.append("end")
    return path


def guess(secret, low=1, high=100):
    tries = 0
    while (middle := (low + high) // 2) != secret:
        tries += 1
        if middle < secret:
            low = middle + 1
        else:
            high = middle - 1
    return tries


def first_pair(rows, wanted):
    for r, row in enumerate(rows):
        for c, cell in enumerate(row):
            if cell < 0:
                break
            if cell == wanted:
                return r, c
        else:
            print(f"  row {r} done")
            continue
        print(f"  row {r} broken off")


print(*map(find_factor, (15, 17, 49, 97)), sep="; ")
print(collatz(6), [guess(n) for n in (50, 1, 100, 73)], first_pair([[1, 2], [3, -1, 5], [5, 6]], 6))
if (n := random.randint(1, 6)) > 3:
    print("high", n)
else:
    print("low", n)
dice = []
while (throw := random.randint(1, 6)) != 6:
    if throw == 1:
        continue
    dice.append(throw)
print(dice, throw, [m for t in ("a1", "b", "c3") if (m := t[1:])], m, (lambda: (z := 5) + z)())
for i in range(3):
    for j in range(3):
        if j == i:
            continue
        if j > 1:
            break
        print((i, j), end=" ")
    else:
        print("no break for", i, end=" ")
print()
for _ in []:
    print("never")
else:
    print("empty loops have an else too")
try:
    for i in range(5):
        try:
            if i == 1:
                continue
            if i == 3:
                break
            print("try", i)
        finally:
            print("finally", i)
finally:
    print("i is", i)
while True:
    try:
        break
    finally:
        print("break through finally")
