"""Deep recursion without a deep stack: generators on a trampoline, results by send."""
import sys
from types import GeneratorType


def trampoline(generator):
    stack, value, error = [generator], None, None
    while stack:
        try:
            if error is not None:
                problem, error = error, None
                result = stack[-1].throw(problem)
            else:
                result = stack[-1].send(value)
            value = None
        except StopIteration as stop:
            stack.pop()
            value = stop.value
        except Exception as problem:
            stack.pop()
            error = problem
        else:
            if isinstance(result, GeneratorType):
                stack.append(result)
            else:
                value = result
    if error is not None:
        raise error
    return value


def count_down(n):
    if n == 0:
        return 0
    return 1 + (yield count_down(n - 1))


def is_even(n):
    return True if n == 0 else (yield is_odd(n - 1))


def is_odd(n):
    return False if n == 0 else (yield is_even(n - 1))


def depth(tree):
    deepest = 0
    for child in tree:
        deepest = max(deepest, (yield depth(child)))
    return deepest + 1


def risky(n):
    if n == 0:
        raise ValueError("bottom")
    try:
        return (yield risky(n - 1))
    except ValueError as error:
        if n == 3:
            return f"caught {error} at {n}"
        raise


def plain(n):
    return 0 if n == 0 else 1 + plain(n - 1)


print(trampoline(count_down(900)), trampoline(is_even(201)))
nest = []
for _ in range(200):
    nest = [nest]
print(trampoline(depth(nest)), trampoline(depth([[], [[]]])))
print(trampoline(risky(5)))
try:
    trampoline(risky(2))
except ValueError as error:
    print("passed through:", error)
try:
    plain(3000)
except RecursionError as error:
    print(error, sys.getrecursionlimit())
