"""`z` takes the minus from what rounds to zero alone."""
for value in (float("-inf"), float("-nan"), -0.0, -0.001, -1.5, 0.0):
    print([format(value, "z" + code) for code in ("e", "E", "f", "F", "g", "G", "", ".1f", ".0%")])
for code in ("z", "zd", "zx"):
    try:
        print(format(5, code))
    except ValueError as error:
        print(error)
