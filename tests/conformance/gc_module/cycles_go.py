# A collection finds what is kept by nothing but itself, tells weak references, then finalizers, the oldest first.
import gc
import weakref


class Node:
    def __init__(self, name):
        self.name = name
        self.other = None

    def __del__(self):
        print('gone:', self.name)


a, b = Node('a'), Node('b')
a.other, b.other = b, a
watching = weakref.ref(a, lambda reference: print('a is lost'))
del a, b
print(watching() is not None)
print(gc.collect())
print(watching(), gc.collect(), gc.garbage)

kept = Node('kept')
kept.other = Node('its own')
kept.other.other = kept
print(gc.collect())
kept.other.other = None
