# Objects go with their last reference; a collection by hand finds nothing then.
import gc


class Node:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print('gone:', self.name)


gc.disable()
print(gc.isenabled())
gc.enable()
print(gc.isenabled(), gc.garbage)
node = Node('alone')
del node
gc.collect()
seen = []
gc.callbacks.append(lambda phase, info: seen.append((phase, sorted(info))))
gc.collect(0)
gc.callbacks.clear()
print(seen)
try:
    gc.collect(3)
except ValueError as error:
    print(error)
gc.set_threshold(100, 5)
print(gc.get_threshold()[:2])
