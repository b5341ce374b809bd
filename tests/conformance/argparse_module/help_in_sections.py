# How a parser describes itself: sections, sub-commands, groups, long texts, and formatters of one's own.
import argparse


def parser_of(formatter):
    parser = argparse.ArgumentParser(prog='crawl', formatter_class=formatter, epilog='Bye,\n  %(prog)s',
                                     description='''Fetches pages,
      many at a time, and says how long each of them took, in a table that is sorted by time.''')
    parser.add_argument('urls', nargs='+', help='what to fetch\n(any number)')
    parser.add_argument('out', nargs='?', default='-', help='where to')
    parser.add_argument('-l', '--limit-of-connections', type=int, default=5, metavar='N', help='at most (%(type)s)')
    parser.add_argument('--mode', choices=['fast', 'slow'], default='fast', help='one of %(choices)s')
    parser.add_argument('--pair', nargs=2, metavar=('USER', 'PASSWORD'), required=True)
    parser.add_argument('--hidden', help=argparse.SUPPRESS)
    group = parser.add_argument_group('retries', 'what happens when a page does not come')
    group.add_argument('--retry', action=argparse.BooleanOptionalAction, default=True, help='try again')
    either = parser.add_mutually_exclusive_group()
    either.add_argument('-v', '--verbose', action='store_true', help='talk')
    either.add_argument('-q', '--quiet', action='store_true')
    return parser


for formatter in (argparse.RawTextHelpFormatter, argparse.ArgumentDefaultsHelpFormatter,
                  lambda prog: argparse.HelpFormatter(prog, 2, 40, 60)):
    parser_of(formatter).print_help()
parser = argparse.ArgumentParser(prog='tool', usage='%(prog)s [command]')
commands = parser.add_subparsers(title='commands', description='what it can do', metavar='COMMAND')
commands.add_parser('add', aliases=['plus'], help='adds').add_argument('number')
commands.add_parser('remove-everything-at-once', help='removes')
commands.add_parser('unnamed')
print(parser.format_help(), commands.choices['add'].format_help(), parser)
