import csv
import io

file = io.StringIO('name,age\nAda,36\n\nBob\nEve,1,2,3\n')
reader = csv.DictReader(file)
print(reader.fieldnames, reader.line_num)
for row in reader:
    print(reader.line_num, row)
print(list(csv.DictReader(['1;2', '3', '4;5;6'], ['x', 'y'], restkey='more', restval='-', delimiter=';')))
print(list(csv.DictReader([])), csv.DictReader([]).fieldnames)
out = io.StringIO()
writer = csv.DictWriter(out, fieldnames=['name', 'age'], restval='?')
print(writer.writeheader(), writer.writerow({'age': 3, 'name': 'Ann, B.'}), writer.writerows([{'name': 'x'}, {}]))
print(repr(out.getvalue()))
for call in [lambda: writer.writerow({'name': 1, 'sex': 2}), lambda: writer.writerow([1]), lambda: csv.DictWriter(out, ['a'], extrasaction='x'),
             lambda: csv.DictWriter(out), lambda: csv.DictWriter(3, ['a']), lambda: csv.DictReader(3)]:
    try:
        call()
    except (ValueError, AttributeError, TypeError) as error:
        print(type(error).__name__, error)
loose = csv.DictWriter(out, ['a'], extrasaction='ignore', dialect='unix')
loose.writerow({'a': 1, 'z': 2})
print(repr(out.getvalue()[-6:]))
