"""Pattern and Match objects, flags, and the cache."""
import re

pattern = re.compile(r"^(?P<key>\w+):\s*(.*?)$", re.MULTILINE | re.DOTALL)
print(pattern.pattern, pattern.groups, dict(pattern.groupindex), isinstance(pattern, re.Pattern), pattern.flags & re.MULTILINE == re.M)
found = pattern.search("x\nname: Ann\nage: 5")
print(isinstance(found, re.Match), found.group(0, 1), found.groups(), found.groupdict(), found.start(), found.end(2), found.span(), found.lastindex, found.re is pattern, found.string[:1], found["key"], found.expand(r"<\2>"))
print(re.findall(r"a.c", "a\nc abc"), re.findall(r"a.c", "a\nc abc", re.DOTALL), re.findall(r"^b", "a\nb", re.MULTILINE), pattern == re.compile(pattern.pattern, pattern.flags))
re.purge()
print(re.compile("a|b").fullmatch("b"), repr(re.compile("a", re.I)), re.Pattern.__name__)
