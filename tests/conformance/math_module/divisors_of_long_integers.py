"""The greatest common divisor of long integers, near to each other in size and far apart; fractions of them."""
import math
from fractions import Fraction

before, number = 1, 1
for step in range(1, 1000):
    before, number = number, before + number
    if step % 111 == 0:
        print(math.gcd(before, number), math.gcd(before * 6 ** 50, -number * 10 ** 40), math.lcm(before, number, 12) % 10 ** 9)
for a, b in (2 ** 640 - 1, 2 ** 384 - 1), (3 ** 900, 6 ** 300), (7 ** 500, 7), (10 ** 300, 2 ** 64), (5 ** 100, 0), (2 ** 128, 2 ** 128), (math.factorial(300), 2 ** 2000 * 301):
    print(math.gcd(a, b), math.gcd(b, a) == math.gcd(-a, b))

power = Fraction(1, 3)
for _ in range(18):
    power *= power
print(power.denominator.bit_length(), power.denominator % 1_000_007)
