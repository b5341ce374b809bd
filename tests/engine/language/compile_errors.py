#!/usr/bin/env python3
"""Compares the errors that come after parsing with those of CPython 3.11.

Usage: /usr/bin/python3 compile_errors.py COMPILE_TOOL

Programs below are parted by lines of dashes. For each, type, words, line and
columns must be CPython's; or the program must compile in both.
"""
import subprocess
import sys
import warnings

warnings.simplefilter("ignore")

PROGRAMS = '''
def f():
    print(x)
    global x
---
def f():
    x = 1
    global x
---
def f(x):
    global x
---
def f(x):
    nonlocal x
---
def f():
    x: int = 1
    global x
---
def f():
    global x
    x: int = 1
---
def f():
    nonlocal x
---
def f():
    nonlocal zz, aa, mm, bb
---
nonlocal x
---
def f():
    def g():
        nonlocal x
    y = 1
---
def f():
    x = 1
    def g():
        print(x)
        nonlocal x
---
def f():
    x = 1
    def g():
        x = 2
        nonlocal x
---
def f():
    x = 1
    class C:
        nonlocal x
        x = 2
    return x
---
def f():
    global x
    nonlocal x
---
def f():
    x = 1
    def g():
        global x
        nonlocal x
---
def f(a, b, a): pass
---
def f(a, *, b, **a): pass
---
lambda a, a: 0
---
return 1
---
class C:
    return 1
---
yield 1
---
x = yield 1
---
class C:
    yield 1
---
[(yield 1) for x in y]
---
{(yield 1) for x in y}
---
{1: (yield 1) for x in y}
---
((yield 1) for x in y)
---
def f():
    return [(yield x) for x in range(3)]
---
await x
---
class C:
    await x
---
def f():
    await x
---
def f():
    return lambda: await x
---
async def f():
    return lambda: (await x)
---
async def f():
    yield from x
---
async def f():
    yield 1
    return 2
---
async def f():
    yield 1
    return
---
async def f():
    return 2
    yield 1
---
async with x: pass
---
def f():
    async with x as y:
        pass
---
def f():
    async for x in y:
        pass
---
async for x in y: pass
---
def f():
    return [x async for x in y]
---
[x async for x in y]
---
[await x for x in y]
---
def f():
    return [await x for x in y]
---
def f():
    return (x async for x in y)
---
def f():
    return (await x for x in y)
---
def f():
    return {await x: 1 for x in y}
---
async def f():
    return [[await x for x in y] for z in y]
---
async def f():
    def g():
        return [x async for x in y]
---
break
---
continue
---
if x:
    break
---
for x in y:
    def f():
        break
---
for x in y:
    class C:
        continue
---
for x in y:
    pass
else:
    break
---
while x:
    try:
        pass
    finally:
        continue
---
try:
    break
finally:
    pass
---
try:
    pass
except:
    pass
except ValueError:
    pass
---
def f():
    from os import *
---
class C:
    from os import *
---
[x for x in (y := 3)]
---
[x for x in [y := 3 for z in w]]
---
[(x := 1) for x in y]
---
[x for x in y if (x := 2)]
---
[[(j := 0) for i in range(5)] for j in range(5)]
---
[(j := 0) for i in y for j in z]
---
[i for i in y if (j := 0) for j in z]
---
class C:
    [(x := 1) for y in z]
---
def f():
    [(x := y) for y in z]
    return x
---
def f():
    global x
    [(x := y) for y in z]
---
[(x := y) for y in z]
---
lambda: [(x := y) for y in z]
---
from __future__ import nothing
---
from __future__ import braces
---
x = 1
from __future__ import annotations
---
"doc"
from __future__ import annotations
---
"doc"
"more"
from __future__ import annotations
---
from __future__ import annotations
from __future__ import division, print_function
---
def f():
    from __future__ import annotations
---
from __future__ import annotations
def f(x: (yield 1)): pass
---
from __future__ import annotations
def f(x: (y := 1)): pass
---
from __future__ import annotations
x: (await y)
---
from __future__ import annotations
def f() -> [x for x in (yield)]: pass
---
__debug__ = 1
---
del __debug__
---
def f(__debug__): pass
---
lambda *__debug__: 1
---
f(__debug__=1)
---
x.__debug__ = 1
---
x.__debug__ += 1
---
for __debug__ in x: pass
---
import a as __debug__
---
def __debug__(): pass
---
class __debug__: pass
---
try: pass
except E as __debug__: pass
---
*x
---
x = *y
---
*x = y
---
*x, = y
---
*x, *y = z
---
[*x, a, *y] = z
---
print(*x)
---
x[*y]
---
f(a=1, a=2)
---
f(a=1, **b, a=2)
---
class C(x=1, x=2): pass
---
x: int
---
def f():
    (x): int = 1
    global x
---
global x
x: int = 1
---
global x
x = 1
---
x = 1
global x
---
print(x)
global x
---
class C:
    x = 1
    global x
---
class C:
    __x = 1
    def f(self, __y):
        global __y
---
class C:
    def f(self):
        nonlocal __x
---
class C:
    def f(self, __x, __x): pass
---
import x
global x
---
def f():
    import x
    global x
---
def f():
    for x in y: pass
    global x
---
def f():
    def x(): pass
    nonlocal x
---
def f():
    class C:
        nonlocal __class__
---
def f():
    x = 1
    def g():
        nonlocal x
        def h():
            nonlocal x
            x = 3
---
def f():
    x = 1
    class C:
        x = 2
        def g():
            nonlocal x
---
class C:
    x = 2
    def g():
        nonlocal x
---
def f():
    x
    class C:
        def g(self):
            nonlocal x
---
for a in b:
 for a in b:
  for a in b:
   for a in b:
    for a in b:
     for a in b:
      for a in b:
       for a in b:
        for a in b:
         for a in b:
          for a in b:
           for a in b:
            for a in b:
             for a in b:
              for a in b:
               for a in b:
                for a in b:
                 for a in b:
                  for a in b:
                   for a in b:
                    for a in b:
                     pass
---
async def f():
    await x
    yield 1
    async with a as b, c: pass
    async for d in e: pass
    else: pass
---
def f():
    try:
        return 1
    finally:
        return 2
---
def f(a, b=1, /, c=2, *d, e, g=3, **h) -> int:
    return a + b
---
async def f():
    [x async for x in y if await x]
    {x: y async for x in y}
    (z async for x in y async for z in x)
---
def f():
    with a as (b, c), d as e[0], g as h.i:
        return 1
---
def f():
    del (a, b), [c], d.e, g[0], h
    yield
---
if 0:
    def f(): yield
elif 1: pass
else: x
---
def f():
    return
    yield
---
while 1: pass
---
while True:
    if x: break
    elif y: continue
    else: pass
else:
    z
---
x = a if b else c if d else e
---
x = a < b < c and d or not e
---
assert x, y
---
(x := 1)
---
x = f"{a!r:{b}} {c=}"
---
def f():
    try: x
    except A: y
    except (B, C) as e: return e
    except: raise
    else: z
    finally: w
---
print(f"{x:{y}}" f"{z}")
'''


WARNINGS = """
x is 1
---
x is not 'a'
---
if x is 1: pass
---
while not x is (): pass
---
1 is x is 2
---
x is None is True is ...
---
[y for y in x if y is 'a']
---
assert (x, 'message')
---
assert ()
---
assert (1, 2)
---
[(1, 2) (3, 4)]
---
"abc" (x)
---
[1, 2](3)
---
{}(3)
---
f"a{b}"(c)
---
None()
---
(lambda: 1)()
---
[[1, 2] [3, 4]]
---
[1, 2]['a']
---
"abc"[x]
---
"abc"["a"]
---
"abc"[1:2]
---
(1, 2)[1.5]
---
1[2]
---
{1, 2}[3]
---
(x for x in y)[1]
---
(lambda: 1)[2]
---
None[1]
---
{1: 2}[3, 4]
---
[x for x in y][1, 2]
---
[1][True]
---
b"abc"["x"]
---
def f():
    try: pass
    finally:
        assert (x, 1)
---
(1)(2)
---
True[0]
---
"a"[None]
"""


def reference_warnings(program):
    with warnings.catch_warnings(record=True) as found:
        warnings.simplefilter("always")
        compile(program, "test.py", "exec", dont_inherit=True)
    return "\t".join(dict.fromkeys(f"{each.lineno} {each.message}" for each in found))


def reference(program):
    try:
        compile(program, "test.py", "exec", dont_inherit=True)
        return "ok"
    except SyntaxError as error:
        return "\t".join(map(str, (type(error).__name__, error.msg, error.lineno, error.offset,
                                   error.end_lineno, error.end_offset or error.offset)))


def check(text, command, reference):
    programs = [each.strip("\n") + "\n" for each in text.split("\n---\n")]
    data = b"".join(b"%d\n%s\n" % (len(each.encode()), each.encode()) for each in programs)
    answers = subprocess.run([sys.argv[1], command], input=data, capture_output=True,
                             check=False).stdout.decode().splitlines()
    wrong = 0
    for program, answer in zip(programs, answers + ["no answer"] * len(programs)):
        expected = reference(program)
        if answer != expected:
            wrong += 1
            print(f"{program}  CPython: {expected}\n  ours:    {answer}\n")
    print(f"{len(programs)} programs, {wrong} differ")
    return wrong


def main():
    wrong = check(PROGRAMS, "error", reference) + check(WARNINGS, "warnings", reference_warnings)
    sys.exit(wrong > 0)


if __name__ == "__main__":
    main()
