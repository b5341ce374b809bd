"""Counting islands on a map with union-find, and kinship with the same structure."""


class Groups:
    def __init__(self):
        self._parent, self._size = {}, {}

    def find(self, item):
        self._parent.setdefault(item, item)
        self._size.setdefault(item, 1)
        root = item
        while self._parent[root] != root:
            root = self._parent[root]
        while item != root:
            self._parent[item], item = root, self._parent[item]
        return root

    def join(self, a, b):
        a, b = self.find(a), self.find(b)
        if a == b:
            return False
        if self._size[a] < self._size[b]:
            a, b = b, a
        self._parent[b] = a
        self._size[a] += self._size.pop(b)
        return True

    def __len__(self):
        return len(self._size)

    def groups(self):
        found = {}
        for item in self._parent:
            found.setdefault(self.find(item), []).append(item)
        return list(found.values())


CHART = """
.##....#
.#..##..
....#..#
##......
.#...###
""".split()

islands = Groups()
for y, row in enumerate(CHART):
    for x, square in enumerate(row):
        if square == "#":
            islands.find((x, y))
            for before in ((x - 1, y), (x, y - 1)):
                if before in islands._parent:
                    islands.join(before, (x, y))
print(len(islands), "islands of sizes", sorted(map(len, islands.groups()), reverse=True))
label = {square: chr(ord("a") + n) for n, group in enumerate(islands.groups()) for square in group}
for y, row in enumerate(CHART):
    print("".join(label.get((x, y), "~") for x in range(len(row))))

kin = Groups()
pairs = "ada-ben cyd-dan ben-eva fay-gus dan-ada gus-fay"
print([kin.join(*pair.split("-")) for pair in pairs.split()])
print(sorted(sorted(group) for group in kin.groups()), kin.find("eva") == kin.find("cyd"))
