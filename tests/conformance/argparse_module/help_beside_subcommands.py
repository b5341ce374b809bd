"""Where the help of sub-commands stands: their own margin does not count among the lengths."""
import argparse


def show(*commands, **named):
    parser = argparse.ArgumentParser(prog='tool')
    parser.add_argument_group('more').add_argument('-n', help='a number')
    subparsers = parser.add_subparsers(**named)
    for command in commands:
        subparsers.add_parser(command, help=f'does {command}')
    subparsers.add_parser('silent')
    parser.print_help()


show('init', 'configure', metavar='CMD')
show('init', 'configure')
show('initialise-everything', dest='command')
show('go', title='commands', help='what to do')
show('go', metavar='<what-is-to-be-done-now>')
