"""A builder whose methods return itself, with a lazy chain of generators behind it."""
from operator import attrgetter, itemgetter


class Query:
    def __init__(self, source):
        self._source, self._steps = source, []

    def _then(self, name, step):
        copy = Query(self._source)
        copy._steps = self._steps + [(name, step)]
        return copy

    def where(self, **conditions):
        def step(rows):
            for row in rows:
                if all(row[key] == wanted if not callable(wanted) else wanted(row[key]) for key, wanted in conditions.items()):
                    yield row
        return self._then("where " + ",".join(conditions), step)

    def select(self, *names):
        pick = itemgetter(*names)
        return self._then("select " + ",".join(names), lambda rows: map(pick, rows))

    def order_by(self, *names, descending=False):
        return self._then("order", lambda rows: iter(sorted(rows, key=itemgetter(*names), reverse=descending)))

    def take(self, count):
        def step(rows):
            for _, row in zip(range(count), rows):
                yield row
        return self._then(f"take {count}", step)

    def __iter__(self):
        rows = iter(self._source)
        for _, step in self._steps:
            rows = step(rows)
        return rows

    def __str__(self):
        return " | ".join(map(itemgetter(0), self._steps)) or "everything"


def table():
    for line in "ann 31 Oslo, bob 25 Rome, cat 40 Oslo, dan 19 Rome, eve 31 Bern".split(", "):
        name, age, town = line.split()
        print(f"  (reading {name})")
        yield {"name": name, "age": int(age), "town": town}


rows = list(table())
query = Query(rows)
grown = query.where(age=lambda age: age > 20)
print(grown.order_by("age", "name", descending=True).select("name", "age"))
print(list(grown.order_by("age", "name", descending=True).select("name", "age")))
print(list(grown.where(town="Oslo").select("name")), str(query))
print("lazily:")
print(list(Query(table()).where(town="Rome").take(1).select("name")))
print(attrgetter("_steps", "__class__.__name__")(query))
