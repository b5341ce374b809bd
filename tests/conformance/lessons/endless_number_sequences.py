"""Infinite generators, and how to take a piece of them."""
from itertools import accumulate, count, cycle, islice, takewhile


def primes():
    """A sieve that grows: each composite remembers the primes that strike it."""
    strikes = {}
    for n in count(2):
        if n not in strikes:
            yield n
            strikes[n * n] = [n]
        else:
            for prime in strikes.pop(n):
                strikes.setdefault(n + prime, []).append(prime)


def collatz(n):
    while n != 1:
        yield n
        n = 3 * n + 1 if n % 2 else n // 2
    yield 1


def look_and_say(start="1"):
    while True:
        yield start
        after, i = "", 0
        while i < len(start):
            j = i
            while j < len(start) and start[j] == start[i]:
                j += 1
            after += f"{j - i}{start[i]}"
            i = j
        start = after


def primitive_triples():
    for m in count(2):
        for n in range(1 + m % 2, m, 2):
            a, b = m, n
            while b:
                a, b = b, a % b
            if a == 1:
                yield tuple(sorted((m * m - n * n, 2 * m * n))) + (m * m + n * n,)


def take(n, iterable):
    return list(islice(iterable, n))


print(take(12, primes()), next(islice(primes(), 60, None)))
print(list(takewhile(lambda p: p < 30, primes())))
print(list(collatz(6)), max(range(1, 20), key=lambda n: sum(1 for _ in collatz(n))))
print(take(6, look_and_say()))
print(take(5, primitive_triples()))
print(take(8, accumulate(count(1))), take(5, (n * n for n in count(10, -3))))
print("".join(take(9, cycle("tick "))), take(4, count(0.5, 0.25)))
twins = (p for p, q in zip(primes(), islice(primes(), 1, None)) if q - p == 2)
print(take(6, twins))
