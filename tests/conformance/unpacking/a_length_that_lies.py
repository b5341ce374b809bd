"""Lists ask for a length before they fill; what the length raises goes on."""


class Old:
    def __init__(self, length):
        self.length = length

    def __len__(self):
        print("asked")
        return self.length

    def __getitem__(self, index):
        if index > 2:
            raise IndexError
        return index


for length in (3, 100, -1):
    for attempt in (lambda: list(Old(length)), lambda: [*Old(length)], lambda: tuple(Old(length)),
                    lambda: bytes(Old(length)), lambda: bytearray(b"").extend(Old(length))):
        try:
            print(attempt())
        except ValueError as error:
            print(error)
try:
    first, *rest = Old(-1)
except ValueError as error:
    print(error)
