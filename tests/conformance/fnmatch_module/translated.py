import fnmatch
import re

for pattern in ['*.txt', '?', '[a-c]bc', '[!a-c]', '[[]x]', 'a[-]b', 'a[]]b', '[abc', 'a**c', '[z-a]x', '[!z-a]', '\\', 'a.c', '[!]', '[^]', '[^a]',
                '[a-b-d]', '[a-]', '[&&~|]', '*a*b*c', '[b-ac-d]', '[a--b]', '[a\\b]', '', '*', '***', '*?*', 'é*', '[!!]', '[]', '[]a]', '[!]a]']:
    print(pattern, fnmatch.translate(pattern))
found = re.compile(fnmatch.translate('report-*.[ct]s[vt]'))
print([name for name in ['report-1.csv', 'report-.tsv', 'report.csv', 'report-2.xsv'] if found.match(name)], found.pattern)
