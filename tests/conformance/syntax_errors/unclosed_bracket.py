"""A bracket never closed."""
numbers = [1, 2, 3
print("never printed")
