"""A proxy that forwards what it does not know, counts what it forwards, and guards some of it."""


class Proxy:
    def __init__(self, target, hidden=()):
        self.__dict__.update(_target=target, _hidden=frozenset(hidden), _log=[])

    def __getattr__(self, name):
        if name in self._hidden:
            raise PermissionError(name)
        value = getattr(self._target, name)
        self._log.append(name)
        if not callable(value):
            return value

        def call(*args, **kwargs):
            result = value(*args, **kwargs)
            return self if result is self._target else result
        return call

    def __setattr__(self, name, value):
        self._log.append(f"{name}=")
        setattr(self._target, name, value)

    def __len__(self):
        return len(self._target)

    def __getitem__(self, key):
        return self._target[key]


class Cart:
    owner = "shop"

    def __init__(self):
        self.items = []

    def add(self, item, times=1):
        self.items += [item] * times
        return self

    def pay(self):
        return f"{self.owner} paid for {len(self.items)}"

    def __len__(self):
        return len(self.items)

    def __getitem__(self, index):
        return self.items[index]


cart = Cart()
proxy = Proxy(cart, hidden=["pay"])
print(proxy.add("pear").add("fig", times=2) is proxy, len(proxy), proxy[1], proxy.owner)
proxy.owner = "Kim"
print(cart.owner, Cart.owner, proxy._log)
try:
    proxy.pay()
except PermissionError as error:
    print("not allowed:", error)
try:
    proxy.refund
except AttributeError as error:
    print(error)
print([item.upper() for item in proxy], bool(Proxy([])), type(proxy).__name__, isinstance(proxy, Cart))
try:
    proxy + 1
except TypeError as error:
    print(error)
