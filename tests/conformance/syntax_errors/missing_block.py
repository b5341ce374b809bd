"""A block that is not there."""
if True:
print("never printed")
