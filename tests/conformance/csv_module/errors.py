import csv
import io

for call in [lambda: csv.reader(), lambda: csv.reader(3), lambda: csv.reader([], 'excel', 3), lambda: csv.writer(3), lambda: csv.writer(),
             lambda: csv.writer(io.StringIO()).writerow(3), lambda: csv.writer(io.StringIO()).writerows(3), lambda: csv.field_size_limit('x')]:
    try:
        call()
    except (csv.Error, TypeError) as error:
        print(type(error).__name__, error)
print(csv.Error, csv.Error.__bases__, type(csv.reader([])), type(csv.writer(io.StringIO())), csv.DictReader, csv.excel)
print(csv.QUOTE_MINIMAL, csv.QUOTE_ALL, csv.QUOTE_NONNUMERIC, csv.QUOTE_NONE, csv.__version__)
for row in csv.reader(['fine,row', '"open'], strict=True):
    print(row)
