import reprlib


class Node:
    def __init__(self, name):
        self.name, self.others = name, []

    @reprlib.recursive_repr()
    def __repr__(self):
        """Told with what follows."""
        return f'<{self.name}: {self.others!r}>'


class Marked(list):
    @reprlib.recursive_repr(fillvalue='(again)')
    def __repr__(self):
        return '|'.join(map(repr, self))


class Short(reprlib.Repr):
    def __init__(self):
        super().__init__()
        self.maxlist = self.maxlevel = 2
        self.maxstring, self.maxother, self.maxlong, self.maxdict = 10, 5, 7, 1

    def repr_Node(self, node, level):
        return f'a node at {level}'


a, b = Node('a'), Node('b')
a.others += [b, a]
b.others.append(a)
print(a, b, Node.__repr__.__doc__, Node.__repr__.__name__, Node.__repr__.__qualname__)
marked = Marked([1, 'x'])
marked.append(marked)
print(marked)
short = Short()
for value in [[a, [1, 2, [3]], 5], 'abcdefghijklmn', 2.5555555, 123456789, {1: 2, 3: 4}, ([], (), {}, set()), [a, {'x': {'y': [1]}}]]:
    print(short.repr(value))
print(short.repr1([1, 2], 0), short.repr1({1: 2}, 0), short.repr1([], 0), short.repr1(a, 0))
short.maxstring, short.fillvalue = 2, '~'
print(short.repr('abcdefghijklmn'), short.repr([1, 2, 3]), sorted(vars(reprlib.Repr()).items()), reprlib.aRepr.maxlist)
