# A dict of a class of its own is spread as a dict: its keys() and [] are not asked, but for its __iter__.
class Loud(dict):
    def keys(self):
        return ['other']

    def __getitem__(self, key):
        return 'asked'


class Walked(Loud):
    def __iter__(self):
        return iter(['walked'])


class Keys:
    def keys(self):
        return ['a', 1]

    def __getitem__(self, key):
        print('asked for', key)
        return key


def show(**named):
    return named


print(show(**Loud(a=1)), show(**Walked(a=1)), {**Loud(a=1)}, dict(Loud(a=1)))
for call in (lambda: show(**Keys()), lambda: show(a=1, **Keys()), lambda: show(a=1, **{'a': 2})):
    try:
        print(call())
    except TypeError as error:
        print(error)
