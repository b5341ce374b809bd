"""Nested fields, the = form, quotes, braces, conversions."""
width, value, name = 10, 2.5, "Ada"
print(f"{value:{width}.{1 + 1}f}|{name!r}|{name:>{width}}|{{literal}}")
print(f"{value=}|{name = }|{value + 1=:.2f}|{name=!s}")
print(f"{'nested ' + f'{name.upper()} inside'}", f"{name[0]}{len(name)}")
print(f"{[i * 2 for i in range(3)]} {(lambda q: q + 1)(4)} {value if value else 0}")
print(f"a" "b" f"{1}" r"\n" f"\t|{'x'}", rf"\d{1}")
print(f"""{
    value
} and {name:
}""" if False else f"{value!s:>5}")
