# Actions and types of one's own, parsers that share arguments, and errors that are raised.
import argparse


class Upper(argparse.Action):
    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, (values.upper(), option_string))


def even(text):
    if int(text) % 2:
        raise argparse.ArgumentTypeError(f'{text} is odd')
    return int(text)


parent = argparse.ArgumentParser(add_help=False)
parent.add_argument('-s', '--say', action=Upper, help='what to say')
parent.set_defaults(origin='parent')
parser = argparse.ArgumentParser(prog='demo', parents=[parent], exit_on_error=False)
parser.add_argument('--even', type=even)
parser.add_argument('--each', action='extend', nargs='+', type=int, default=[0])
print(parser.parse_args(['-s', 'hi', '--even', '4', '--each', '1', '2', '--each', '3']))
print(parser.parse_known_args(['--what', 'is', '--say=it']))
for line in (['--even', '3'], ['--even', 'x'], ['--say']):
    try:
        parser.parse_args(line)
    except argparse.ArgumentError as error:
        print(error, '|', error.argument_name)
for arguments, keywords in ((('-s',), {}), (('name',), {'required': True}), (('--x',), {'action': 'nothing'}),
                            (('--x',), {'type': 3}), (('--x', 'y'), {}), (('--x',), {'nargs': 0}),
                            (('--x',), {'nargs': 2, 'metavar': ('A',)})):
    try:
        parser.add_argument(*arguments, **keywords)
    except (argparse.ArgumentError, TypeError, ValueError) as error:
        print(type(error).__name__, error)
print(argparse.Namespace(a=1, **{'b-c': 2}), parser.get_default('origin'), parser.add_argument('-z', default=1))
parser.print_help()
parser.error('enough')
