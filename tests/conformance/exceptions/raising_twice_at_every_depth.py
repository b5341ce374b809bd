"""A chain of contexts that grows with each exception takes no longer to go through."""
import sys

count = 0


def deeper(depth):
    global count
    try:
        if depth == 0:
            raise ValueError(count)
        deeper(depth - 1)
    finally:
        count += 1
        if depth:
            deeper(depth - 1)


try:
    deeper(9)
except ValueError as error:
    length = 0
    while error:
        error, length = error.__context__, length + 1
    print(count, length)
