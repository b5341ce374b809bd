# OrderedDict's views and iterators name themselves, and notice every key that comes, goes or moves.
from collections import OrderedDict

scores = OrderedDict(ada=3, bob=1, cy=2)
print(scores.items())
print(scores.keys(), scores.values())
print(type(iter(scores)).__name__, list(reversed(scores.items())), scores.keys() & {'ada', 'zoe'})
print(isinstance(scores.items(), type({}.items())), ('bob', 1) in scores.items(), len(scores.values()))


def change(how):
    names = OrderedDict.fromkeys('abc')
    seen = []
    try:
        for name in names:
            seen.append(name)
            how(names, name)
    except RuntimeError as error:
        print(seen, error)
    else:
        print(seen, 'unnoticed')


change(lambda names, name: names.move_to_end(name))
change(lambda names, name: names.pop(name))
change(lambda names, name: names.update({name: 1}))
change(lambda names, name: name == 'c' and names.pop('c'))
