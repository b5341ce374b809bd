"""Wrapping and justifying a paragraph by hand, and by textwrap."""
import textwrap

TEXT = """Tell me, said the owl, why a clock that is stopped is right twice
a day, while one that is a minute slow is never right at all?"""


def justify(words, width):
    line, length = [], 0
    for word in words:
        if length + len(word) + len(line) > width:
            yield spread(line, width - length)
            line, length = [], 0
        line.append(word)
        length += len(word)
    yield " ".join(line)


def spread(words, spaces):
    if len(words) == 1:
        return words[0] + " " * spaces
    gap, extra = divmod(spaces, len(words) - 1)
    return "".join(word + " " * (gap + (i < extra)) for i, word in enumerate(words[:-1])) + words[-1]


for line in justify(TEXT.split(), 26):
    print(f"|{line:<26}|")
print(textwrap.fill(TEXT.replace("\n", " "), 40, initial_indent="* ", subsequent_indent="  "))
print(textwrap.wrap("a bb ccc dddd eeeee", 6), textwrap.shorten("Hello wonderful world!", width=15))
code = """
    def f():
        return 1
"""
print(textwrap.dedent(code).strip())
print(textwrap.indent("one\n\ntwo", "> "), textwrap.indent("a\nb", "-", lambda line: True), sep="\n")
for align in "<^>":
    print(f"[{'owl':{align}{9}}] [{'owl':*{align}{9}}] [{3.14159:{align}9.2f}]")
print("left".ljust(8, "."), "right".rjust(8), "mid".center(9, "~"), "7".zfill(3), "-7".zfill(4), "a\tb\tc".expandtabs(4), sep="|")
lines = [line.strip() for line in TEXT.splitlines()]
width = max(map(len, lines))
print("+" + "-" * (width + 2) + "+", *(f"| {line:{width}} |" for line in lines), "+" + "=" * (width + 2) + "+", sep="\n")
