# /// coroscope
# [cost]
# instruction = 0
# ///
# Copies of a context with many variables know nothing of each other's changes, however often they
# are copied again: every copy is checked against a dict that is changed in the same way.
import contextvars
import random

variables = [contextvars.ContextVar(f"v{number}") for number in range(60)]


def check(expected):
    context = contextvars.copy_context()
    assert len(context) == len(expected)
    assert {variable.name: value for variable, value in context.items()} == expected
    for variable in variables:
        assert variable.get(None) == expected.get(variable.name)
        assert (variable in context) == (variable.name in expected)


def change(expected, choices, depth):
    tokens = []
    for step in range(choices.randrange(1, 40)):
        variable = choices.choice(variables)
        if choices.random() < 0.8:
            tokens.append((variable, variable.set((depth, step)), dict(expected)))
            expected[variable.name] = depth, step
        elif tokens:
            variable, token, before = tokens.pop()
            variable.reset(token)
            expected.clear()
            expected.update(before)
    check(expected)
    for copy in range(2 if depth < 4 else 0):
        contextvars.copy_context().run(change, dict(expected), choices, depth + 1)
        check(expected)
    while tokens:
        variable, token, before = tokens.pop()
        variable.reset(token)
        check(before)


for seed in range(5):
    contextvars.copy_context().run(change, {}, random.Random(seed), 0)
first, second = contextvars.copy_context(), contextvars.copy_context()
for context in first, second:
    context.run(lambda: [variable.set(0) for variable in variables])
third = first.copy()
print(len(first), first == second, third == first)
third.run(variables[3].set, 1)
print(first[variables[3]], third[variables[3]], third == first, len(third), len(list(third.values())))
