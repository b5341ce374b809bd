# A child that knows its parent keeps it until a collection comes; one that knows it weakly does not.
import gc
import weakref


class Parent:
    def __init__(self, name):
        self.name, self.children = name, []

    def __del__(self):
        print(self.name, 'gone')


class Child:
    def __init__(self, parent):
        self.parent = parent


class WeakChild:
    def __init__(self, parent):
        self._parent = weakref.ref(parent)

    @property
    def parent(self):
        return self._parent()


for kind in (Child, WeakChild):
    parent = Parent(kind.__name__)
    parent.children = [kind(parent) for _ in range(3)]
    child = parent.children[0]
    print(child.parent.name)
    del child, parent
    print('collected', gc.collect())
