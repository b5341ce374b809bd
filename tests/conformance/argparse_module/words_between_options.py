# Which words of a command line go to which argument, and what is said of the others.
import argparse
import contextlib
import io


def attempt(parser, line):
    told = io.StringIO()
    with contextlib.redirect_stderr(told):
        try:
            print(line, '->', parser.parse_args(line.split()))
        except SystemExit as end:
            print(line, '-> status', end.code, told.getvalue())


files = argparse.ArgumentParser(prog='files')
files.add_argument('first')
files.add_argument('rest', nargs='*')
files.add_argument('-n', '--number', type=int)
files.add_argument('-v', action='count', default=0)
for line in ('a -n 5 b c', '-n 5 a b c', 'a b -n5 -vv', '-5', 'a -- -n', '-vn3 a', '--num=2 a', '--what a', '-n', '-n x a',
             '-v=1 a'):
    attempt(files, line)
run = argparse.ArgumentParser(prog='run', allow_abbrev=False)
run.add_argument('program')
run.add_argument('arguments', nargs=argparse.REMAINDER)
run.add_argument('--level', choices=[1, 2], type=int)
one = run.add_mutually_exclusive_group(required=True)
one.add_argument('-a', action='store_true')
one.add_argument('-b', nargs='?', const='B', default='none')
for line in ('-a x --level 2 y', '-b x', '-b', '-a -b x', 'x', '--level 3 -a x', '--lev 1 -a x'):
    attempt(run, line)
tool = argparse.ArgumentParser(prog='tool', argument_default=argparse.SUPPRESS)
tool.add_argument('--debug', action='store_true')
commands = tool.add_subparsers(dest='command', required=True)
add = commands.add_parser('add')
add.add_argument('numbers', nargs='+', type=int)
add.set_defaults(function=sum)
for line in ('add 1 2', '--debug add 3', '', 'divide', 'add', 'add 1 --deep'):
    attempt(tool, line)
