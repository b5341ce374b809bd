# What the star takes from other modules: what they are made with stays theirs.
REFUSED = '''
ClassMethodDescriptorType DynamicClassAttribute MemberDescriptorType MethodWrapperType
chdir global_enum global_enum_repr global_flag_repr global_str print_last'''.split()


def taken(module):
    """Prints what was bound since the last time, and takes it away again."""
    names = sorted(set(globals()) - KEPT)
    print(module, [name for name in names if name not in REFUSED])
    for name in names:
        del globals()[name]


KEPT = set()
KEPT = set(globals())

from array import *
taken('array')
from collections.abc import *
taken('collections.abc')
from concurrent.futures import *
taken('concurrent.futures')
from contextlib import *
taken('contextlib')
from copy import *
taken('copy')
from decimal import *
taken('decimal')
from enum import *
taken('enum')
from traceback import *
taken('traceback')
from types import *
taken('types')
from warnings import *
taken('warnings')
from weakref import *
taken('weakref')
