import re as _re

whitespace = ' \t\n\r\v\f'
ascii_lowercase = 'abcdefghijklmnopqrstuvwxyz'
ascii_uppercase = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
ascii_letters = ascii_lowercase + ascii_uppercase
digits = '0123456789'
hexdigits = digits + 'abcdef' + 'ABCDEF'
octdigits = '01234567'
punctuation = '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~'
printable = digits + ascii_letters + punctuation + whitespace


def capwords(s, sep=None):
    return (sep or ' ').join([word.capitalize() for word in s.split(sep)])


class Template:
    """Placeholders in a text. A class below may say how they look: by its own delimiter and names, or by a pattern."""
    delimiter = '$'
    idpattern = '(?a:[_a-z][_a-z0-9]*)'
    braceidpattern = None
    flags = _re.IGNORECASE

    def __init_subclass__(cls):
        super().__init_subclass__()
        pattern = cls.__dict__.get('pattern')
        if pattern is None:
            mark = _re.escape(cls.delimiter)
            pattern = (f'{mark}(?:(?P<escaped>{mark})|(?P<named>{cls.idpattern})|'
                       f'{{(?P<braced>{cls.braceidpattern or cls.idpattern})}}|(?P<invalid>))')
        cls.pattern = _re.compile(pattern, cls.flags | _re.VERBOSE)

    def __init__(self, template):
        self.template = template

    def _name(self, place):
        """Of a placeholder; None where the delimiter stands for itself or for nothing."""
        name = place['named'] or place['braced']
        if name is None and place['escaped'] is None and place['invalid'] is None:
            raise ValueError('Unrecognized named group in pattern', self.pattern)
        return name

    def _refuse(self, place):
        at = place.start('invalid')
        lines = self.template[:at].splitlines(keepends=True) or ['']
        column = at - sum([len(line) for line in lines[:-1]]) if at else 1
        raise ValueError(f'Invalid placeholder in string: line {len(lines)}, col {column}')

    def _expand(self, values, safe):
        def replacement(place):
            if (name := self._name(place)) is not None:
                try:
                    return str(values[name])
                except KeyError:
                    if not safe:
                        raise
                    return place[0]
            if place['escaped'] is not None:
                return self.delimiter
            if not safe:
                self._refuse(place)
            return place[0]

        return self.pattern.sub(replacement, self.template)

    def is_valid(self):
        return all([self._name(place) is not None or place['escaped'] is not None
                    for place in self.pattern.finditer(self.template)])

    def get_identifiers(self):
        names = [self._name(place) for place in self.pattern.finditer(self.template)]
        return list(dict.fromkeys([name for name in names if name is not None]))

    def substitute(self, mapping=None, /, **keywords):
        return self._expand(_both(mapping, keywords), False)

    def safe_substitute(self, mapping=None, /, **keywords):
        return self._expand(_both(mapping, keywords), True)


def _both(mapping, keywords):
    if mapping is None or not keywords:
        return keywords if mapping is None else mapping
    from collections import ChainMap
    return ChainMap(keywords, mapping)


Template.__init_subclass__()


class Formatter:
    """str.format, with its steps as methods to override."""

    def format(self, format_string, /, *args, **kwargs):
        return self.vformat(format_string, args, kwargs)

    def vformat(self, format_string, args, kwargs):
        used = set()
        text, _ = self._expand(format_string, args, kwargs, used, 2, 0)
        self.check_unused_args(used, args, kwargs)
        return text

    def _expand(self, template, args, kwargs, used, depth, counter):
        if depth < 0:
            raise ValueError('Max string recursion exceeded')
        parts = []
        for literal, field, spec, conversion in self.parse(template):
            if literal:
                parts.append(literal)
            if field is None:
                continue
            head = field.split('.')[0].split('[')[0]
            if head == '':
                if counter is False:
                    raise ValueError('cannot switch from manual field specification to automatic field numbering')
                field = str(counter) + field
                counter += 1
            elif head.isdigit():
                if counter:
                    raise ValueError('cannot switch from manual field specification to automatic field numbering')
                counter = False
            value, key = self.get_field(field, args, kwargs)
            used.add(key)
            value = self.convert_field(value, conversion)
            spec, counter = self._expand(spec, args, kwargs, used, depth - 1, counter)
            parts.append(self.format_field(value, spec))
        return ''.join(parts), counter

    def parse(self, format_string):
        """(literal text, field name, format spec, conversion) of each part."""
        text, at, literal = format_string, 0, []
        while at < len(text):
            letter = text[at]
            if letter in '{}' and text[at:at + 2] == letter * 2:
                yield ''.join(literal) + letter, None, None, None
                literal = []
                at += 2
            elif letter == '}':
                raise ValueError("Single '}' encountered in format string")
            elif letter == '{':
                depth, end = 1, at + 1
                while end < len(text) and depth:
                    depth += (text[end] == '{') - (text[end] == '}')
                    end += 1
                if depth:
                    raise ValueError("Single '{' encountered in format string" if at + 1 == len(text)
                                     else "expected '}' before end of string")
                yield ''.join(literal), *self._field(text[at + 1:end - 1])
                literal = []
                at = end
            else:
                literal.append(letter)
                at += 1
        if literal:
            yield ''.join(literal), None, None, None

    @staticmethod
    def _field(text):
        inside = 0
        for at, letter in enumerate(text):
            inside += (letter == '[') - (letter == ']')
            if letter == '!' and not inside:
                return text[:at], text[at + 3:], text[at + 1]
            if letter == ':' and not inside:
                return text[:at], text[at + 1:], None
        return text, '', None

    def get_field(self, field_name, args, kwargs):
        end = min([at for at in (field_name.find('.'), field_name.find('[')) if at >= 0], default=len(field_name))
        first, rest = field_name[:end], field_name[end:]
        key = int(first) if first.isdigit() else first
        value = self.get_value(key, args, kwargs)
        while rest:
            if rest[0] == '.':
                end = min([at for at in (rest.find('.', 1), rest.find('[', 1)) if at >= 0], default=len(rest))
                value = getattr(value, rest[1:end])
            else:
                end = rest.index(']') + 1
                index = rest[1:end - 1]
                value = value[int(index) if index.isdigit() else index]
            rest = rest[end:]
        return value, key

    def get_value(self, key, args, kwargs):
        return args[key] if isinstance(key, int) else kwargs[key]

    def check_unused_args(self, used_args, args, kwargs):
        pass

    def convert_field(self, value, conversion):
        if conversion is None:
            return value
        if conversion not in 'sra':
            raise ValueError(f'Unknown conversion specifier {conversion}')
        return {'s': str, 'r': repr, 'a': ascii}[conversion](value)

    def format_field(self, value, format_spec):
        return format(value, format_spec)
