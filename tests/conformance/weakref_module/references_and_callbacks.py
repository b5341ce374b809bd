"""ref, proxy, WeakMethod, finalize: what they say while the object lives, and after."""
import weakref


class Node:
    def __init__(self, name):
        self.name = name

    def hello(self):
        return f"hello {self.name}"

    def __del__(self):
        print("del", self.name)


node = Node("one")
first = weakref.ref(node, lambda ref: print("first callback", ref() is None))
second = weakref.ref(node, lambda ref: print("second callback"))
plain = weakref.ref(node)
print(first() is node, plain is weakref.ref(node), first == plain, hash(plain) == hash(node))
print(weakref.getweakrefcount(node), plain.__callback__, type(plain), "to 'Node'" in repr(plain))
proxy, method = weakref.proxy(node), weakref.WeakMethod(node.hello)
proxy.name = "two"
print(proxy.hello(), method()(), isinstance(proxy, Node), type(proxy).__name__)
ending = weakref.finalize(node, print, "finalized", "!")
print(ending.alive)
del node
print(first(), plain(), method(), first == plain, ending.alive, ending(), "dead" in repr(plain))
try:
    proxy.name
except ReferenceError as error:
    print(error)
for value in (1, "text", [], {}, (), None, object(), ValueError()):
    try:
        weakref.ref(value)
    except TypeError as error:
        print(error)
print(weakref.ref(Node("three"))())
last = Node("four")
weakref.finalize(last, print, "at the end")
