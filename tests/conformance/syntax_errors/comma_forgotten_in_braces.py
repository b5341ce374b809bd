# Braces after a name are looked into, as if they could be an argument.
total = 1
total {1 2}
