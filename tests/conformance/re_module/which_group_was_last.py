# lastindex: the group that was closed last, which is the outer one where two end at one place.
import re

for pattern, text in ((r"(?P<id>[a-z]+(?P<n>\d*))", "ab"), (r"(a)(b*)", "a"), (r"((a)(b*))c?", "a"),
                      (r"(?:(a)|(b))*", "ba"), (r"((a)|b)*", "ab"), (r"(a(b)?)+", "aba"), (r"(a())", "a"),
                      (r"(a)()()", "a"), (r"((()))", "")):
    match = re.match(pattern, text)
    print(pattern, match.lastindex, match.lastgroup)
print(re.compile("").search("", 1), re.compile("a?").fullmatch("a", 5), re.compile("a").search("a", 5, 3))
