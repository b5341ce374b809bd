"""An uncaught error marks the part of the line that failed."""


def ratio(a, b):
    return a + (a / b) + b


def table(rows):
    return [ratio(row["a"], row["b"]) for row in rows]

print(table([{"a": 1, "b": 2}]))
print(table([{"a": 1, "b": 2}, {"a": 3, "b": 0}]))
