"""Which clauses run, and in which order."""


def attempt(action):
    try:
        print("try", end=" ")
        action()
    except ValueError:
        print("except", end=" ")
        return "returned from except"
    else:
        print("else", end=" ")
        return "returned from else"
    finally:
        print("finally")

print(attempt(lambda: None))
print(attempt(lambda: int("x")))
try:
    attempt(lambda: [][0])
except IndexError as error:
    print("outside:", error)
