"""A mapping made from five methods: what MutableMapping gives for free."""
from collections.abc import Mapping, MutableMapping


class Headers(MutableMapping):
    def __init__(self, *args, **kwargs):
        self._store = {}
        self.update(*args, **kwargs)

    def __getitem__(self, key):
        return self._store[key.lower()][1]

    def __setitem__(self, key, value):
        self._store[key.lower()] = (key, value)

    def __delitem__(self, key):
        del self._store[key.lower()]

    def __iter__(self):
        return (original for original, _ in self._store.values())

    def __len__(self):
        return len(self._store)

    def __repr__(self):
        return f"{type(self).__name__}({dict(self.items())})"


headers = Headers({"Content-Type": "text/html"}, Accept="*/*")
headers["CONTENT-TYPE"] = "text/plain"
headers.setdefault("Host", "example.org")
headers.setdefault("host", "elsewhere.org")
print(headers, len(headers), isinstance(headers, Mapping))
print("accept" in headers, headers.get("nothing"), headers.get("nothing", 7))
print(list(headers.keys()), list(headers.values()), list(headers.items()))
print(headers.pop("ACCEPT"), headers.pop("ACCEPT", "gone"), len(headers))
try:
    headers["Cookie"]
except KeyError as error:
    print("KeyError", error)
try:
    headers.pop("Cookie")
except KeyError as error:
    print("KeyError", error)
print(headers == {"CONTENT-TYPE": "text/plain", "Host": "example.org"}, headers == Headers(headers))
print(headers.popitem(), bool(headers))
del headers["content-type" if "content-type" in headers else "host"]
headers.clear()
print(headers, bool(headers))
try:
    Mapping()
except TypeError as error:
    print(error)
