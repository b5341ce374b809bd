"""A string that does not end on its line."""
text = "never closed
print(text)
