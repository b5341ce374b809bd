import argparse
import asyncio


def attempt(parser, args):
    try:
        print(parser.parse_args(args))
    except SystemExit as error:
        print('exit', error.code)


parser = argparse.ArgumentParser(prog='demo', description='Runs workers.')
parser.add_argument('name', nargs='?', default='world')
parser.add_argument('-n', '--count', type=int, default='3', help='how many (default: %(default)s)')
parser.add_argument('--delay', type=float, default=0.5, metavar='SECONDS')
parser.add_argument('-v', '--verbose', action='store_true')
parser.add_argument('--quiet', dest='loud', action='store_false')
parser.add_argument('--mode', choices=['fast', 'slow'], default='fast')
parser.add_argument('--tag', action='append')
parser.add_argument('-d', action='count', default=0)
parser.add_argument('--pair', nargs=2, type=int)
args = parser.parse_args()
print(args, args.count + 1, vars(args)['delay'], 'mode' in args)
for line in ['x -n 5', '--count=7 -v', '-n7 -ddd', '--tag a --tag b --mode slow', '--pair 1 2 who', '--ver', '--delay -1.5',
             '-n x', '--mode medium', '--pair 1', 'a b', '--unknown', '--delay', '-- -x']:
    attempt(parser, line.split())
print(parser.parse_known_args(['--foo', 'a', '-v']))
parser.print_usage()
parser.print_help()

files = argparse.ArgumentParser(prog='files')
files.add_argument('source')
files.add_argument('others', nargs='*')
files.add_argument('--out', required=True)
group = files.add_mutually_exclusive_group()
group.add_argument('--json', action='store_true')
group.add_argument('--xml', action='store_true')
for line in ['a --out o', 'a b c --out o --json', '--out o', 'a', 'a --out o --json --xml', '']:
    attempt(files, line.split())

commands = argparse.ArgumentParser(prog='tool')
commands.add_argument('--flag', action=argparse.BooleanOptionalAction, default=True)
sub = commands.add_subparsers(dest='command')
run = sub.add_parser('run', help='runs it')
run.add_argument('task')
run.set_defaults(function=len)
for line in ['run x', '--no-flag run y', '', 'walk', 'run']:
    attempt(commands, line.split())


async def main():
    await asyncio.sleep(args.delay)
    print('hello', args.name)

asyncio.run(main())
