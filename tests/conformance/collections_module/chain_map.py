"""ChainMap looks in map after map, and changes the first alone."""
import collections

chain = collections.ChainMap({"a": 1}, {"a": 2, "b": 3})


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


for action in (lambda: chain, lambda: (chain["a"], chain["b"], dict(chain), list(chain), len(chain)), lambda: chain["none"],
               lambda: chain.get("none", 4), lambda: chain.pop("b"), lambda: chain.popitem(), lambda: chain.popitem(),
               lambda: chain.setdefault("q", 1), lambda: chain | {"x": 1}, lambda: {"x": 1} | chain, lambda: chain == dict(chain),
               lambda: chain.copy(), lambda: bool(chain), lambda: list(chain.keys()), lambda: list(chain.items()),
               lambda: chain.update(z=1), lambda: chain.maps, lambda: chain.new_child({"n": 0}), lambda: chain.parents,
               lambda: chain.__delitem__("a"), lambda: chain.clear(), lambda: chain, lambda: collections.ChainMap(),
               lambda: collections.ChainMap.fromkeys("ab", 0), lambda: isinstance(chain, collections.abc.MutableMapping)):
    attempt(action)
