# /// coroscope
# title = "Benchmark: exceptions"
# [cost]
# instruction = 0
# ///
"""Exceptions raised two calls deep, passed by a finally, and caught."""

SIZE = 1  # times 10,000 exceptions


class Refused(Exception):
    pass


def inner(number):
    raise Refused(number)


def outer(number):
    try:
        inner(number)
    finally:
        number += 1


def work():
    caught = 0
    for number in range(10_000):
        try:
            outer(number)
        except Refused:
            caught += 1
    return caught


for _ in range(SIZE):
    work()
