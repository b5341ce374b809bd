"""partial fixes arguments in advance."""
from functools import partial


def power(base, exponent, *, note="none"):
    return f"{base}^{exponent}={base ** exponent} {note}"

square = partial(power, exponent=2)
two_to = partial(power, 2, note="of two")
print(square(5), two_to(10), two_to(3, note="again"))
print(partial(two_to, 4)(), two_to.func is power, two_to.args, two_to.keywords)
print(list(map(partial(int, base=2), ["101", "11"])))
