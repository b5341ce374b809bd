"""What \\s, \\w and \\d take, flags for a part, lone surrogates, and the names of the flags."""
import re

for code in [*range(9, 15), *range(0x1b, 0x22), 0x85, 0xa0, 0x1680, 0x180e, 0x2000, 0x200a, 0x200b, 0x2028, 0x3000]:
    character = chr(code)
    print(hex(code), [bool(re.match(pattern, character, flags)) for flags in (0, re.ASCII)
                      for pattern in (r'\s', r'\S', r'[\s]', r'[^\s]', r'[\S]', r'[^\Sx]')])
for pattern in (r'(?a:\w)', r'(?a:\W)', r'(?a:[\w-])', r'(?a:[^\W])', r'(?a:\d)', r'(?a:\s)', r'(?a:\b)é', r'(?a:\B)é',
                r'(?a:e)|(?:\w)', r'(?u:\w)', r'(?a)\w', r'(?a)(?u:\w)', r'(?a)(?u:\w\b)', r'(?u:\d)', r'(?a)\W'):
    print(pattern, [letter for letter in 'aé \u0663\x1c_' if re.fullmatch(pattern, letter)])
print(re.findall(r'(?x: a b )c d|(?-x:e f)', 'abc d e f'), re.findall(r'(?x) (?-x: a) b', ' ab'))
print(re.findall(r'(?i:a)b|C(?-i:d)', 'AbABCdCDcd'), re.findall(r'(?i)a(?-i:b)', 'AbABab'))
print(len(re.findall('\ud800', 'x\ud800y')), len(re.findall('(?s).', '\ud800a')), re.search('[\ud800-\udfff]', 'a\udc00').span())
print(re.RegexFlag.I is re.I, re.RegexFlag.M | re.RegexFlag.S, re.RegexFlag.ASCII, re.A.name)

match = re.match('(a)(b)', 'ab')
for wrong in (list, len, iter):
    try:
        wrong(match)
    except TypeError as error:
        print(error)
print(re.Match[str], re.Pattern[bytes])
try:
    isinstance(match, re.Match[str])
except TypeError as error:
    print(error)

scanner = re.Scanner([(r'\d+', lambda scanner, text: int(text)), (r'\w+', lambda scanner, text: scanner.match.span()),
                      (r'\s+', None), (r'[-+]', 'sign')])
print(scanner.scan('12 + abc - 5 ! 3'))
