"""Several items in parentheses; a tuple or attribute as target."""


class Pair:
    def __enter__(self):
        return 1, [2, 3]

    def __exit__(self, *details):
        print("exit", details == (None, None, None))


class Box:
    pass

box = Box()
with (
    Pair() as (one, (two, three)),
    Pair() as box.content,
):
    print(one, two, three, box.content)


def leave():
    with Pair():
        return "returned"

print(leave())
