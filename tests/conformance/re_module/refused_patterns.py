"""What is no pattern, and how it is said."""
import re

WRONG = [
    '(?i-i:a)', '(?L)a', '(?au)a', b'(?u)a', '(?-a:b)', '(?i-', '(?i-:a)', '(?ik)', '(?i', '(?-', '(?-k:a)', '(?i-m)a', 'a(?i)b',
    '(?<=a|bc)d', '(?<=a*)b', '(?<=a{2,3})b', '(?<!a+)b', r'(?<=(a)\1)b', '(?<=(?P<x>a)(?P=x))b', '(?<=(a)(?(1)b|c))b',
    '(?(1)a|b)', '(?(0)a|b)', '(?(x)a|b)', '(?(1x)a)', '(a)(?(1)b|c|d)',
    '^*', '$+', r'\b*', r'(?:\A)*\Z?', 'a**', '*a', r'\777', r'(a)\2',
]
for pattern in WRONG:
    try:
        print(pattern, re.compile(pattern))
    except (re.error, ValueError) as error:
        print(pattern, type(error).__name__, error)

RIGHT = [
    '(?<=a|b)c', '(?<=a{2})b', '(?<=(?:ab|cd))e', '(?<=(?=a)a)b', '(a)(?<=x)b', '(?i)(?m)a', '(?(1)a|b)(c)', '(?<=^)a',
    '(?<!ab)c', r'(a)b(?<=ab)\1', '(?<=a(?#any))b',
]
for pattern in RIGHT:
    print(pattern, re.findall(pattern, 'abcaabcdeabacbab'))

for template in (r'\777', r'\400'):
    try:
        print(re.sub('a', template, 'a'))
    except re.error as error:
        print(template, error)
try:
    re.sub('a', b'b', 'a')
except TypeError as error:
    print(error)
