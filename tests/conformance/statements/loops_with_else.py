"""else of a loop runs unless break left it."""
for n in range(2, 12):
    for d in range(2, n):
        if n % d == 0:
            print(n, "=", d, "*", n // d)
            break
    else:
        print(n, "is prime")
count = 3
while count:
    count -= 1
    if count == 1:
        continue
    print(count)
else:
    print("while ended")
for item in []:
    pass
else:
    print("empty loop")
