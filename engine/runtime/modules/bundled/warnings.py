import sys
import _traceback

__all__ = ['warn', 'warn_explicit', 'showwarning', 'formatwarning', 'filterwarnings', 'simplefilter', 'resetwarnings',
           'catch_warnings']

# Newest first: (action, pattern of the text, category, module, line).
filters = [('default', '', DeprecationWarning, '__main__', 0), ('ignore', '', DeprecationWarning, '', 0),
           ('ignore', '', PendingDeprecationWarning, '', 0), ('ignore', '', ImportWarning, '', 0),
           ('ignore', '', ResourceWarning, '', 0)]
_actions = ('default', 'error', 'ignore', 'always', 'module', 'once')
_seen = {}


class WarningMessage:
    def __init__(self, message, category, filename, lineno, file=None, line=None, source=None):
        self.message = message
        self.category = category
        self.filename = filename
        self.lineno = lineno
        self.file = file
        self.line = line
        self.source = source
        self._category_name = category.__name__ if category else None

    def __str__(self):
        return (f'{{message : {self.message!r}, category : {self._category_name!r}, filename : {self.filename!r}, '
                f'lineno : {self.lineno}, line : {self.line!r}}}')


def formatwarning(message, category, filename, lineno, line=None):
    text = f'{filename}:{lineno}: {category.__name__}: {message}\n'
    if line is None:
        line = _traceback.source_line(filename, lineno)
    line = line.strip()
    return f'{text}  {line}\n' if line else text


def showwarning(message, category, filename, lineno, file=None, line=None):
    file = sys.stderr if file is None else file
    file.write(formatwarning(message, category, filename, lineno, line))


_original_showwarning = showwarning


def warn(message, category=None, stacklevel=1, source=None):
    if isinstance(message, Warning):
        category = type(message)
    if category is None:
        category = UserWarning
    if not (isinstance(category, type) and issubclass(category, Warning)):
        raise TypeError(f"category must be a Warning subclass, not '{type(category).__name__}'")
    frame = sys._getframe(1)
    for _ in range(stacklevel - 1):
        if frame.f_back is None:
            break
        frame = frame.f_back
    module = frame.f_globals.get('__name__') or '<string>'
    warn_explicit(message, category, frame.f_code.co_filename, frame.f_lineno, module,
                  _seen.setdefault(module, {}), None, source)


def _matches(pattern, text):
    # A filter's pattern is a name, or what filterwarnings() compiled.
    return not pattern or (pattern == text if isinstance(pattern, str) else pattern.match(text) is not None)


def _action_for(text, category, module, lineno):
    for action, start, kind, where, line in filters:
        if (_matches(start, text) and issubclass(category, kind) and _matches(where, module)
                and line in (0, lineno)):
            return action
    return 'default'


def warn_explicit(message, category, filename, lineno, module=None, registry=None, module_globals=None, source=None):
    if module is None:
        module = filename[:-3] if filename[-3:].lower() == '.py' else filename or '<unknown>'
    if registry is None:
        registry = {}
    if isinstance(message, Warning):
        text = str(message)
        category = type(message)
    else:
        text = message
        message = category(message)
    if registry.get((text, category, lineno)):
        return
    action = _action_for(text, category, module, lineno)
    if action == 'ignore':
        return
    if action == 'error':
        raise message
    if action == 'once':
        registry = _seen.setdefault(None, {})
        key = text, category
    else:
        key = text, category, 0 if action == 'module' else lineno
    if action != 'always':
        if registry.get(key):
            return
        registry[key] = True
    _show(WarningMessage(message, category, filename, lineno, source=source))


def _from_runtime(message, category, filename, lineno, module, source):
    warn_explicit(message, category, filename, lineno, module, _seen.setdefault(module, {}), None, source)


_recording = []


def _show(warning):
    if showwarning is _original_showwarning:
        if _recording:
            _recording[-1].append(warning)
            return
        text = formatwarning(warning.message, warning.category, warning.filename, warning.lineno, warning.line)
        if warning.source is not None:
            text += f'{warning.category.__name__}: Enable tracemalloc to get the object allocation traceback\n'
        sys.stderr.write(text)
    else:
        showwarning(warning.message, warning.category, warning.filename, warning.lineno, warning.file, warning.line)


def filterwarnings(action, message='', category=Warning, module='', lineno=0, append=False):
    if action not in _actions:
        raise AssertionError(f'invalid action: {action!r}')
    if message or module:
        import re
        message = message and re.compile(message, re.I)
        module = module and re.compile(module)
    _add((action, message, category, module, lineno), append)


def simplefilter(action, category=Warning, lineno=0, append=False):
    if action not in _actions:
        raise AssertionError(f'invalid action: {action!r}')
    _add((action, '', category, '', lineno), append)


def _add(entry, append):
    if entry in filters:
        if append:
            return
        filters.remove(entry)
    filters.insert(len(filters) if append else 0, entry)
    _seen.clear()


def resetwarnings():
    filters.clear()
    _seen.clear()


class catch_warnings:
    def __init__(self, *, record=False, module=None, action=None, category=Warning, lineno=0, append=False):
        self._record = record
        self._filter = None if action is None else (action, category, lineno, append)
        self._entered = False

    def __repr__(self):
        return f'catch_warnings({"record=True" if self._record else ""})'

    def __enter__(self):
        global showwarning
        if self._entered:
            raise RuntimeError(f'Cannot enter {self!r} twice')
        self._entered = True
        self._saved = filters[:], showwarning
        _seen.clear()
        if self._filter is not None:
            simplefilter(*self._filter)
        if not self._record:
            return None
        showwarning = _original_showwarning
        _recording.append([])
        return _recording[-1]

    def __exit__(self, *exc_info):
        global showwarning
        if not self._entered:
            raise RuntimeError(f'Cannot exit {self!r} without entering first')
        filters[:], showwarning = self._saved
        _seen.clear()
        if self._record:
            _recording.pop()
