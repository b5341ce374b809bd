"""async with in a plain function."""


def main():
    async with something as s:
        pass
