# Classes below string.Template: the delimiter, the names, a pattern.
from string import Template


class Rename(Template):
    delimiter = '%'


class Dotted(Template):
    idpattern = r'[a-z]+\.[a-z]+'


class Braced(Template):
    braceidpattern = '[0-9]+'
    flags = 0


class Own(Template):
    pattern = r'''
    @(?: (?P<escaped>@) | (?P<named>[a-z]+) | <(?P<braced>[a-z]+)> | (?P<invalid>) )
    '''


print(Rename('%d-%n %% $x').substitute(d='day', n=3))
print(Dotted('$a.b $c').safe_substitute({'a.b': 1}))
print(Braced('${12} $ab').substitute({'12': 'twelve'}, ab='x'), Braced('${ab}').is_valid())
print(Own('@name @<name> @@').substitute(name='n'), Own('@a @<b> @@ @a').get_identifiers())
print(Template('$Name ${name} $$').substitute({'name': 1}, Name=2), Template.delimiter)
for text in ['$', 'a\nbc $1', '${']:
    try:
        Template(text).substitute()
    except ValueError as error:
        print(error, Template(text).safe_substitute(), Template(text).is_valid())
try:
    Template('$gone').substitute()
except KeyError as error:
    print(repr(error))
