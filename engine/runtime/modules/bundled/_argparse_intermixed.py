# Command lines whose positional arguments stand between the options: the options are parsed first, then
# the positionals of what is left (Lib/argparse.py: parse_known_intermixed_args).
from argparse import PARSER, REMAINDER, SUPPRESS


def parse_known(parser, args, namespace):
    positionals = [each for each in parser._actions if not each.option_strings]
    for action in positionals:
        if action.nargs in (PARSER, REMAINDER):
            raise TypeError(f'parse_intermixed_args: positional arg with nargs={action.nargs}')
    if any([member in positionals for group in parser._exclusive_groups for member in group.members]):
        raise TypeError('parse_intermixed_args: positional in mutuallyExclusiveGroup')
    usage = parser.usage
    try:
        if usage is None:
            parser.usage = parser.format_usage()[len('usage: '):]  # which tells of the positionals, too
        namespace, rest = _without(positionals, ('nargs', 'default'), SUPPRESS, parser, args, namespace)
        options = [each for each in parser._actions if each.option_strings] + parser._exclusive_groups
        return _without(options, ('required',), False, parser, rest, namespace)
    finally:
        parser.usage = usage


def _without(things, names, value, parser, args, namespace):
    # Parses while these attributes of the things have another value.
    saved = [(thing, name, getattr(thing, name)) for thing in things for name in names]
    try:
        for thing, name, _ in saved:
            setattr(thing, name, value)
        return parser.parse_known_args(args, namespace)
    finally:
        for thing, name, before in saved:
            setattr(thing, name, before)
