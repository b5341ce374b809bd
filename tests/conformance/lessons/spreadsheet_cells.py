"""A spreadsheet that knows which cell needs which: formulas as functions, caching, and circles."""


class Sheet:
    def __init__(self):
        self._formulas, self._values, self._under_way = {}, {}, []

    def __setitem__(self, name, formula):
        self._formulas[name] = formula if callable(formula) else lambda sheet: formula
        self._values.clear()

    def __getitem__(self, name):
        if name in self._under_way:
            raise RecursionError(" -> ".join([*self._under_way, name]))
        if name not in self._values:
            self._under_way.append(name)
            try:
                self._values[name] = self._formulas[name](self)
            except KeyError as error:
                error.add_note(f"while computing {name}")
                raise
            finally:
                self._under_way.pop()
        return self._values[name]

    def __getattr__(self, name):
        if name.startswith("_"):
            raise AttributeError(name)
        return self[name]

    def __len__(self):
        return len(self._formulas)


sheet = Sheet()
sheet["price"], sheet["count"] = 2.5, 4
sheet["net"] = lambda s: s.price * s.count
sheet["gross"] = lambda s: round(s["net"] * 1.2, 2)
print(sheet["gross"], sheet.net, len(sheet), sorted(sheet._values))
sheet["price"] = 3
print(sheet.gross, sorted(sheet._values))
sheet["a"] = lambda s: s.b + 1
sheet["b"] = lambda s: s.a + 1
try:
    sheet["a"]
except RecursionError as error:
    print("circle:", error)
sheet["broken"] = lambda s: s.missing * 2
try:
    sheet.broken
except KeyError as error:
    print("KeyError", error, error.__notes__)
print(sheet._under_way, hasattr(sheet, "_nothing"))
