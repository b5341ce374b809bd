"""A generator that is dropped runs its finally at once."""


def resource():
    try:
        yield "open"
    finally:
        print("closed")

g = resource()
print(next(g))
del g
print("after del")
for value in resource():
    print(value)
    break
print("after break")
never_started = resource()
del never_started
print("nothing for that one")
