"""f-strings: expressions, quotes, nesting, conversions, dates, debugging forms, raw and joined ones."""
from datetime import datetime


class Temperature:
    def __init__(self, degrees): self.degrees = degrees
    def __format__(self, spec):
        kind = spec[-1:] or "c"
        number = self.degrees if kind != "f" else self.degrees * 9 / 5 + 32
        return f"{number:{spec[:-1] or '.1f'}}°{kind.upper()}"
    def __str__(self): return "str"
    def __repr__(self): return "repr"


name, n, pi, when = "Ünal", 42, 3.14159265, datetime(2024, 3, 9, 7, 5)
items, table = [1, 2, 3], {"key": "value", "n": {"m": 1}}
print(f"{name} {n + 1} {pi:.2f} {items[0]} {table['key']} {len(items)} {name.upper()!r} {name!a} {'nested ' + f'{n}'} {(lambda x: x * 2)(n)}")
print(f"{n:>10}|{n:<10}|{n:^10}|{n:010}|{n:+}|{n:x}|{n:#b}|{n:,}|{n:e}|{n / 7:8.3f}|{n / 100:.0%}|{name:*^10}|{name:>{n // 5}}|{True:>6}|{None!s:>6}")
print(f"{n=} {n = } {name=!s} {pi=:.3f} {items[-1]=} {n*2=:>5} {name.lower()=} {[i for i in items if i > 1]=} {table['n']['m']=}")
print(f"{when:%d.%m.%Y} {when:%H:%M} {when!s} {when!r} {when.year} {when:%A}")
print(f"{Temperature(20)} {Temperature(20):f} {Temperature(20):.3fc} {Temperature(1)!s} {Temperature(1)!r} {Temperature(20)=}")
print(f"{{}} {{{n}}} {{{{{n}}}}} {'{'} {'}'} {{n}}", f"{'a' if n > 1 else 'b'} {n if n else 'none'} {not n} {n == 42} {n!r:>5} {'!r'} {n != 1}")
print(f"line one \
continued {n}" f" joined {n}" " and plain" rf" raw \n {n}", f"""triple {
    n
    + 1
} quotes "inside" 'both'""")
print(f"{', '.join(f'{k}={v!r}' for k, v in table.items())}", f"{'\u00e9'}" if False else f"{chr(233)}", f"{items!r:>12}", f"{(1, 2)} { {1: 2}[1] } {[*items, 4]} {n:{'>'}{8}} {n:{n - 36}}")
print(f"{3!r:^5}|{'x':-<4}|{'y':->4}|{1e10:g}|{1e-7:g}|{1234.5:_.2f}|{255:08b}|{-5:=+4}|{0.1 + 0.2:.17g}|{2 ** 70:,}|{b'x'}|{...}")
for bad in ("{n:q}", "{name:d}", "{items:>5}", "{n:.2d}", "{None:5}"):
    try:
        print({"{n:q}": lambda: f"{n:q}", "{name:d}": lambda: f"{name:d}", "{items:>5}": lambda: f"{items:>5}", "{n:.2d}": lambda: f"{n:.2d}", "{None:5}": lambda: f"{None:5}"}[bad]())
    except (ValueError, TypeError) as error:
        print(bad, type(error).__name__, error)
