# What becomes of the words of a command line: argparse's actions.
import sys

from _argparse_help import OPTIONAL, PARSER, SUPPRESS


class Action:
    """One argument: how it is written, how many values it takes, and what becomes of them."""

    __module__ = 'argparse'

    def __init__(self, option_strings, dest, nargs=None, const=None, default=None, type=None, choices=None,
                 required=False, help=None, metavar=None):
        self.option_strings = option_strings
        self.dest = dest
        self.nargs = nargs
        self.const = const
        self.default = default
        self.type = type
        self.choices = choices
        self.required = required
        self.help = help
        self.metavar = metavar

    def __call__(self, parser, namespace, values, option_string=None):
        raise NotImplementedError('.__call__() not defined')

    def __repr__(self):
        names = ('option_strings', 'dest', 'nargs', 'const', 'default', 'type', 'choices', 'required', 'help', 'metavar')
        return f'{type(self).__name__}({", ".join([f"{name}={getattr(self, name)!r}" for name in names])})'

    def format_usage(self):
        return self.option_strings[0]

    def subactions(self):
        """What the help lists below it."""
        return ()

    def display_name(self):
        if self.option_strings:
            return '/'.join(self.option_strings)
        for name in (self.metavar, self.dest):
            if name not in (None, SUPPRESS):
                return name
        return '{' + ','.join(self.choices) + '}' if self.choices else None


class _StoreAction(Action):
    __module__ = 'argparse'

    def __init__(self, option_strings, dest, nargs=None, const=None, **kwargs):
        if nargs == 0:
            raise ValueError('nargs for store actions must be != 0; if you have nothing to store, actions such as '
                             'store true or store const may be more appropriate')
        if const is not None and nargs != OPTIONAL:
            raise ValueError(f'nargs must be {OPTIONAL!r} to supply const')
        super().__init__(option_strings, dest, nargs, const, **kwargs)

    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, values)


class _StoreConstAction(Action):
    __module__ = 'argparse'

    def __init__(self, option_strings, dest, const=None, default=None, required=False, help=None, metavar=None):
        super().__init__(option_strings, dest, 0, const, default, required=required, help=help)

    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, self.const)


class _StoreTrueAction(_StoreConstAction):
    __module__ = 'argparse'

    def __init__(self, option_strings, dest, default=False, required=False, help=None):
        super().__init__(option_strings, dest, True, default, required, help)


class _StoreFalseAction(_StoreConstAction):
    __module__ = 'argparse'

    def __init__(self, option_strings, dest, default=True, required=False, help=None):
        super().__init__(option_strings, dest, False, default, required, help)


def _items(namespace, dest):
    return list(getattr(namespace, dest, None) or [])


class _AppendAction(_StoreAction):
    __module__ = 'argparse'

    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, [*_items(namespace, self.dest), values])


class _AppendConstAction(_StoreConstAction):
    __module__ = 'argparse'

    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, [*_items(namespace, self.dest), self.const])


class _ExtendAction(_AppendAction):
    __module__ = 'argparse'

    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, [*_items(namespace, self.dest), *values])


class _CountAction(Action):
    __module__ = 'argparse'

    def __init__(self, option_strings, dest, default=None, required=False, help=None):
        super().__init__(option_strings, dest, 0, default=default, required=required, help=help)

    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, (getattr(namespace, self.dest, None) or 0) + 1)


class _HelpAction(Action):
    __module__ = 'argparse'

    def __init__(self, option_strings, dest=SUPPRESS, default=SUPPRESS, help=None):
        super().__init__(option_strings, dest, 0, default=default, help=help)

    def __call__(self, parser, namespace, values, option_string=None):
        parser.print_help()
        parser.exit()


class _VersionAction(Action):
    __module__ = 'argparse'

    def __init__(self, option_strings, version=None, dest=SUPPRESS, default=SUPPRESS,
                 help="show program's version number and exit"):
        super().__init__(option_strings, dest, 0, default=default, help=help)
        self.version = version

    def __call__(self, parser, namespace, values, option_string=None):
        version = parser.version if self.version is None else self.version
        sys.stdout.write(parser._get_formatter()._text(version).rstrip('\n') + '\n')
        parser.exit()


class BooleanOptionalAction(Action):
    __module__ = 'argparse'

    def __init__(self, option_strings, dest, default=None, type=None, choices=None, required=False, help=None,
                 metavar=None):
        options = []
        for option in option_strings:
            options += [option, '--no-' + option[2:]] if option.startswith('--') else [option]
        super().__init__(options, dest, 0, default=default, type=type, choices=choices,
                         required=required, help=help, metavar=metavar)

    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, not option_string.startswith('--no-'))

    def format_usage(self):
        return ' | '.join(self.option_strings)


class _Choice(Action):
    """A sub-command's line in the help."""

    def __init__(self, name, aliases, help):
        super().__init__([], name, help=help, metavar=f'{name} ({", ".join(aliases)})' if aliases else name)


class _SubParsersAction(Action):
    __module__ = 'argparse'

    def __init__(self, option_strings, prog, parser_class, dest=SUPPRESS, required=False, help=None, metavar=None):
        self._prog_prefix = prog
        self._parser_class = parser_class
        self._choices_actions = []
        super().__init__(option_strings, dest, PARSER, choices={}, required=required, help=help, metavar=metavar)

    def add_parser(self, name, *, aliases=(), **kwargs):
        kwargs.setdefault('prog', f'{self._prog_prefix} {name}')
        if 'help' in kwargs:
            self._choices_actions.append(_Choice(name, aliases, kwargs.pop('help')))
        made = self._parser_class(**kwargs)
        for each in (name, *aliases):
            self.choices[each] = made
        return made

    def subactions(self):
        return self._choices_actions

    def __call__(self, parser, namespace, values, option_string=None):
        name, rest = values[0], values[1:]
        if self.dest is not SUPPRESS:
            setattr(namespace, self.dest, name)
        found, extra = self.choices[name].parse_known_args(rest)
        for key, value in vars(found).items():
            setattr(namespace, key, value)
        if extra:
            vars(namespace).setdefault('_unrecognized_args', []).extend(extra)


by_name = {None: _StoreAction, 'store': _StoreAction, 'store_const': _StoreConstAction,
           'store_true': _StoreTrueAction, 'store_false': _StoreFalseAction, 'append': _AppendAction,
           'append_const': _AppendConstAction, 'extend': _ExtendAction, 'count': _CountAction, 'help': _HelpAction,
           'version': _VersionAction, 'parsers': _SubParsersAction}
