"""isinstance() and issubclass() ask whatever has the hooks, be it no class; unions; aliases."""
import typing


class Asked:
    def __instancecheck__(self, instance):
        print("instance?", instance)
        return "yes"

    def __subclasscheck__(self, cls):
        print("subclass?", cls)
        return []


class Long:
    def __len__(self):
        return self.length


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


attempt(lambda: isinstance(1, Asked()))
attempt(lambda: issubclass(1, Asked()))
attempt(lambda: isinstance(1, (str, Asked())))
for kind in (int | str, typing.Union[int, str], typing.Optional[int], list[int], int | list[int], ValueError(int), typing.List):
    attempt(lambda: isinstance(1, kind))
    attempt(lambda: issubclass(int, kind))
print(typing.Optional[int] == (int | None), typing.Union[int, str] == (str | int), typing.Union[int, str] == (int | None))
for Long.length in (3, -1, 2 ** 70, -2 ** 70, 1.5):
    attempt(lambda: len(Long()))
