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
    delimiter = '$'

    def __init__(self, template):
        self.template = template

    def _places(self):
        """(start, end, name) of each placeholder: the name is '' for $$, and None where there is none."""
        text, at = self.template, 0
        while (found := text.find('$', at)) >= 0:
            at = found + 2
            if text[found + 1:at] == '$':
                yield found, at, ''
                continue
            braced = text[found + 1:at] == '{'
            start = end = found + 1 + braced
            while end < len(text) and (text[end].isascii() and text[end].isalnum() or text[end] == '_'):
                end += 1
            if text[start:end].isidentifier() and (not braced or text[end:end + 1] == '}'):
                at = end + braced
                yield found, at, text[start:end]
            else:
                at = found + 1
                yield found, at, None

    def _expand(self, values, safe):
        text, out, at = self.template, [], 0
        for start, end, name in self._places():
            out.append(text[at:start])
            at = end
            if name is None and not safe:
                before = text[:start]
                column = start - before.rfind('\n')
                raise ValueError(f'Invalid placeholder in string: line {before.count(chr(10)) + 1}, col {column}')
            if name == '':
                out.append('$')
            elif name is None or safe and name not in values:
                out.append(text[start:end])
            else:
                out.append(str(values[name]))
        return ''.join(out) + text[at:]

    def is_valid(self):
        return all([name is not None for _, _, name in self._places()])

    def get_identifiers(self):
        return list(dict.fromkeys([name for _, _, name in self._places() if name]))

    def substitute(self, mapping=None, /, **keywords):
        return self._expand({**(mapping or {}), **keywords}, False)

    def safe_substitute(self, mapping=None, /, **keywords):
        return self._expand({**(mapping or {}), **keywords}, True)


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
