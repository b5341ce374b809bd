"""Regular expressions over a log: named groups, findall, sub with functions, flags, lookaround."""
import re
from collections import Counter, defaultdict

LOG = """\
2024-05-01 10:00:01 INFO  [web-1] GET /index 200 12ms
2024-05-01 10:00:02 ERROR [web-2] GET /login 500 230ms user=ada@example.org
2024-05-01 10:00:02 INFO  [web-1] POST /login 302 48ms user=bob@example.com
garbage here
2024-05-01 10:00:09 WARN  [db] slow query 1200ms
"""

LINE = re.compile(r"""
    ^(?P<day>\d{4}-\d\d-\d\d) \s (?P<time>[\d:]+) \s+
    (?P<level>[A-Z]+) \s+ \[(?P<who>[^\]]+)\] \s (?P<rest>.*?)
    (?: \s (?P<ms>\d+)ms )? (?: \s user=(?P<user>\S+) )? $""", re.VERBOSE)

levels, slow = Counter(), defaultdict(list)
for number, line in enumerate(LOG.splitlines(), 1):
    if not (found := LINE.match(line)):
        print(f"line {number} is no log line: {line!r}")
        continue
    levels[found["level"]] += 1
    slow[found["who"]].append(int(found["ms"] or 0))
    print(found.group("time", "who", "user"), repr(found["rest"]), found.span("level"))
print(dict(levels), dict(slow))
print(re.findall(r"\b(GET|POST) (/\w+) (\d{3})", LOG))
print(re.sub(r"(\w+)@([\w.]+)", lambda m: m[1][0] + "***@" + m[2], LOG.splitlines()[1]))
print(re.split(r"\s*[;,]\s*", "a , b;c,d"), re.split(r"(-)", "1-2-3", maxsplit=1))
print(re.sub(r"(?P<a>\w+) (?P<b>\w+)", r"\g<b> \1", "hello world"), re.subn(r"\d", "#", "a1b22"))
print([m[0] for m in re.finditer(r"(?<=\$)\d+(?:\.\d\d)?", "cost $5 or $12.50")], re.findall(r"\w+(?=!)", "hi! you! there"))
print(re.search("(?i)INDEX", LOG)[0], re.findall("^2024.*?(?=I)", LOG, re.M)[:1], bool(re.fullmatch(r"\d+", "12a")))
print(re.escape("a.b*c"), LINE.groups, sorted(LINE.groupindex))
try:
    re.compile("(unclosed")
except re.error as error:
    print(error)
