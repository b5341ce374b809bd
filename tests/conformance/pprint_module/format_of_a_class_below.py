import pprint


class Hex(pprint.PrettyPrinter):
    def format(self, object, context, maxlevels, level):
        if isinstance(object, int):
            return hex(object), True, False
        return super().format(object, context, maxlevels, level)


Hex().pprint([1, 255, {'a': (16,)}, 'x'])
Hex(width=20).pprint({'numbers': list(range(8, 14)), 'one': 1})
print(Hex().isreadable([1]), Hex().isreadable([object()]), Hex().isrecursive([1]))
ring = []
ring.append(ring)
print(pprint.isrecursive(ring), pprint.isreadable(ring), pprint.isreadable([print]), pprint.saferepr((1,)))
print(pprint.pformat([(1,), [(2,)]], depth=1), pprint.pformat([[(2,)]], depth=2))
