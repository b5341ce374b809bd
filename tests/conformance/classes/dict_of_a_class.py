"""A class's __dict__ is a view that shows what comes later and lets nothing be changed."""
import types


class Plain:
    "doc"
    x = 1


class Below(Plain):
    y = 2


view = Plain.__dict__
print(view, type(view), Below.__dict__)
Plain.late = 3
print(view['late'], 'late' in view, len(view), list(view), view.get('no', 5), view == dict(view))
for change in (lambda: view.__setitem__('x', 2), lambda: view.pop('x'), lambda: view.update(x=2)):
    try:
        change()
    except AttributeError as error:
        print(error)
try:
    view['x'] = 2
except TypeError as error:
    print(error)
proxy = types.MappingProxyType({'a': 1})
print(proxy, proxy | {'b': 2}, {'b': 2} | proxy, proxy.copy(), list(reversed(proxy)), proxy == {'a': 1})
for wrong in (lambda: types.MappingProxyType([1]), lambda: types.MappingProxyType(), lambda: hash(proxy)):
    try:
        wrong()
    except TypeError as error:
        print(error)
try:
    proxy |= {'c': 3}
except TypeError as error:
    print(error)
match proxy:
    case {'a': value, **rest}:
        print(value, rest)
print([name for name in dir(object)], Plain.__dict__['__dict__'], Plain.__dict__['__weakref__'])
