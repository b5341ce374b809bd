"""string.Template, the constants of string, Formatter-like reports by format_map, and casing."""
import string
from collections import defaultdict

letter = string.Template("Dear $name,\nyou owe us $$${amount}. ${name}, pay ${when}!")
print(letter.substitute(name="Kim", amount="7.50", when="soon"))
print(letter.safe_substitute(name="Lee"))
for values in ({"name": "x"}, {}):
    try:
        letter.substitute(values)
    except KeyError as error:
        print("missing", error)
try:
    string.Template("a $ alone").substitute()
except ValueError as error:
    print(error)

print(string.ascii_lowercase[:5], string.ascii_uppercase[-3:], string.digits, string.hexdigits, string.octdigits)
print(repr(string.whitespace), string.punctuation, len(string.printable))
print(string.capwords("the  quick-brown fox"), string.capwords("a-b-c", "-"))


class Missing(dict):
    def __missing__(self, key):
        return "{" + key + "}"


print("{a} and {b}".format_map(Missing(a=1)), "{x}".format_map(defaultdict(lambda: "?")))
data = {"user": {"name": "Ann", "langs": ["py", "c"]}, "n": 3.14159}
print("{user[name]} {user[langs][0]} {n:.2f} {n!r:>10}".format(**data))
print("{0.real} {0.__class__.__name__} {1[2]} {1}".format(5, "xyz"), "{:{}}|{:{fill}^{width}}".format("a", 4, "b", fill="*", width=5))
for template, args in (("{} {1}", (1, 2)), ("{2}", (1,)), ("{x}", ()), ("{", ()), ("}", ()), ("{0[a]}", ([1],)), ("{:d}", ("s",)), ("{:q}", (1,)), ("{0.zip}", (1,)), ("{!x}", (1,))):
    try:
        print(template.format(*args))
    except Exception as error:
        print(f"{template!r:10} {type(error).__name__}: {error}")
for text in ("hello World", "ÉCOLE straße", "ǆ", "i'm 5ft tall"):
    print(text.upper(), text.lower(), text.title(), text.capitalize(), text.swapcase(), text.casefold(), sep=" | ")
print([text.isidentifier() for text in ("a1", "1a", "_", "def", "a b")], "%s" % (1,), "%s and %s" % ("a", [1]), "%5s|%-5s|" % ("r", "l"))
