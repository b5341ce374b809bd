import string
from string import Formatter, Template


class Default(Formatter):
    def get_value(self, key, args, kwargs):
        if isinstance(key, str):
            return kwargs.get(key, f'<{key}>')
        return super().get_value(key, args, kwargs)

    def convert_field(self, value, conversion):
        if conversion == 'u':
            return str(value).upper()
        return super().convert_field(value, conversion)


f = Default()
print(f.format('{0} {name} {missing} {0!r:>5} {name!u}', 'a', name='ann'), f.format('{} {} {{}}', 1, 2), f.format('{x[1]} {y.real:{w}}|', x=[1, 2], y=3, w=4))
print(list(Formatter().parse('a {b!r:c} {{d}} {e[0].f:{g}} {}')), Formatter().vformat('{0}{x}', (1,), {'x': 2}))
for bad in ('{', '}', '{0} {}', '{a'):
    try:
        print(Formatter().format(bad, 1, 2))
    except (ValueError, KeyError) as error:
        print(type(error).__name__, error)
t = Template('$who likes ${what}s for $$5 $')
print(t.safe_substitute(who='tim'), Template('$a ${b}').substitute({'a': 1}, b=2), t.template)
for given in ({'who': 1, 'what': 2}, {}):
    try:
        print(t.substitute(given))
    except (ValueError, KeyError) as error:
        print(type(error).__name__, error)
print(string.capwords('hello big  world'), string.digits, string.ascii_lowercase[:3], len(string.printable), string.punctuation)
