"""for and while with else, break and continue, enumerate, zip, reversed, nested exits, changing lists."""


def is_prime(n):
    for d in range(2, int(n ** 0.5) + 1):
        if n % d == 0:
            print(f"  {n} = {d} x {n // d}")
            break
    else:
        return n > 1
    return False


print([n for n in range(2, 20) if is_prime(n)])

attempts = ["guess", "wrong", "secret", "late"]
while attempts:
    word = attempts.pop(0)
    if word == "guess":
        continue
    print("trying", word)
    if word == "secret":
        break
else:
    print("never found")
print("left:", attempts)

for number, (name, size) in enumerate(zip(["cat", "dog", "cow"], (1, 2, 3, 4)), start=1):
    print(number, name, size, end="; ")
print()
for i in reversed(range(0, 10, 3)):
    print(i, end=" ")
for letter in reversed("abc"):
    print(letter, end="")
print("", *sorted({3, 1, 2}, reverse=True))


def find(grid, wanted):
    for y, row in enumerate(grid):
        for x, cell in enumerate(row):
            if cell == wanted:
                return x, y


print(find(["abc", "def"], "f"), find(["abc"], "z"))

numbers = [1, 2, 2, 3, 4, 4]
for n in numbers:
    if n % 2 == 0:
        numbers.remove(n)
print("removing while looping leaves", numbers)
numbers = [n for n in [1, 2, 2, 3, 4, 4] if n % 2]
print(numbers)
grow = [1]
for n in grow:
    if n < 20:
        grow.append(n * 2)
print(grow)
stock = {"a": 1, "b": 0}
try:
    for key in stock:
        if not stock[key]:
            del stock[key]
        else:
            stock[key + "!"] = 1
except RuntimeError as error:
    print(error)
for i in range(3):
    i *= 10
    print(i, end=" ")
print("after the loop i is", i)
total, n = 0, 0
while (n := n + 1) < 100 and (total := total + n) < 50:
    pass
print(n, total)
for x in []:
    pass
else:
    print("else of an empty loop")
