import csv
import io


def text(*rows, **how):
    file = io.StringIO()
    try:
        csv.writer(file, **how).writerows(rows)
    except csv.Error as error:
        return f'Error: {error}'
    return file.getvalue()


print(repr(text([1, 2.5, None, True, 'a b', 'a,b', 'q"q', 'x\ny', '', ' ', 'a\r', [1, 2], 1e100, -0.0], [], [''], [None], 'abc')))
print(repr(text(['a,b', 1, None, 1.5, 'x'], quoting=csv.QUOTE_NONNUMERIC)), repr(text(['"', 1, None], quoting=csv.QUOTE_ALL)))
print(repr(text(['a,b"c\\', 'd'], quoting=csv.QUOTE_NONE, escapechar='\\')), text(['a,b'], quoting=csv.QUOTE_NONE), text([''], quoting=csv.QUOTE_NONE))
print(repr(text(['q"c', '\\a'], doublequote=False, escapechar='\\')), text(['q"c'], doublequote=False))
print(repr(text(['a;b', 'x|', "it's", 'a\r', 'b\n'], delimiter='|', lineterminator='\n', quotechar="'")), repr(text(['a b', ' '], delimiter=' ')))
print(text([1], 3), repr(text(n for n in 'xy')))
file = io.StringIO()
writer = csv.writer(file)
print(writer.writerow(['a', 1]), writer.writerow(x * x for x in range(4)), writer.dialect.quoting, repr(file.getvalue()))


class Money:
    def __str__(self):
        return '3,50'


csv.writer(file).writerow([Money(), (1, 2)])
print(list(csv.reader(file.getvalue().splitlines())))
