"""Which names a template has, and whether it is right."""
from string import Template

for text in ('$who likes ${what} and $who', '$$5 for $name', 'nothing', 'cost: $5 $a', '${open $b', '${a b} $c', 'end $', '$_x$y1',
             'two\nlines $ok $!'):
    template = Template(text)
    print(repr(text), template.is_valid())
    values = {'who': 1, 'what': 2, 'name': 3, 'a': 4}
    print(template.safe_substitute(values))
    try:
        print(template.get_identifiers())
        print(template.substitute(values))
    except (ValueError, KeyError) as error:
        print(type(error).__name__, error)
