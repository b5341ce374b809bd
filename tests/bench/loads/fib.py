# /// coroscope
# title = "Benchmark: recursive calls"
# [cost]
# instruction = 0
# ///
"""Recursive Fibonacci numbers."""

SIZE = 1  # times fib(27), of 832,039 calls each


def fib(n):
    if n < 2:
        return n
    return fib(n - 1) + fib(n - 2)


for _ in range(SIZE):
    fib(27)
