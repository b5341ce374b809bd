# The command line of a scenario is empty, so this parser is above all about defaults; it also parses
# lists that the program gives it. Sub-commands and abbreviated options are known, exclusive groups too.
import os
import sys

SUPPRESS = '==SUPPRESS=='
OPTIONAL, ZERO_OR_MORE, ONE_OR_MORE, REMAINDER, PARSER = '?', '*', '+', '...', 'A...'
_flag_actions = ('store_true', 'store_false', 'store_const', 'append_const', 'count', 'help', 'version')


class ArgumentError(Exception):
    def __init__(self, argument, message):
        self.argument_name = argument and argument.display_name()
        self.message = message

    def __str__(self):
        return f'argument {self.argument_name}: {self.message}' if self.argument_name else self.message


class ArgumentTypeError(Exception):
    pass


class HelpFormatter:
    """Its name alone: help is always formatted in the one way."""


class RawDescriptionHelpFormatter(HelpFormatter):
    pass


RawTextHelpFormatter = ArgumentDefaultsHelpFormatter = MetavarTypeHelpFormatter = RawDescriptionHelpFormatter


class Namespace:
    def __init__(self, **kwargs):
        for name in kwargs:
            setattr(self, name, kwargs[name])

    def __eq__(self, other):
        return vars(self) == vars(other) if isinstance(other, Namespace) else NotImplemented

    def __contains__(self, key):
        return key in self.__dict__

    def __repr__(self):
        return f'Namespace({", ".join(f"{name}={value!r}" for name, value in self.__dict__.items())})'


class Action:
    """One argument: how it is written, how many values it takes, and what becomes of them."""

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

    def display_name(self):
        if self.option_strings:
            return '/'.join(self.option_strings)
        if self.metavar not in (None, SUPPRESS):
            return self.metavar
        return self.dest if self.dest not in (None, SUPPRESS) else None

    def value_text(self):
        """How the values are written in the usage."""
        name = self.metavar
        if name is None and self.choices is not None:
            name = '{' + ','.join(map(str, self.choices)) + '}'
        if name is None:
            name = self.dest.upper() if self.option_strings else self.dest
        names = name if isinstance(name, tuple) else None
        if self.nargs is None:
            return name
        if self.nargs == OPTIONAL:
            return f'[{name}]'
        if self.nargs == ZERO_OR_MORE:
            return f'[{names[0] if names else name} ...]'
        if self.nargs == ONE_OR_MORE:
            return f'{name} [{name} ...]' if not names else f'{names[0]} [{names[1]} ...]'
        if self.nargs == REMAINDER:
            return '...'
        if self.nargs == PARSER:
            return f'{name} ...'
        return ' '.join(names or [name] * self.nargs)


class _Store(Action):
    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, values)


class _StoreConst(Action):
    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, self.const)


class _Append(Action):
    def _items(self, namespace):
        return list(getattr(namespace, self.dest, None) or [])

    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, [*self._items(namespace), values])


class _AppendConst(_Append):
    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, [*self._items(namespace), self.const])


class _Extend(_Append):
    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, [*self._items(namespace), *values])


class _Count(Action):
    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, (getattr(namespace, self.dest, None) or 0) + 1)


class _Help(Action):
    def __call__(self, parser, namespace, values, option_string=None):
        parser.print_help()
        parser.exit()


class _Version(Action):
    version = None

    def __call__(self, parser, namespace, values, option_string=None):
        print(self.version % {'prog': parser.prog})
        parser.exit()


class BooleanOptionalAction(Action):
    def __init__(self, option_strings, dest, **kwargs):
        negated = ['--no-' + each[2:] for each in option_strings if each.startswith('--')]
        kwargs.pop('nargs', None)
        super().__init__([*option_strings, *negated], dest, nargs=0, **kwargs)

    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, not option_string.startswith('--no-'))


class _SubParsers(Action):
    def __init__(self, option_strings, prog, parser_class, dest=SUPPRESS, required=False, help=None, metavar=None):
        self.parsers = {}
        self._prog = prog
        self._parser_class = parser_class
        super().__init__(option_strings, dest, PARSER, choices=self.parsers, required=required, help=help,
                         metavar=metavar)

    def add_parser(self, name, *, aliases=(), help=None, **kwargs):
        kwargs.setdefault('prog', f'{self._prog} {name}')
        made = self._parser_class(**kwargs)
        for each in (name, *aliases):
            self.parsers[each] = made
        return made

    def __call__(self, parser, namespace, values, option_string=None):
        name, rest = values[0], values[1:]
        if self.dest != SUPPRESS:
            setattr(namespace, self.dest, name)
        found, extra = self.parsers[name].parse_known_args(rest)
        vars(namespace).update(vars(found))
        if extra:
            namespace.__dict__.setdefault('_unrecognized_args', []).extend(extra)


_actions = {None: _Store, 'store': _Store, 'store_const': _StoreConst, 'store_true': _StoreConst,
            'store_false': _StoreConst, 'append': _Append, 'append_const': _AppendConst, 'extend': _Extend,
            'count': _Count, 'help': _Help, 'version': _Version}


class _Group:
    """Arguments under a heading, or of which one at most may be given."""

    def __init__(self, parser, title=None, exclusive=False, required=False):
        self._parser = parser
        self.title = title
        self.exclusive = exclusive
        self.required = required
        self.members = []

    def add_argument(self, *args, **kwargs):
        action = self._parser.add_argument(*args, **kwargs)
        self.members.append(action)
        return action

    def add_mutually_exclusive_group(self, **kwargs):
        return self._parser.add_mutually_exclusive_group(**kwargs)


class ArgumentParser:
    def __init__(self, prog=None, usage=None, description=None, epilog=None, parents=(), formatter_class=None,
                 prefix_chars='-', fromfile_prefix_chars=None, argument_default=None, conflict_handler='error',
                 add_help=True, allow_abbrev=True, exit_on_error=True):
        self.prog = os.path.basename(sys.argv[0]) if prog is None else prog
        self.usage = usage
        self.description = description
        self.epilog = epilog
        self.argument_default = argument_default
        self.allow_abbrev = allow_abbrev
        self.exit_on_error = exit_on_error
        self._actions = []
        self._groups = []
        self._defaults = {}
        self._subparsers = None
        if add_help:
            self.add_argument('-h', '--help', action='help', default=SUPPRESS, help='show this help message and exit')
        for parent in parents:
            self._actions += [each for each in parent._actions if not isinstance(each, _Help)]
            self._defaults.update(parent._defaults)

    # --- declaring ---

    def add_argument(self, *args, **kwargs):
        name = kwargs.pop('action', None)
        kind = _actions.get(name) if name is None or isinstance(name, str) else name
        if kind is None:
            raise ValueError(f'unknown action "{name}"')
        is_option = bool(args) and args[0][0] == '-'
        options = list(args) if is_option else []
        dest = kwargs.pop('dest', None)
        if not is_option:
            if dest is not None and args:
                raise ValueError('dest supplied twice for positional argument')
            dest = args[0] if args else dest
            kwargs['required'] = kwargs.get('nargs') not in (OPTIONAL, ZERO_OR_MORE, REMAINDER) or (
                kwargs.get('nargs') == ZERO_OR_MORE and 'default' not in kwargs)
        elif dest is None:
            longest = next((each for each in options if each.startswith('--')), options[0])
            dest = longest.lstrip('-').replace('-', '_')
        if name in ('store_true', 'store_false'):
            kwargs['const'] = name == 'store_true'
            kwargs.setdefault('default', not kwargs['const'])
        if 'default' not in kwargs:
            kwargs['default'] = self._defaults.get(dest, self.argument_default)
        version = kwargs.pop('version', None) if name == 'version' else None
        if name == 'version':
            kwargs['default'] = SUPPRESS
            kwargs.setdefault('help', "show program's version number and exit")
        if name in _flag_actions:
            kwargs['nargs'] = 0
        for option in options:
            if any(option in each.option_strings for each in self._actions):
                raise ArgumentError(Action(options, dest), f'conflicting option string: {option}')
        if kwargs.get('type') is not None and not callable(kwargs['type']):
            raise ValueError(f'{kwargs["type"]!r} is not callable')
        action = kind(options, dest, **kwargs)
        action.version = version
        self._actions.append(action)
        return action

    def add_argument_group(self, title=None, description=None, **kwargs):
        self._groups.append(_Group(self, title))
        return self._groups[-1]

    def add_mutually_exclusive_group(self, *, required=False):
        self._groups.append(_Group(self, None, True, required))
        return self._groups[-1]

    def add_subparsers(self, *, title=None, description=None, prog=None, parser_class=None, dest=SUPPRESS,
                       required=False, help=None, metavar=None, action=None):
        if self._subparsers is not None:
            self.error('cannot have multiple subparser arguments')
        prog = prog or ' '.join([self.prog, *[each.value_text() for each in self._positionals()]])
        self._subparsers = _SubParsers([], prog, parser_class or type(self), dest, required, help, metavar)
        self._actions.append(self._subparsers)
        return self._subparsers

    def set_defaults(self, **kwargs):
        self._defaults.update(kwargs)
        for action in self._actions:
            if action.dest in kwargs:
                action.default = kwargs[action.dest]

    def get_default(self, dest):
        for action in self._actions:
            if action.dest == dest and action.default is not None:
                return action.default
        return self._defaults.get(dest)

    def _positionals(self):
        return [each for each in self._actions if not each.option_strings]

    # --- parsing ---

    def parse_args(self, args=None, namespace=None):
        namespace, extra = self.parse_known_args(args, namespace)
        if extra:
            self.error(f'unrecognized arguments: {" ".join(extra)}')
        return namespace

    parse_intermixed_args = parse_args

    def parse_known_args(self, args=None, namespace=None):
        args = list(sys.argv[1:] if args is None else args)
        namespace = Namespace() if namespace is None else namespace
        for action in self._actions:
            if action.dest is not SUPPRESS and action.default is not SUPPRESS and not hasattr(namespace, action.dest):
                setattr(namespace, action.dest, action.default)
        for name, value in self._defaults.items():
            if not hasattr(namespace, name):
                setattr(namespace, name, value)
        try:
            extra = self._parse(args, namespace)
        except ArgumentError as error:
            if not self.exit_on_error:
                raise
            self.error(str(error))
        return namespace, extra + namespace.__dict__.pop('_unrecognized_args', [])

    def _parse(self, args, namespace):
        seen = []
        extra = []
        plain = []  # words between options, for positionals
        positionals = self._positionals()
        at = 0
        while at < len(args):
            word = args[at]
            at += 1
            action, option, value = (None, None, None) if word == '--' else self._option(word)
            if word == '--':
                plain += args[at:]
                break
            if action is None:
                if option:
                    extra.append(word)
                    continue
                plain.append(word)
                if any(each.nargs in (PARSER, REMAINDER) for each in positionals[:len(plain)]):
                    plain += args[at:]
                    break
                continue
            while action.nargs == 0 and value and not option.startswith('--'):
                # -xyz: several short options in one word.
                self._take(action, [], namespace, seen, option)
                following = '-' + value[0]
                found, _, rest = self._option(following)
                if found is None:
                    raise ArgumentError(action, f'ignored explicit argument {value!r}')
                action, option, value = found, following, value[1:] or None
            words, at = self._values_of_option(action, value, args, at)
            self._take(action, words, namespace, seen, option)
        extra += self._take_positionals(positionals, plain, namespace, seen)
        self._check_required(seen)
        self._convert_defaults(seen, namespace)
        return extra

    def _option(self, word):
        """(action, option, value after '=') of an option; (None, word, None) of an unknown one."""
        if word[:1] != '-' or word == '-' or ' ' in word or _is_number(word):
            return None, None, None
        name, equals, value = word.partition('=')
        value = value if equals else None
        known = {option: action for action in self._actions for option in action.option_strings}
        if name in known:
            return known[name], name, value
        if name.startswith('--') and self.allow_abbrev:
            found = [option for option in known if option.startswith(name)]
            if len(found) > 1:
                raise ArgumentError(None, f'ambiguous option: {word} could match {", ".join(found)}')
            if found:
                return known[found[0]], found[0], value
        elif word[:2] in known:
            return known[word[:2]], word[:2], word[2:]
        return None, word, None

    def _values_of_option(self, action, value, args, at):
        if value is not None:
            if action.nargs == 0:
                raise ArgumentError(action, f'ignored explicit argument {value!r}')
            return [value], at
        end = at
        most = {None: 1, OPTIONAL: 1}.get(action.nargs, action.nargs if isinstance(action.nargs, int) else len(args))
        while end < len(args) and end - at < most and args[end] != '--' and self._option(args[end])[1] is None:
            end += 1
        self._check_count(action, end - at)
        return args[at:end], end

    def _check_count(self, action, count):
        if action.nargs is None and count != 1:
            raise ArgumentError(action, 'expected one argument')
        if action.nargs == ONE_OR_MORE and count == 0:
            raise ArgumentError(action, 'expected at least one argument')
        if isinstance(action.nargs, int) and count != action.nargs:
            raise ArgumentError(action, f'expected {action.nargs} argument{"" if action.nargs == 1 else "s"}')

    def _take(self, action, words, namespace, seen, option=None):
        for group in self._groups:
            if group.exclusive and action in group.members:
                for other in group.members:
                    if other in seen and other is not action:
                        raise ArgumentError(action, f'not allowed with argument {other.display_name()}')
        seen.append(action)
        action(self, namespace, self._values(action, words), option)

    def _values(self, action, words):
        if action.nargs == OPTIONAL and not words:
            value = action.const if action.option_strings else action.default
            return self._value(action, value) if isinstance(value, str) else value
        if action.nargs == ZERO_OR_MORE and not words and not action.option_strings and action.default is not None:
            return action.default
        if action.nargs in (None, OPTIONAL):
            return self._checked(action, words[0])
        if action.nargs == PARSER:
            return [self._checked(action, words[0]), *words[1:]]
        return [self._checked(action, word) for word in words]

    def _checked(self, action, word):
        value = self._value(action, word)
        if action.choices is not None and value not in action.choices:
            choices = ', '.join(map(repr, action.choices))
            raise ArgumentError(action, f'invalid choice: {value!r} (choose from {choices})')
        return value

    def _value(self, action, word):
        if action.type is None:
            return word
        try:
            return action.type(word)
        except ArgumentTypeError as error:
            raise ArgumentError(action, str(error)) from None
        except (TypeError, ValueError):
            name = getattr(action.type, '__name__', repr(action.type))
            raise ArgumentError(action, f'invalid {name} value: {word!r}') from None

    def _take_positionals(self, positionals, words, namespace, seen):
        for i, action in enumerate(positionals):
            needed = sum([_least(each) for each in positionals[i + 1:]])
            room = max(0, len(words) - needed)
            if action.nargs in (None, OPTIONAL):
                count = min(1, room) if action.nargs == OPTIONAL else min(1, len(words))
            elif isinstance(action.nargs, int):
                count = action.nargs if len(words) >= action.nargs else 0
            else:
                count = room
            if count < _least(action):
                break
            taken, words = words[:count], words[count:]
            if taken or action.nargs in (OPTIONAL, ZERO_OR_MORE, REMAINDER):
                self._take(action, taken, namespace, seen)
        return words

    def _check_required(self, seen):
        missing = [each.display_name() or '{' + ','.join(each.choices) + '}' for each in self._actions
                   if each.required and each not in seen]
        if missing:
            raise ArgumentError(None, f'the following arguments are required: {", ".join(missing)}')
        for group in self._groups:
            if group.exclusive and group.required and not any(each in seen for each in group.members):
                names = [each.display_name() for each in group.members if each.help is not SUPPRESS]
                raise ArgumentError(None, f'one of the arguments {" ".join(names)} is required')

    def _convert_defaults(self, seen, namespace):
        for action in self._actions:
            if (action not in seen and isinstance(action.default, str) and action.default is not SUPPRESS
                    and getattr(namespace, action.dest, None) is action.default):
                setattr(namespace, action.dest, self._value(action, action.default))

    # --- texts ---

    def format_usage(self):
        if self.usage is not None:
            return f'usage: {self.usage % {"prog": self.prog}}\n'
        parts = []
        positionals = []
        exclusive = {id(group.members[0]): group for group in self._groups if group.exclusive and group.members}
        grouped = {id(each) for group in exclusive.values() for each in group.members}
        for action in self._actions:
            if action.help is SUPPRESS:
                continue
            if id(action) in exclusive:
                group = exclusive[id(action)]
                text = ' | '.join([_usage_of(each) for each in group.members if each.help is not SUPPRESS])
                parts.append(f'({text})' if group.required else f'[{text}]')
            elif id(action) in grouped:
                continue
            elif not action.option_strings:
                positionals.append(action.value_text())
            else:
                text = _usage_of(action)
                parts.append(text if action.required else f'[{text}]')
        return _wrapped_usage(f'usage: {self.prog} ', parts, positionals)

    def format_help(self):
        sections = [self.format_usage()]
        if self.description:
            sections.append(_filled(self.description % {'prog': self.prog}, '') + '\n')
        titled = {id(each) for group in self._groups if group.title for each in group.members}
        rest = [each for each in self._actions if id(each) not in titled and each.help is not SUPPRESS]
        headings = [('positional arguments', [each for each in rest if not each.option_strings]),
                    ('options', [each for each in rest if each.option_strings]),
                    *[(group.title, group.members) for group in self._groups if group.title]]
        for title, actions in headings:
            if actions:
                sections.append(f'{title}:\n' + ''.join([self._help_of(each) for each in actions]))
        if self.epilog:
            sections.append(_filled(self.epilog % {'prog': self.prog}, '') + '\n')
        return '\n'.join(sections)

    def _help_of(self, action):
        head = _heading(action)
        column = min(max([len(_heading(each)) for each in self._actions if each.help is not SUPPRESS]) + 4, 24)
        if not action.help:
            return f'  {head}\n'
        text = action.help % {**vars(action), 'prog': self.prog}
        lines = _filled(text, ' ' * column).lstrip()
        if len(head) + 4 <= column:
            return f'  {head}{" " * (column - len(head) - 2)}{lines}\n'
        return f'  {head}\n{" " * column}{lines}\n'

    def print_usage(self, file=None):
        (file or sys.stdout).write(self.format_usage())

    def print_help(self, file=None):
        (file or sys.stdout).write(self.format_help())

    def exit(self, status=0, message=None):
        if message:
            sys.stderr.write(message)
        sys.exit(status)

    def error(self, message):
        self.print_usage(sys.stderr)
        self.exit(2, f'{self.prog}: error: {message}\n')


def _usage_of(action):
    if not action.option_strings:
        return action.value_text()
    text = ' | '.join(action.option_strings) if isinstance(action, BooleanOptionalAction) else action.option_strings[0]
    return text if action.nargs == 0 else f'{text} {action.value_text()}'


def _heading(action):
    """How the help names an argument."""
    if not action.option_strings:
        if action.metavar is not None or action.choices is None:
            return action.metavar or action.dest
        return '{' + ','.join(map(str, action.choices)) + '}'
    value = '' if action.nargs == 0 else ' ' + action.value_text()
    return ', '.join([option + value for option in action.option_strings])


def _least(action):
    """How many words a positional cannot do without."""
    if isinstance(action.nargs, int):
        return action.nargs
    return 1 if action.nargs in (None, ONE_OR_MORE, PARSER) and (action.required or action.nargs != PARSER) else 0


def _is_number(word):
    try:
        float(word)
    except ValueError:
        return False
    return True


def _filled(text, indent):
    from textwrap import fill
    return fill(' '.join(text.split()), 78, initial_indent=indent, subsequent_indent=indent)


def _wrapped_usage(start, options, positionals):
    line = start + ' '.join(options + positionals)
    if len(line) <= 78:
        return line.rstrip() + '\n'
    lines = []
    for parts in (options, positionals):
        current = ''
        for part in parts:
            if current and len(start) + len(current) + 1 + len(part) > 78:
                lines.append(current)
                current = ''
            current = f'{current} {part}' if current else part
        if current:
            lines.append(current)
    return start + ('\n' + ' ' * len(start)).join(lines) + '\n'
