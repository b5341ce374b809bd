# What is called when the program ends. The run asks for `_run_exitfuncs` once its threads are done.

_calls = []


def register(func, /, *args, **kwargs):
    if not callable(func):
        raise TypeError('the first argument must be callable')
    _calls.append((func, args, kwargs))
    return func


def unregister(func, /):
    _calls[:] = [each for each in _calls if each[0] != func]


def _run_exitfuncs():
    # What is registered meanwhile is not called any more.
    for each in _calls[::-1]:
        func, args, kwargs = each
        if not any([each is left for left in _calls]):  # unregistered meanwhile
            continue
        try:
            func(*args, **kwargs)
        except BaseException as error:
            import sys
            import traceback
            print(f'Exception ignored in atexit callback: {func!r}', file=sys.stderr)
            traceback.print_exception(error, chain=False)
    _calls.clear()


def _clear():
    _calls.clear()


def _ncallbacks():
    return len(_calls)
