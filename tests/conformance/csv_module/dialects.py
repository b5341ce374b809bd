import csv

LINE = ['a,b;"c;d"|e']


def told(call, *args, **how):
    try:
        return call(*args, **how)
    except (csv.Error, TypeError, AttributeError) as error:
        return f'{type(error).__name__}: {error}'


def rows(**how):
    return told(lambda: list(csv.reader(LINE, **how)))


class Semicolons(csv.Dialect):
    delimiter = ';'
    quotechar = '"'
    lineterminator = '\n'
    quoting = csv.QUOTE_MINIMAL


class Half(csv.Dialect):
    delimiter = ':'


csv.register_dialect('pipes', delimiter='|', quoting=csv.QUOTE_NONE)
csv.register_dialect('semicolons', Semicolons)
print(csv.list_dialects(), rows(dialect='pipes'), rows(dialect='semicolons'), rows(dialect=Semicolons()), rows(dialect=Semicolons, delimiter='|'))
for name in csv.list_dialects():
    dialect = csv.get_dialect(name)
    print(name, [(each, getattr(dialect, each)) for each in dir(dialect) if not each.startswith('_')])
csv.unregister_dialect('pipes')
print(told(csv.get_dialect, 'pipes'), told(csv.unregister_dialect, 'pipes'), told(csv.register_dialect, 3), told(Half), rows(dialect='nix'))
print(told(setattr, csv.get_dialect('excel'), 'delimiter', ';'), csv.excel_tab.delimiter, csv.unix_dialect.__mro__, csv.excel().strict if hasattr(csv.excel(), 'strict') else '-')
for how in [dict(delimiter=';;'), dict(delimiter=None), dict(delimiter=1), dict(quotechar=1), dict(quotechar=''), dict(quotechar=None),
            dict(quotechar=None, quoting=csv.QUOTE_ALL), dict(quoting=9), dict(quoting='x'), dict(lineterminator=3), dict(lineterminator=None),
            dict(escapechar='xx'), dict(colour='red'), dict(doublequote=0, strict='yes', skipinitialspace=1)]:
    print(how, rows(**how))
