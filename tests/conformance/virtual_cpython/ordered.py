"""Sets of tasks in creation order.

CPython walks some sets of tasks in the order of their memory addresses. The
asyncio modules that do are loaded through a finder which makes every set in
their source an insertion-ordered one.
"""

import ast
import importlib.abc
import importlib.machinery
import sys
import weakref

REWRITTEN = {"asyncio.tasks", "asyncio.taskgroups", "asyncio.runners"}

_plain_set = set


class set(_plain_set):  # named as what it stands in for: reprs show it
    """A set that walks its members in the order in which they came."""

    def __init__(self, members=()):
        super().__init__()
        self._order = {}
        self.update(members)

    def __iter__(self):
        return iter(list(self._order))

    def __repr__(self):
        inside = ", ".join(map(repr, self._order))
        return "{" + inside + "}" if inside else "set()"

    def __reduce__(self):
        return (_plain_set, (list(self._order),))

    def add(self, member):
        super().add(member)
        self._order[member] = None

    def discard(self, member):
        super().discard(member)
        self._order.pop(member, None)

    def remove(self, member):
        super().remove(member)
        del self._order[member]

    def pop(self):
        if not self._order:
            return super().pop()
        first = next(iter(self._order))
        self.remove(first)
        return first

    def clear(self):
        super().clear()
        self._order.clear()

    def update(self, *others):
        for other in others:
            for member in other:
                self.add(member)

    def copy(self):
        return set(self)

    def union(self, *others):
        result = set(self)
        result.update(*others)
        return result

    def difference(self, *others):
        gone = _plain_set().union(*map(list, others))
        return set(m for m in self if m not in gone)

    def intersection(self, *others):
        kept = [_plain_set(list(other)) for other in others]
        return set(m for m in self if all(m in other for other in kept))

    def difference_update(self, *others):
        for other in others:
            for member in list(other):
                self.discard(member)

    def __or__(self, other):
        return self.union(other)

    def __sub__(self, other):
        return self.difference(other)

    def __and__(self, other):
        return self.intersection(other)

    def __ior__(self, other):
        self.update(other)
        return self

    def __isub__(self, other):
        self.difference_update(other)
        return self


class WeakSet:
    """Asynchronous generators that a loop is to close, in the order of their births."""

    def __init__(self):
        self._members = {}

    def add(self, member):
        key = id(member)
        self._members[key] = weakref.ref(member, lambda _: self._members.pop(key, None))

    def discard(self, member):
        self._members.pop(id(member), None)

    def clear(self):
        self._members.clear()

    def __len__(self):
        return len(self._members)

    def __iter__(self):
        return iter([m for m in [ref() for ref in self._members.values()] if m is not None])


class _OrderSets(ast.NodeTransformer):
    """`{…}` and `{… for …}` become calls of the name `set`."""

    def visit_Set(self, node):
        self.generic_visit(node)
        return self._call(ast.List(node.elts, ast.Load()), node)

    def visit_SetComp(self, node):
        self.generic_visit(node)
        return self._call(ast.ListComp(node.elt, node.generators), node)

    @staticmethod
    def _call(members, node):
        call = ast.Call(ast.Name("set", ast.Load()), [members], [])
        return ast.fix_missing_locations(ast.copy_location(call, node))


class _Loader(importlib.machinery.SourceFileLoader):
    def get_code(self, fullname):
        path = self.get_filename(fullname)
        tree = _OrderSets().visit(ast.parse(self.get_data(path), path))
        return compile(tree, path, "exec", dont_inherit=True)

    def exec_module(self, module):
        module.set = set
        super().exec_module(module)


class _Finder(importlib.abc.MetaPathFinder):
    def find_spec(self, fullname, path, target=None):
        if fullname not in REWRITTEN:
            return None
        spec = importlib.machinery.PathFinder.find_spec(fullname, path)
        spec.loader = _Loader(fullname, spec.origin)
        return spec


def install():
    """Must run before anything imports asyncio."""
    assert "asyncio" not in sys.modules
    sys.meta_path.insert(0, _Finder())


def order_all_tasks(birth):
    """Make `all_tasks` answer in creation order; `birth` numbers a task."""
    import asyncio

    unordered = asyncio.tasks.all_tasks

    def all_tasks(loop=None):
        if loop is None:
            loop = asyncio.get_running_loop()
        return set(sorted(unordered(loop), key=birth))

    asyncio.tasks.all_tasks = asyncio.all_tasks = all_tasks
