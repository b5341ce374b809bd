# What numbers are rounded by: each task has its own, and signals are noted or raised.
import asyncio
from decimal import (ROUND_DOWN, Context, Decimal, FloatOperation, Inexact, getcontext, localcontext,
                     setcontext)

print(getcontext())
print(Decimal(1) / 7, getcontext().flags[Inexact])
getcontext().prec = 6
print(Decimal(1) / 7, Decimal('3.14159265'), +Decimal('3.14159265'))


async def third(digits):
    with localcontext() as context:
        context.prec = digits
        await asyncio.sleep(0)
        print(digits, Decimal(1) / 3)


async def main():
    await asyncio.gather(third(3), third(10))
    print(getcontext().prec)


asyncio.run(main())
with localcontext(prec=3, rounding=ROUND_DOWN) as context:
    print(Decimal(2) / 3, context.rounding)
setcontext(Context(prec=5, traps=[Inexact, FloatOperation]))
for compute in (lambda: Decimal(1) / 4, lambda: Decimal(1) / 3, lambda: Decimal(1.5), lambda: Decimal(1) < 1.5,
                lambda: Decimal('x'), lambda: Decimal(1) / 0):
    try:
        print(compute())
    except ArithmeticError as error:
        print(type(error).__name__, error)
print(getcontext())
for wrong in (lambda: Context(prec=0), lambda: Context(rounding='up'), lambda: setcontext(1), lambda: localcontext(digits=3)):
    try:
        wrong()
    except (TypeError, ValueError) as error:
        print(error)
print(Context(prec=4).divide(Decimal(2), Decimal(3)), Context(prec=4).create_decimal('1.23456'))
