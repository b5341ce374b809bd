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

    def _expand(self, values, safe):
        text, out, at = self.template, [], 0
        while True:
            found = text.find('$', at)
            if found < 0:
                return ''.join(out) + text[at:]
            out.append(text[at:found])
            if text[found + 1:found + 2] == '$':
                out.append('$')
                at = found + 2
                continue
            braced = text[found + 1:found + 2] == '{'
            start = end = found + 1 + braced
            while end < len(text) and (text[end].isascii() and text[end].isalnum() or text[end] == '_'):
                end += 1
            name = text[start:end]
            if not name.isidentifier() or braced and text[end:end + 1] != '}':
                if not safe:
                    before = text[:found]
                    line = before.count('\n') + 1
                    column = found - (before.rfind('\n') + 1) + 1
                    raise ValueError(f'Invalid placeholder in string: line {line}, col {column}')
                out.append('$')
                at = found + 1
                continue
            at = end + braced
            if safe and name not in values:
                out.append(text[found:at])
            else:
                out.append(str(values[name]))

    def substitute(self, mapping=None, /, **keywords):
        return self._expand({**(mapping or {}), **keywords}, False)

    def safe_substitute(self, mapping=None, /, **keywords):
        return self._expand({**(mapping or {}), **keywords}, True)
