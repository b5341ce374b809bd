# The command line of a scenario is empty, so parsers are above all about defaults here; they also parse lists
# that the program gives them. What becomes of the words is in `_argparse_actions`, help in `_argparse_help`.
import os
import re
import sys

from _argparse_actions import Action, BooleanOptionalAction, by_name as _actions_by_name
from _argparse_help import (ONE_OR_MORE, OPTIONAL, PARSER, REMAINDER, SUPPRESS, ZERO_OR_MORE,
                            ArgumentDefaultsHelpFormatter, HelpFormatter, MetavarTypeHelpFormatter,
                            RawDescriptionHelpFormatter, RawTextHelpFormatter)

__all__ = ['ArgumentParser', 'ArgumentError', 'ArgumentTypeError', 'BooleanOptionalAction', 'FileType',
           'HelpFormatter', 'ArgumentDefaultsHelpFormatter', 'RawDescriptionHelpFormatter', 'RawTextHelpFormatter',
           'MetavarTypeHelpFormatter', 'Namespace', 'Action', 'ONE_OR_MORE', 'OPTIONAL', 'PARSER', 'REMAINDER',
           'SUPPRESS', 'ZERO_OR_MORE']


class ArgumentError(Exception):
    def __init__(self, argument, message):
        self.argument_name = argument and argument.display_name()
        self.message = message

    def __str__(self):
        return f'argument {self.argument_name}: {self.message}' if self.argument_name else self.message


class ArgumentTypeError(Exception):
    pass


class FileType:
    def __init__(self, mode='r', bufsize=-1, encoding=None, errors=None):
        self._mode = mode

    def __call__(self, string):
        if string == '-':
            return sys.stdin if 'r' in self._mode else sys.stdout
        return open(string, self._mode)

    def __repr__(self):
        return f'FileType({self._mode!r})'


class Namespace:
    def __init__(self, **kwargs):
        for name in kwargs:
            setattr(self, name, kwargs[name])

    def __eq__(self, other):
        return vars(self) == vars(other) if isinstance(other, Namespace) else NotImplemented

    def __contains__(self, key):
        return key in self.__dict__

    def __repr__(self):
        plain = [f'{name}={value!r}' for name, value in self.__dict__.items() if name.isidentifier()]
        strange = {name: value for name, value in self.__dict__.items() if not name.isidentifier()}
        return f'Namespace({", ".join(plain + ([f"**{strange!r}"] if strange else []))})'


class _Container:
    """To what arguments are added: a parser, or a group that hands them on to it."""

    def __init__(self, parser, title=None, description=None, exclusive=False, required=False):
        self._parser = parser
        self.title = title
        self.description = description
        self.exclusive = exclusive
        self.required = required
        self.members = []

    def _add_action(self, action):
        self._parser._add_action(action)
        self.members.append(action)
        return action

    def add_argument(self, *args, **kwargs):
        return self._add_action(self._parser._made_action(args, kwargs, self))

    def add_argument_group(self, title=None, description=None, **kwargs):
        return self._parser.add_argument_group(title, description, **kwargs)

    def add_mutually_exclusive_group(self, *, required=False):
        made = _Container(self, None, None, True, required)
        self._parser._note_exclusive(made)
        return made

    def _made_action(self, args, kwargs, container):
        return self._parser._made_action(args, kwargs, container)

    def _note_exclusive(self, group):
        self._parser._note_exclusive(group)


class ArgumentParser:
    def __init__(self, prog=None, usage=None, description=None, epilog=None, parents=(), formatter_class=HelpFormatter,
                 prefix_chars='-', fromfile_prefix_chars=None, argument_default=None, conflict_handler='error',
                 add_help=True, allow_abbrev=True, exit_on_error=True):
        self.prog = os.path.basename(sys.argv[0]) if prog is None else prog
        self.usage = usage
        self.description = description
        self.epilog = epilog
        self.formatter_class = formatter_class
        self.prefix_chars = prefix_chars
        self.argument_default = argument_default
        self.conflict_handler = conflict_handler
        self.add_help = add_help
        self.allow_abbrev = allow_abbrev
        self.exit_on_error = exit_on_error
        self._actions = []
        self._options = {}  # option string: its action
        self._positionals = _Container(self, 'positional arguments')
        self._optionals = _Container(self, 'options')
        self._action_groups = [self._positionals, self._optionals]
        self._exclusive_groups = []
        self._defaults = {}
        self._subparsers = None
        if add_help:
            dash = '-' if '-' in prefix_chars else prefix_chars[0]
            self.add_argument(dash + 'h', dash * 2 + 'help', action='help', default=SUPPRESS,
                              help='show this help message and exit')
        for parent in parents:
            self._take_over(parent)

    def _take_over(self, parent):
        for group in parent._action_groups:
            into = self._positionals if group is parent._positionals else self._optionals
            if group not in (parent._positionals, parent._optionals):
                same = [each for each in self._action_groups if each.title == group.title]
                into = same[0] if same else self.add_argument_group(group.title, group.description)
            for action in group.members:
                into._add_action(action)
        self._exclusive_groups += parent._exclusive_groups
        self._defaults.update(parent._defaults)

    def __repr__(self):
        names = ('prog', 'usage', 'description', 'formatter_class', 'conflict_handler', 'add_help')
        return f'{type(self).__name__}({", ".join([f"{name}={getattr(self, name)!r}" for name in names])})'

    # --- declaring ---

    def add_argument(self, *args, **kwargs):
        action = self._made_action(args, kwargs, self)
        return (self._optionals if action.option_strings else self._positionals)._add_action(action)

    def _made_action(self, args, kwargs, container):
        if not args or len(args) == 1 and args[0][:1] not in tuple(self.prefix_chars):
            if args and 'dest' in kwargs:
                raise ValueError('dest supplied twice for positional argument')
            options, dest = [], self._positional_dest(args, kwargs)
        else:
            options, dest = self._optional_dest(args, kwargs)
        if 'default' not in kwargs:
            if dest in self._defaults:
                kwargs['default'] = self._defaults[dest]
            elif self.argument_default is not None:
                kwargs['default'] = self.argument_default
        name = kwargs.pop('action', None)
        kind = _actions_by_name.get(name) if name is None or isinstance(name, str) else name
        if not callable(kind):
            raise ValueError(f'unknown action "{name}"')
        action = kind(option_strings=options, dest=dest, **kwargs)
        if action.type is not None and not callable(action.type):
            raise ValueError(f'{action.type!r} is not callable')
        if isinstance(action.metavar, tuple):
            try:
                self._get_formatter()._format_args(action, None)
            except (TypeError, ValueError):
                raise ValueError('length of metavar tuple does not match nargs') from None
        if isinstance(container, _Container) and container.exclusive and action.required:
            raise ValueError('mutually exclusive arguments must be optional')
        return action

    def _positional_dest(self, args, kwargs):
        dest = args[0] if args else kwargs.pop('dest')
        if 'required' in kwargs:
            raise TypeError("'required' is an invalid argument for positionals")
        nargs = kwargs.get('nargs')
        kwargs['required'] = nargs not in (OPTIONAL, ZERO_OR_MORE) or nargs == ZERO_OR_MORE and 'default' not in kwargs
        return dest

    def _optional_dest(self, args, kwargs):
        for option in args:
            if option[0] not in self.prefix_chars:
                raise ValueError(f'invalid option string {option!r}: must start with a character {self.prefix_chars!r}')
        dest = kwargs.pop('dest', None)
        if dest is None:
            long = [each for each in args if len(each) > 1 and each[1] in self.prefix_chars]
            dest = (long or args)[0].lstrip(self.prefix_chars)
            if not dest:
                raise ValueError(f'dest= is required for options like {(long or args)[0]!r}')
            dest = dest.replace('-', '_')
        return list(args), dest

    def _add_action(self, action):
        taken = [option for option in action.option_strings if option in self._options]
        if taken and self.conflict_handler != 'resolve':
            raise ArgumentError(action, f'conflicting option string{"s" * (len(taken) > 1)}: {", ".join(taken)}')
        for option in taken:
            other = self._options[option]
            other.option_strings.remove(option)
            if not other.option_strings:
                for members in (self._actions, *[group.members for group in self._action_groups]):
                    if other in members:
                        members.remove(other)
        self._actions.append(action)
        self._options.update(dict.fromkeys(action.option_strings, action))

    def _note_exclusive(self, group):
        self._exclusive_groups.append(group)

    def add_argument_group(self, title=None, description=None, **kwargs):
        self._action_groups.append(_Container(self, title, description))
        return self._action_groups[-1]

    def add_mutually_exclusive_group(self, *, required=False):
        made = _Exclusive(self, required)
        self._note_exclusive(made)
        return made

    def add_subparsers(self, *, title=None, description=None, prog=None, parser_class=None, **kwargs):
        if self._subparsers is not None:
            self.error('cannot have multiple subparser arguments')
        container = self._positionals
        if title is not None or description is not None:
            container = self.add_argument_group('subcommands' if title is None else title, description)
        if prog is None:
            positionals = [each for each in self._actions if not each.option_strings]
            prog = self._get_formatter().format_usage(self.usage, positionals, self._exclusive_groups, '').strip()
        kwargs.pop('action', None)
        self._subparsers = _actions_by_name['parsers']([], prog, parser_class or type(self), **kwargs)
        return container._add_action(self._subparsers)

    def register(self, registry_name, value, object):
        if registry_name != 'action':
            raise ValueError(f'unknown registry {registry_name!r}')
        _actions_by_name[value] = object

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

    # --- parsing ---

    def parse_args(self, args=None, namespace=None):
        namespace, extra = self.parse_known_args(args, namespace)
        if extra:
            self.error(f'unrecognized arguments: {" ".join(extra)}')
        return namespace

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
            extra = _Parsing(self, args, namespace).run()
        except ArgumentError as error:
            if not self.exit_on_error:
                raise
            self.error(str(error))
        return namespace, extra + namespace.__dict__.pop('_unrecognized_args', [])

    def parse_intermixed_args(self, args=None, namespace=None):
        namespace, extra = self.parse_known_intermixed_args(args, namespace)
        if extra:
            self.error(f'unrecognized arguments: {" ".join(extra)}')
        return namespace

    def parse_known_intermixed_args(self, args=None, namespace=None):
        from _argparse_intermixed import parse_known
        return parse_known(self, args, namespace)

    # --- texts ---

    def _get_formatter(self):
        return self.formatter_class(prog=self.prog)

    def format_usage(self):
        return self._get_formatter().format_usage(self.usage, self._actions, self._exclusive_groups).rstrip('\n') + '\n'

    def format_help(self):
        formatter = self._get_formatter()
        usage = formatter.format_usage(self.usage, self._actions, self._exclusive_groups)
        sections = [(group.title, group.description, group.members) for group in self._action_groups]
        return formatter.format_help(usage, self.description, sections, self.epilog)

    def print_usage(self, file=None):
        (sys.stdout if file is None else file).write(self.format_usage())

    def print_help(self, file=None):
        (sys.stdout if file is None else file).write(self.format_help())

    def exit(self, status=0, message=None):
        if message:
            sys.stderr.write(message)
        sys.exit(status)

    def error(self, message):
        self.print_usage(sys.stderr)
        self.exit(2, f'{self.prog}: error: {message}\n')


class _Exclusive(_Container):
    """Arguments of a parser of which one at most may be given."""

    def __init__(self, parser, required):
        super().__init__(parser, None, None, True, required)

    def _add_action(self, action):
        (self._parser._optionals if action.option_strings else self._parser._positionals)._add_action(action)
        self.members.append(action)
        return action


_PATTERNS = {None: 'A', OPTIONAL: 'A?', ZERO_OR_MORE: '[A-]*', ONE_OR_MORE: 'A[A-]*', PARSER: 'A[-AO]*', SUPPRESS: ''}


def _pattern_of(action):
    # As a regular expression over A (a word), O (an option) and - ('--'): what a positional takes.
    if action.nargs == REMAINDER:
        return '([-AO]*)'
    return f'(-*{_PATTERNS[action.nargs] if action.nargs in _PATTERNS else "-*".join("A" * action.nargs)}-*)'


def _is_negative(word):
    whole, _, decimals = word[1:].partition('.')
    return word[0] == '-' and (whole + decimals).isdigit() and (decimals != '' or not word.endswith('.'))


class _Parsing:
    """One command line on its way through a parser (Lib/argparse.py: _parse_known_args)."""

    def __init__(self, parser, words, namespace):
        self._parser = parser
        self._words = words
        self._namespace = namespace
        self._positionals = [each for each in parser._actions if not each.option_strings]
        self._seen, self._given = set(), set()  # given: with another value than its default
        self._extra = []
        self._found = {}  # index of an option among the words: (action, option string, value in the same word)
        pattern = ''
        for at, word in enumerate(words):
            if '-' in pattern or word == '--':
                pattern += '-' if '-' not in pattern else 'A'
                continue
            found = self._option(word)
            pattern += 'A' if found is None else 'O'
            if found is not None:
                self._found[at] = found
        self._pattern = pattern

    def run(self):
        at, last = 0, max(self._found, default=-1)
        while at <= last:
            option = min([each for each in self._found if each >= at])
            if at != option:
                end = self._take_positionals(at)
                if end > at:
                    at = end
                    continue
            if at not in self._found:
                self._extra += self._words[at:option]
                at = option
            at = self._take_option(at)
        end = self._take_positionals(at)
        self._extra += self._words[end:]
        self._check_what_is_missing()
        return self._extra

    def _option(self, word):
        parser = self._parser
        if not word or word[0] not in parser.prefix_chars:
            return None
        if word in parser._options:
            return parser._options[word], word, None
        if len(word) == 1:
            return None
        name, equals, value = word.partition('=')
        if equals and name in parser._options:
            return parser._options[name], name, value
        matches = self._abbreviated(word, name, value if equals else None)
        if len(matches) > 1:
            names = ', '.join([option for _, option, _ in matches])
            raise ArgumentError(None, f'ambiguous option: {word} could match {names}')
        if matches:
            return matches[0]
        if _is_negative(word) and not any(map(_is_negative, parser._options)):
            return None
        return None if ' ' in word else (None, word, None)

    def _abbreviated(self, word, name, value):
        options, chars = self._parser._options, self._parser.prefix_chars
        if word[1] in chars:
            found = [each for each in options if each.startswith(name)] if self._parser.allow_abbrev else []
            return [(options[each], each, value) for each in found]
        return [(options[each], each, word[2:] if each == word[:2] else None) for each in options
                if each == word[:2] or each.startswith(word)]

    def _count(self, action, pattern):
        # How many of the words that follow an option it takes.
        words = len(pattern) - len(pattern.lstrip('A'))
        if action.nargs == ZERO_OR_MORE or action.nargs == ONE_OR_MORE and words:
            return words
        if action.nargs == OPTIONAL:
            return min(words, 1)
        if action.nargs == REMAINDER or action.nargs == PARSER and words:
            return len(pattern) - len(pattern.lstrip('AO'))
        wanted = 1 if action.nargs is None else action.nargs
        if isinstance(wanted, int) and words >= wanted:
            return wanted
        texts = {None: 'expected one argument', ONE_OR_MORE: 'expected at least one argument'}
        plural = '' if action.nargs == 1 else 's'
        raise ArgumentError(action, texts.get(action.nargs, f'expected {action.nargs} argument{plural}'))

    def _take_option(self, at):
        action, option, value = self._found[at]
        taken = []
        while True:
            if action is None:
                self._extra.append(self._words[at])
                return at + 1
            if value is None:
                end = at + 1 + self._count(action, self._pattern[at + 1:])
                taken.append((action, self._words[at + 1:end], option))
                break
            count = self._count(action, 'A')
            if count == 1:
                end = at + 1
                taken.append((action, [value], option))
                break
            following = option[0] + value[:1]
            if option[1] in self._parser.prefix_chars or value == '' or following not in self._parser._options:
                raise ArgumentError(action, f'ignored explicit argument {value!r}')
            taken.append((action, [], option))
            action, option, value = self._parser._options[following], following, value[1:] or None
        for action, words, option in taken:
            self._take(action, words, option)
        return end

    def _take_positionals(self, at):
        for count in range(len(self._positionals), -1, -1):
            actions = self._positionals[:count]
            found = count and re.match(''.join(map(_pattern_of, actions)), self._pattern[at:])
            if found:
                break
        else:
            return at
        self._positionals = self._positionals[count:]
        for action, text in zip(actions, found.groups()):
            self._take(action, self._words[at:at + len(text)])
            at += len(text)
        return at

    def _take(self, action, words, option=None):
        self._seen.add(action)
        value = self._values(action, list(words))
        if value is not action.default:
            self._given.add(action)
            for group in self._parser._exclusive_groups:
                for other in group.members if action in group.members else ():
                    if other in self._given and other is not action:
                        raise ArgumentError(action, f'not allowed with argument {other.display_name()}')
        if value is not SUPPRESS:
            action(self._parser, self._namespace, value, option)

    def _values(self, action, words):
        if action.nargs not in (PARSER, REMAINDER) and '--' in words:
            words.remove('--')
        if not words and action.nargs == OPTIONAL:
            value = action.const if action.option_strings else action.default
            return self._checked(action, value) if isinstance(value, str) else value
        if not words and action.nargs == ZERO_OR_MORE and not action.option_strings:
            if action.default is None:
                return words
            self._check_choice(action, action.default)
            return action.default
        if action.nargs in (None, OPTIONAL):
            return self._checked(action, words[0])
        if action.nargs == SUPPRESS:
            return SUPPRESS
        values = [self._converted(action, word) for word in words]
        if action.nargs != REMAINDER:
            for value in values[:1] if action.nargs == PARSER else values:
                self._check_choice(action, value)
        return values

    def _checked(self, action, word):
        value = self._converted(action, word)
        self._check_choice(action, value)
        return value

    def _check_choice(self, action, value):
        if action.choices is not None and value not in action.choices:
            choices = ', '.join(map(repr, action.choices))
            raise ArgumentError(action, f'invalid choice: {value!r} (choose from {choices})')

    def _converted(self, action, word):
        if action.type is None:
            return word
        try:
            return action.type(word)
        except ArgumentTypeError as error:
            raise ArgumentError(action, str(error)) from None
        except (TypeError, ValueError):
            name = getattr(action.type, '__name__', repr(action.type))
            raise ArgumentError(action, f'invalid {name} value: {word!r}') from None

    def _check_what_is_missing(self):
        missing = []
        for action in self._parser._actions:
            if action in self._seen:
                continue
            if action.required:
                missing.append(action.display_name())
            elif isinstance(action.default, str) and getattr(self._namespace, action.dest, None) is action.default:
                setattr(self._namespace, action.dest, self._converted(action, action.default))
        if missing:
            raise ArgumentError(None, f'the following arguments are required: {", ".join(map(str, missing))}')
        for group in self._parser._exclusive_groups:
            if group.required and not any([action in self._given for action in group.members]):
                names = [action.display_name() for action in group.members if action.help is not SUPPRESS]
                raise ArgumentError(None, f'one of the arguments {" ".join(names)} is required')
