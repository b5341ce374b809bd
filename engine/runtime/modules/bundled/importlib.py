import sys as _sys


def import_module(name, package=None):
    level = len(name) - len(name.lstrip('.'))
    if level and not package:
        raise TypeError(f'the \'package\' argument is required to perform a relative import for {name!r}')
    return __import__(name[level:], {'__package__': package}, None, ('__name__',), level)


def invalidate_caches():
    pass
