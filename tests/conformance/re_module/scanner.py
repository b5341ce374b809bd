"""pattern.scanner(): one match after the other, as a tokenizer takes them."""
import re
from collections import namedtuple

Token = namedtuple("Token", "type value")
PARTS = {"NAME": r"[a-zA-Z_]\w*", "NUM": r"\d+", "PLUS": r"\+", "EQ": "=", "WS": r"\s+"}
master = re.compile("|".join(f"(?P<{name}>{part})" for name, part in PARTS.items()))


def tokens(text):
    for match in iter(master.scanner(text).match, None):
        if match.lastgroup != "WS":
            yield Token(match.lastgroup, match.group())


print(*tokens("foo = 23 + 42"), sep="\n")
print(*tokens("foo ? 23"))
scanner = master.scanner("?? ab 12", 1)
print([scanner.search() for _ in range(6)], scanner.pattern is master)
empty = re.compile("a*").scanner("baab")
print([empty.search() for _ in range(6)])
