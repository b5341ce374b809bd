"""A class body runs once; its names are not seen in its methods."""
x = "module"


class C:
    print("body runs")
    x = "class"
    y = [x for _ in range(1)]
    z = x

    def method(self):
        return x
    if z == "class":
        extra = 1

print(C.y, C.z, C().method(), C.extra)
print([n for n in vars(C) if not n.startswith("__")])
