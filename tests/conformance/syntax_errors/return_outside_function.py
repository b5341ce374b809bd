"""return at the top of a module."""
print("never printed")
return 5
