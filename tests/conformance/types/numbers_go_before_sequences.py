"""`+` and `*` of a sequence ask a class of one's own on the right first."""


class Factor:
    def __index__(self):
        return 2

    def __radd__(self, other):
        return "radd"

    def __rmul__(self, other):
        return "rmul"


class Shy(Factor):
    def __rmul__(self, other):
        print("asked once")
        return NotImplemented


for sequence in ("ab", [1], (1,), b"a", bytearray(b"b")):
    print(sequence * Factor(), sequence + Factor(), sequence * Shy())
items = [1]
items *= Factor()
print(items)
items = [1]
items += Factor()
print(items)
