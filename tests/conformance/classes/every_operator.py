"""Each operator: a class that has the method, its reflected form, its in-place form, and none of them."""


class Left:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name

    def __lshift__(self, other): return f"{self} << {other}"
    def __rshift__(self, other): return f"{self} >> {other}"
    def __xor__(self, other): return f"{self} ^ {other}"
    def __ne__(self, other): return f"{self} != {other}"
    def __le__(self, other): return f"{self} <= {other}"
    def __gt__(self, other): return f"{self} > {other}"
    def __ge__(self, other): return f"{self} >= {other}"


class Right(Left):
    def __rmatmul__(self, other): return f"{other} @r {self}"
    def __rfloordiv__(self, other): return f"{other} //r {self}"
    def __rmod__(self, other): return f"{other} %r {self}"
    def __rdivmod__(self, other): return f"divmod_r({other}, {self})"
    def __rpow__(self, other): return f"{other} **r {self}"
    def __rlshift__(self, other): return f"{other} <<r {self}"
    def __rrshift__(self, other): return f"{other} >>r {self}"
    def __rand__(self, other): return f"{other} &r {self}"
    def __rxor__(self, other): return f"{other} ^r {self}"


class InPlace(Left):
    def __imul__(self, other): return InPlace(f"{self}*={other}")
    def __itruediv__(self, other): return InPlace(f"{self}/={other}")
    def __ifloordiv__(self, other): return InPlace(f"{self}//={other}")
    def __imod__(self, other): return InPlace(f"{self}%={other}")
    def __ipow__(self, other): return InPlace(f"{self}**={other}")
    def __ilshift__(self, other): return InPlace(f"{self}<<={other}")
    def __irshift__(self, other): return InPlace(f"{self}>>={other}")
    def __iand__(self, other): return InPlace(f"{self}&={other}")
    def __ixor__(self, other): return InPlace(f"{self}^={other}")


a, b, c = Left("a"), Right("b"), InPlace("c")
print(a << 1, a >> b, a ^ 2, a != a, a <= b, a > 1, a >= c, 1 < a, 1 >= a)
print(1 @ b, 2 // b, "x" @ b, 4 % b, divmod(5, b), 6 ** b, 7 << b, 8 >> b, 9 & b, 10 ^ b, a ^ b, a << b)
c *= 1
c /= 2
c //= 3
c %= 4
c **= 5
c <<= 6
c >>= 7
c &= 8
c ^= 9
print(c)
for wrong in (lambda: a * 1, lambda: a % 2, lambda: a ** 3, lambda: a // 4, lambda: a @ 5, lambda: a & 6, lambda: a | 7, lambda: divmod(a, 8), lambda: -a, lambda: ~a, lambda: a < 9, lambda: abs(a), lambda: 1 << a):
    try:
        print(wrong())
    except TypeError as error:
        print(error)
plain = Left("plain")
for operate in ("plain += 1", "plain @= 1", "plain |= 1"):
    try:
        if "+" in operate:
            plain += 1
        elif "@" in operate:
            plain @= 1
        else:
            plain |= 1
    except TypeError as error:
        print(error)
