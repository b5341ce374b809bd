"""Positional arguments that stand between options."""
import argparse
p=argparse.ArgumentParser(prog='x'); p.add_argument('--foo'); p.add_argument('cmd'); p.add_argument('rest',nargs='*',type=int)
print(p.parse_intermixed_args('doit 1 --foo bar 2 3'.split()))
print(p.parse_known_intermixed_args('doit 1 --foo bar 2 3 --zz'.split()))
q=argparse.ArgumentParser(prog='y'); q.add_argument('a',nargs=argparse.REMAINDER)
try: q.parse_intermixed_args(['a'])
except TypeError as e: print(e)
print(p.parse_intermixed_args(['a','--foo','2']))
r=argparse.ArgumentParser(prog='r',usage='hey'); r.add_argument('--v',action='store_true'); r.add_argument('x',nargs='+'); print(r.parse_intermixed_args(['1','--v','2'])); print(r.usage)
p.parse_intermixed_args([])
