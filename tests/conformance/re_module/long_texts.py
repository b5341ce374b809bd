# /// coroscope
# [cost]
# instruction = 0
# ///
"""Work over a long text is by its length, not by its square: each match starts where the last one ended."""
import re

print(len(re.sub('a', 'b', 'a' * 100_000)))
print(len(re.findall('a|b', 'ab' * 50_000)))
print(len(re.split(',', 'a,' * 100_000)))
print(sum([match.end() for match in re.finditer(r'(\w+) ', 'word ' * 50_000)]))
print(len(re.findall('é.', 'éa' * 50_000)))
print(len(re.findall('', 'a' * 50_000)))
