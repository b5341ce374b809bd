"""WeakValueDictionary, WeakKeyDictionary, WeakSet: observers and caches that keep nothing alive."""
import weakref


class Item:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f"Item({self.name})"


class Slotted:
    __slots__ = ("name",)


cache = weakref.WeakValueDictionary()
one, two = Item("one"), Item("two")
cache["one"], cache["two"] = one, two
print(len(cache), cache["one"], "two" in cache, sorted(cache), cache.get("three", "none"))
del one
print(len(cache), dict(cache), "one" in cache, cache.setdefault("two", None), cache.pop("two"), list(cache.items()))
notes = weakref.WeakKeyDictionary({two: "note"})
print(notes[two], two in notes, len(notes), list(notes.values()))
observers = weakref.WeakSet([two])
extra = Item("extra")
observers.add(extra)
print(sorted(item.name for item in observers), len(observers), extra in observers)
for item in observers:
    two = extra = None
print(item is not None, len(notes) + len(observers) > 0)
del item
print(len(observers), len(notes), list(notes))
try:
    cache["x"] = Slotted()
except TypeError as error:
    print(error)
try:
    cache["one"]
except KeyError as error:
    print("KeyError", error)
