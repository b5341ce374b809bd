# How argparse's parsers describe themselves: usage, and help in sections (Lib/argparse.py: HelpFormatter).
# Programs change it by choosing another class, or by deriving one and replacing what is not under `format`.
import re
import textwrap

SUPPRESS = '==SUPPRESS=='
OPTIONAL, ZERO_OR_MORE, ONE_OR_MORE, REMAINDER, PARSER = '?', '*', '+', '...', 'A...'


class HelpFormatter:
    __module__ = 'argparse'

    def __init__(self, prog, indent_increment=2, max_help_position=24, width=None):
        self._width = 78 if width is None else width
        self._prog = prog
        self._indent_increment = indent_increment
        self._max_help_position = min(max_help_position, max(self._width - 20, indent_increment * 2))

    # --- what the classes below differ in ---

    def _split_lines(self, text, width):
        return textwrap.wrap(' '.join(text.split()), width)

    def _fill_text(self, text, width, indent):
        return textwrap.fill(' '.join(text.split()), width, initial_indent=indent, subsequent_indent=indent)

    def _get_help_string(self, action):
        return action.help

    def _get_default_metavar_for_optional(self, action):
        return action.dest.upper()

    def _get_default_metavar_for_positional(self, action):
        return action.dest

    def _format_action_invocation(self, action):
        if not action.option_strings:
            return self._metavars(action, self._get_default_metavar_for_positional(action), 1)[0]
        if action.nargs == 0:
            return ', '.join(action.option_strings)
        values = self._format_args(action, self._get_default_metavar_for_optional(action))
        return ', '.join([f'{option} {values}' for option in action.option_strings])

    def _format_args(self, action, default_metavar):
        def names(count):
            return self._metavars(action, default_metavar, count)

        if action.nargs is None:
            return names(1)[0]
        if action.nargs == OPTIONAL:
            return f'[{names(1)[0]}]'
        if action.nargs == ZERO_OR_MORE:
            first, *second = names(1)
            return f'[{first} [{second[0]} ...]]' if second else f'[{first} ...]'
        if action.nargs == ONE_OR_MORE:
            first, second = names(2)
            return f'{first} [{second} ...]'
        if action.nargs == REMAINDER:
            return '...'
        if action.nargs == PARSER:
            return f'{names(1)[0]} ...'
        if action.nargs == SUPPRESS:
            return ''
        if len(names(action.nargs)) != action.nargs:
            raise ValueError('length of metavar tuple does not match nargs')
        return ' '.join(names(action.nargs))

    def _metavars(self, action, default, count):
        name = action.metavar
        if name is None:
            name = default if action.choices is None else '{' + ','.join(map(str, action.choices)) + '}'
        return name if isinstance(name, tuple) else (name,) * count

    # --- usage ---

    def format_usage(self, usage, actions, groups, prefix='usage: '):
        if usage is not None:
            return f'{prefix}{usage % {"prog": self._prog}}\n\n'
        options = self._usage_parts([each for each in actions if each.option_strings], groups)
        positionals = self._usage_parts([each for each in actions if not each.option_strings], groups)
        whole = ' '.join([self._prog, *options, *positionals])
        if len(prefix) + len(whole) > self._width:
            whole = '\n'.join(self._wrapped_usage(prefix, options, positionals))
        return f'{prefix}{whole}\n\n'

    def _usage_parts(self, actions, groups):
        parts = []
        shown = [each for each in actions if each.help is not SUPPRESS]
        grouped = {}
        for group in groups:
            if group.members and all([each in actions for each in group.members]):
                grouped.update({id(each): group for each in group.members})
        told = set()
        for action in shown:
            group = grouped.get(id(action))
            if group is None:
                parts.append(self._usage_of(action, action.required))
            elif id(group) not in told:
                told.add(id(group))
                members = [self._usage_of(each, True) for each in group.members if each.help is not SUPPRESS]
                text = ' | '.join(members)
                alone = len(members) == 1 and group.required
                parts.append(text if alone else f'({text})' if group.required else f'[{text}]')
        # Where a line may end: not within brackets.
        return [word for part in parts for word in re.findall(r'\(.*?\)+(?=\s|$)|\[.*?\]+(?=\s|$)|\S+', part)]

    def _usage_of(self, action, required):
        if not action.option_strings:
            return self._format_args(action, self._get_default_metavar_for_positional(action))
        text = action.format_usage()
        if action.nargs != 0:
            text += ' ' + self._format_args(action, self._get_default_metavar_for_optional(action))
        return text if required else f'[{text}]'

    def _wrapped_usage(self, prefix, options, positionals):
        def lines_of(parts, indent, before=None):
            lines, line = [], []
            length = len(indent if before is None else before) - 1
            for part in parts:
                if line and length + 1 + len(part) > self._width:
                    lines.append(indent + ' '.join(line))
                    line, length = [], len(indent) - 1
                line.append(part)
                length += len(part) + 1
            if line:
                lines.append(indent + ' '.join(line))
            if before is not None:
                lines[0] = lines[0][len(indent):]
            return lines

        if len(prefix) + len(self._prog) > 0.75 * self._width:
            indent = ' ' * len(prefix)
            lines = lines_of(options + positionals, indent)
            if len(lines) > 1:
                lines = lines_of(options, indent) + lines_of(positionals, indent)
            return [self._prog, *lines]
        indent = ' ' * (len(prefix) + len(self._prog) + 1)
        if options:
            return lines_of([self._prog, *options], indent, prefix) + lines_of(positionals, indent)
        return lines_of([self._prog, *positionals], indent, prefix)

    # --- help ---

    def format_help(self, usage, description, sections, epilog):
        """`sections`: of each its title, its description and its actions."""
        # Sub-commands stand further in, but their lengths count as if they did not (Lib/argparse.py, add_argument).
        longest = max([self._indent_increment + len(self._format_action_invocation(action))
                       for _, _, actions in sections for action, _ in self._with_subactions(actions)], default=0)
        position = min(longest + self._indent_increment, self._max_help_position)
        parts = [usage, self._text(description)]
        for title, about, actions in sections:
            inner = [self._text(about, self._indent_increment)]
            inner += [self._format_action(action, indent, position) for action, indent in self._with_subactions(actions)]
            if any(inner):
                heading = f'{title}:\n' if title is not None and title is not SUPPRESS else ''
                parts.append(f'\n{heading}{"".join(inner)}\n')
        parts.append(self._text(epilog))
        return re.sub(r'\n\n\n+', '\n\n', ''.join(parts)).strip('\n') + '\n'

    def _with_subactions(self, actions):
        for action in actions:
            if action.help is not SUPPRESS:
                yield action, self._indent_increment
                for each in action.subactions():
                    yield each, 2 * self._indent_increment

    def _text(self, text, indent=0):
        if text is None or text is SUPPRESS:
            return ''
        if '%(prog)' in text:
            text = text % {'prog': self._prog}
        return self._fill_text(text, max(self._width - indent, 11), ' ' * indent) + '\n\n'

    def _format_action(self, action, indent, position):
        header = ' ' * indent + self._format_action_invocation(action)
        if not (action.help and action.help.strip()):
            return header + '\n'
        first, *others = self._split_lines(self._expand_help(action), max(self._width - position, 11)) or ['']
        margin = ' ' * position
        if len(header) <= position - 2:
            first = header.ljust(position) + first
        else:
            first = f'{header}\n{margin}{first}'
        return '\n'.join([first, *[margin + line for line in others]]) + '\n'

    def _expand_help(self, action):
        values = {name: value for name, value in [*vars(action).items(), ('prog', self._prog)] if value is not SUPPRESS}
        for name, value in values.items():
            if hasattr(value, '__name__'):
                values[name] = value.__name__
        if values.get('choices') is not None:
            values['choices'] = ', '.join(map(str, values['choices']))
        return self._get_help_string(action) % values


class RawDescriptionHelpFormatter(HelpFormatter):
    """Leaves the lines of descriptions as they are."""

    __module__ = 'argparse'

    def _fill_text(self, text, width, indent):
        return ''.join([indent + line for line in text.splitlines(keepends=True)])


class RawTextHelpFormatter(RawDescriptionHelpFormatter):
    """Leaves the lines of all texts as they are."""

    __module__ = 'argparse'

    def _split_lines(self, text, width):
        return text.splitlines()


class ArgumentDefaultsHelpFormatter(HelpFormatter):
    """Adds defaults to the help of arguments."""

    __module__ = 'argparse'

    def _get_help_string(self, action):
        text = action.help or ''
        has_default = action.default is not SUPPRESS and (action.option_strings or action.nargs in ('?', '*'))
        return text + ' (default: %(default)s)' if has_default and '%(default)' not in text else text


class MetavarTypeHelpFormatter(HelpFormatter):
    """Names values by the types of arguments."""

    __module__ = 'argparse'

    def _get_default_metavar_for_optional(self, action):
        return action.type.__name__

    def _get_default_metavar_for_positional(self, action):
        return action.type.__name__
