"""The functions of operator that stand for operators."""
import operator

print(operator.abs(-3), operator.and_(6, 3), operator.or_(6, 3), operator.pos(2), operator.invert(2), operator.rshift(16, 2))
print(operator.gt(2, 1), operator.le(2, 1), operator.lt(1, 2), operator.ne(1, 2), operator.is_not(1, None), operator.call(max, 1, 5))


class Matrix:
    def __matmul__(self, other):
        return f"@{other}"


print(operator.matmul(Matrix(), 5), operator.imatmul(Matrix(), 6))
print(operator.iand(6, 3), operator.ior(6, 3), operator.ixor(6, 3), operator.imul([1], 2), operator.isub(5, 3), operator.ifloordiv(7, 2))
print(operator.ilshift(1, 3), operator.irshift(8, 2), operator.imod(7, 4), operator.ipow(2, 5), operator.itruediv(1, 4), operator.iconcat([1], [2]))
for wrong in (lambda: operator.iconcat(1, 2), lambda: operator.concat(1, [2]), lambda: operator.and_(1, "x"), lambda: operator.isub([], [])):
    try:
        wrong()
    except TypeError as error:
        print(error)
