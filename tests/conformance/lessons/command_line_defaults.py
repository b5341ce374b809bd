"""argparse without arguments: defaults, types, and parsing a list that the program gives."""
import argparse


def positive(text):
    value = int(text)
    if value <= 0:
        raise argparse.ArgumentTypeError(f"{value} is not positive")
    return value


parser = argparse.ArgumentParser(prog="fetch", description="Fetches pages, in a lesson.")
parser.add_argument("pages", nargs="*", default=["index"], help="what to fetch")
parser.add_argument("-n", "--workers", type=positive, default=4, help="how many at once")
parser.add_argument("-v", "--verbose", action="count", default=0)
parser.add_argument("--dry-run", action="store_true")
parser.add_argument("--mode", choices=["fast", "safe"], default="safe")
parser.add_argument("--timeout", type=float, default=2.5, metavar="S")

options = parser.parse_args([])
print(options)
print(options.workers, options.pages, options.dry_run, vars(options)["timeout"])

options = parser.parse_args(["a", "b", "-n", "2", "-vv", "--mode=fast", "--dry-run"])
print(options.pages, options.workers, options.verbose, options.mode, options.dry_run)
options = parser.parse_args(["--timeout", "0.5", "--", "-odd-name"])
print(options.timeout, options.pages)

space = argparse.Namespace(x=1, y="two")
print(space, space == argparse.Namespace(y="two", x=1), "x" in space)
for page in parser.parse_args().pages:
    print("fetching", page)
