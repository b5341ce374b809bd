"""A forgotten colon is named."""
print("never printed")


def main()
    return 1
