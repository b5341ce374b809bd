"""Says hello."""
print("helper runs as", __name__)
count = 0


def bump():
    global count
    count += 1
    return count


def divide(x):
    return 1 / x
