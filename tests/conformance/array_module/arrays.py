import copy
from array import ArrayType, array, typecodes

print(typecodes, ArrayType is array, [(array(code).itemsize, array(code)) for code in typecodes])
print(array('i', [1, 2, 3]), array('d', range(3)), array('f', [0.1, 1 / 3, 16777217, 1e300]), array('u', 'héy'), array('b', b'ab'), array('d', array('i', [1])))
a = array('i', [5, 3, 1])
a.append(4)
a.extend([1, 2])
a.extend(array('i', (7,)))
a.fromlist([8, 9])
a.insert(0, 10)
a.insert(-1, 11)
print(a, len(a), a.pop(), a.pop(0), a.index(1), a.index(1, 3), a.count(1), 7 in a, 'x' in a, a.typecode, a.itemsize, a.buffer_info()[1])
a.remove(3)
a.reverse()
print(a.tolist(), a[0], a[-1], a[1:3], a[::-2], list(reversed(a)), sum(a), max(a), sorted(a))
a[0] = 77
a[1:3] = array('i', [1, 2, 3])
a[::4] = array('i', [0, 0])
del a[1], a[-2:]
print(a, a + a[:1], a * 2, 2 * a[:1], a[:1] * -1)
a += array('i', [6])
a *= 2
print(a, copy.copy(a) == a, copy.deepcopy(a) is a, bool(array('i')), [x for x in a if x > 2])
print(array('i', [1, 2]) == array('d', [1, 2]), array('i', [1]) == [1], array('i', [1]) < array('i', [1, 2]), array('i', [1]) != array('i', [2]))


class Scores(array):
    def mean(self):
        return sum(self) / len(self)


scores = Scores('d', [1, 2])
scores.name = 'exam'
print(scores, scores.mean(), scores.name, type(scores[:1]), type(scores + scores))
