# The machine that a scenario believes to run on: the same everywhere.

import sys
from collections import namedtuple as _namedtuple

uname_result = _namedtuple('uname_result', 'system node release version machine')


def uname():
    return uname_result('Linux', 'localhost', '6.1.0', '#1 SMP', 'x86_64')


def system():
    return 'Linux'


def node():
    return uname().node


def release():
    return uname().release


def version():
    return uname().version


def machine():
    return uname().machine


def processor():
    return ''


def architecture(executable=None, bits='', linkage=''):
    return '64bit', 'ELF'


def platform(aliased=False, terse=False):
    return 'Linux-6.1.0' if terse else 'Linux-6.1.0-x86_64-with-glibc2.36'


def python_implementation():
    return 'CPython'


def python_version():
    return '.'.join(python_version_tuple())


def python_version_tuple():
    return tuple([str(part) for part in sys.version_info[:3]])


def python_compiler():
    return 'GCC 12.2.0'


def python_branch():
    return ''


python_revision = python_branch
