import csv
import io


def rows(lines, **how):
    try:
        return list(csv.reader(lines, **how))
    except (csv.Error, ValueError) as error:
        return f'{type(error).__name__}: {error}'


print(rows(io.StringIO('name,price\r\n"Tea, green",2.50\r\n"say ""hi""",1\r\n')))
print(rows(['"two\n', 'lines",x\n', '\n', '', 'a,,\n', 'b"c"d,"e"f, "g"']))
print(rows(['a\n', 'b\r', 'c\r\n', '"a']), rows(['a\rb']), rows(['a\nb']), rows([b'a']), rows(['a\0b']))
print(rows(['a  ,  b, "c,d"'], skipinitialspace=True), rows(['1,"x",,-2e3'], quoting=csv.QUOTE_NONNUMERIC))
print(rows(['1,x'], quoting=csv.QUOTE_NONNUMERIC), rows(['a,"b"'], quoting=csv.QUOTE_NONE))
print(rows(['a\\,b,"c\\"d",\\'], escapechar='\\'), rows(['a\\\n', 'b'], escapechar='\\'), rows(["'a''b'|c"], delimiter='|', quotechar="'"))
print(rows(['"a"b,c'], strict=True), rows(['"a'], strict=True), rows(['"a""b"'], doublequote=False))
reader = csv.reader(['a,"b\n', 'c"\n', 'd\n'])
for row in reader:
    print(reader.line_num, row, reader.dialect.delimiter)
print(csv.field_size_limit(4), rows(['abcd,e']), rows(['abcde,f']), rows(['"abcde"']), csv.field_size_limit(131072))
print(next(csv.reader([]), 'nothing'), iter(reader) is reader)
