"""Zero divided by a negative integer is negative zero, however long the integer."""
print(0 / -5, 0 / -(2**70), 0 / 2**70, -0 / 5)
