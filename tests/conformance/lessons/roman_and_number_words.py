"""Numbers as words and roman numerals, tested against each other."""
ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
TENS = "_ _ twenty thirty forty fifty sixty seventy eighty ninety".split()


def words(n):
    match n:
        case n if n < 0:
            return "minus " + words(-n)
        case n if n < 20:
            return ONES[n]
        case n if n < 100:
            tens, ones = divmod(n, 10)
            return TENS[tens] + (f"-{ONES[ones]}" if ones else "")
        case n if n < 1000:
            hundreds, rest = divmod(n, 100)
            return f"{ONES[hundreds]} hundred" + (f" and {words(rest)}" if rest else "")
    for size, name in ((10 ** 9, "billion"), (10 ** 6, "million"), (1000, "thousand")):
        if n >= size:
            count, rest = divmod(n, size)
            return f"{words(count)} {name}" + (f"{' and' if rest < 100 else ','} {words(rest)}" if rest else "")


def unroman(text):
    values = dict(I=1, V=5, X=10, L=50, C=100, D=500, M=1000)
    total = 0
    for current, following in zip(text, text[1:] + " "):
        total += -values[current] if values[current] < values.get(following, 0) else values[current]
    return total


for n in (0, 7, 13, 42, 99, 100, 101, 342, 1000, 1001, 12345, -5, 1_000_000, 2_147_483_647):
    print(f"{n:>13,} {words(n)}")
print([unroman(r) for r in ("III", "IV", "XL", "XCIX", "MCMXCIV", "MMXXIV")])
try:
    unroman("MQ")
except KeyError as error:
    print("no such numeral:", error)
