# What get_type_hints() needs: the meaning of an annotation that is text, as `from __future__ import
# annotations` makes them. Names, attributes, subscripts, `|`, tuples, lists, strings and None.
import re

_token = re.compile(r"""\s*(?:(?P<name>[^\W\d]\w*)|(?P<number>-?\d+)|(?P<text>'[^']*'|"[^"]*")|(?P<sign>\.\.\.|[][().,|]))""")


class _Reader:
    def __init__(self, text, globalns, localns):
        self._text, self._at, self._spaces = text, 0, (localns, globalns)

    def _peek(self):
        return _token.match(self._text, self._at)

    def _accept(self, sign):
        found = self._peek()
        if found is None or found['sign'] != sign:
            return False
        self._at = found.end()
        return True

    def _fail(self):
        raise SyntaxError(f'Forward reference must be an expression -- got {self._text!r}')

    def whole(self):
        value = self._union()
        if self._text[self._at:].strip():
            self._fail()
        return value

    def _union(self):
        value = self._primary()
        while self._accept('|'):
            other = self._primary()
            value = other.__ror__(value) if value is None else value | other
        return value

    def _items(self, end):
        items = []
        while not self._accept(end):
            items.append(self._union())
            if not self._accept(','):
                if not self._accept(end):
                    self._fail()
                break
        return items

    def _primary(self):
        value = self._atom()
        while True:
            if self._accept('['):
                items = self._items(']')
                value = value[tuple(items) if len(items) > 1 else items[0]]
            elif self._accept('.'):
                value = getattr(value, self._take('name'))
            else:
                return value

    def _take(self, kind):
        found = self._peek()
        if found is None or found[kind] is None:
            self._fail()
        self._at = found.end()
        return found[kind]

    def _atom(self):
        if self._accept('...'):
            return ...
        if self._accept('['):
            return self._items(']')
        if self._accept('('):
            items = self._items(')')
            return items[0] if len(items) == 1 else tuple(items)
        found = self._peek()
        if found and found['number']:
            return int(self._take('number'))
        if found and found['text']:
            return evaluate(self._take('text')[1:-1], self._spaces[1], self._spaces[0])
        name = self._take('name')
        if name in ('None', 'True', 'False'):
            return {'None': None, 'True': True, 'False': False}[name]
        for space in self._spaces:
            if name in space:
                return space[name]
        import builtins
        if hasattr(builtins, name):
            return getattr(builtins, name)
        raise NameError(f'name {name!r} is not defined')


def evaluate(hint, globalns, localns):
    if isinstance(hint, str):
        hint = _Reader(hint, globalns, localns).whole()
    return type(None) if hint is None else hint


def resolved(hint, names, local, extras):
    # The hint with the types that it names as text, and without what Annotated adds to them.
    import typing
    if isinstance(hint, typing.ForwardRef):
        hint = hint.__forward_arg__
    if isinstance(hint, str):
        hint = evaluate(hint, names, local)
    if isinstance(hint, list):
        return [resolved(each, names, local, extras) for each in hint]
    if isinstance(hint, typing._Alias):
        if hint._form is typing.Literal:
            return hint
        if hint._form is typing.Annotated:
            inner = resolved(hint.__origin__, names, local, extras)
            return type(hint)(typing.Annotated, (inner, *hint.__metadata__)) if extras else inner
        if not extras and hint._form in (typing.Required, typing.NotRequired):
            return resolved(hint.__args__[0], names, local, extras)
        parts = tuple([resolved(each, names, local, extras) for each in hint.__args__])
        return hint if parts == hint.__args__ else type(hint)(hint._form, parts)
    if isinstance(hint, typing._GenericAlias):
        parts = tuple([resolved(each, names, local, extras) for each in hint.__args__])
        return hint if parts == hint.__args__ else typing._GenericAlias(hint.__origin__, parts)
    return type(None) if hint is None else hint
