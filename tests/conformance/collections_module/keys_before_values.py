"""What merges a mapping asks for all its keys first, so that a cache may move what is looked up."""
from collections import OrderedDict


class Recent(OrderedDict):
    def __init__(self, *args, **keywords):
        super().__init__(*args, **keywords)
        self.asked = []

    def __getitem__(self, key):
        self.asked.append(key)
        value = super().__getitem__(key)
        self.move_to_end(key)
        return value

    def __iter__(self):
        print('iterated')
        return super().__iter__()

    def keys(self):
        print('keys')
        return super().keys()


def told(what):
    recent = Recent(a=1, b=2, c=3)
    try:
        result = what(recent)
    except RuntimeError as error:
        result = error
    print(repr(result), recent.asked, recent)


told(dict)
told(lambda recent: {**recent})
told(lambda recent: dict(**recent))
told(lambda recent: {'z': 0} | recent)
told(lambda recent: recent == Recent(a=1, b=2, c=3))
told(lambda recent: OrderedDict(recent))  # asks for each value before the next key
told(lambda recent: recent | {'d': 4})
told(lambda recent: recent.copy())
told(lambda recent: [recent[key] for key in recent])
told(lambda recent: [recent[key] for key in list(recent)])
