"""Copies of a context of many variables of which some were set again, and how many each holds."""
import contextvars

variables = [contextvars.ContextVar(f"v{number}") for number in range(120)]
for number, variable in enumerate(variables[:100]):
    variable.set(number)
first = contextvars.copy_context()
for variable in variables[:9]:
    variable.set("again")
copies = [contextvars.copy_context() for _ in range(5)]
for number, copy in enumerate(copies):
    copy.run(variables[number * 25].set, "of the copy")
    print(len(copy), [copy.get(variables[index]) for index in (0, 5, 25, 50, 75, 99, 100)])
print(len(first), len(contextvars.copy_context()), first[variables[0]], variables[0].get())
token = variables[110].set(1)
print(len(contextvars.copy_context()))
variables[110].reset(token)
print(len(contextvars.copy_context()), variables[110] in contextvars.copy_context())
print(sorted(value for value in copies[2].values() if isinstance(value, str)))
