"""JSON of one's own objects: default hooks, object hooks, sorted keys, and bad input."""
import json
from dataclasses import asdict, dataclass, field
from datetime import date


@dataclass
class Task:
    title: str
    due: date
    tags: list = field(default_factory=list)


class Encoder(json.JSONEncoder):
    def default(self, value):
        if isinstance(value, Task):
            return {"$task": asdict(value)}
        if isinstance(value, date):
            return {"$date": value.isoformat()}
        if isinstance(value, (set, frozenset)):
            return sorted(value)
        return super().default(value)


def decode(pairs):
    match pairs:
        case {"$date": text}:
            return date.fromisoformat(text)
        case {"$task": fields}:
            return Task(**fields)
    return pairs


tasks = [Task("sow", date(2024, 3, 1), ["garden"]), Task("reap", date(2024, 9, 30))]
text = json.dumps({"tasks": tasks, "seen": {3, 1, 2}}, cls=Encoder, indent=2)
print(text)
back = json.loads(text, object_hook=decode)
print(back["tasks"] == tasks, back["seen"], (back["tasks"][1].due - back["tasks"][0].due).days)
print(json.dumps([1.0, 1e100, float("inf"), True, None, "é\n\"", "\u20ac"]), json.dumps("é€", ensure_ascii=False))
print(json.dumps({2: "b", None: 1, True: 0}), json.dumps({"b": 1, "a": [1, (2, 3)]}, sort_keys=True, separators=(",", ":")))
for bad in ('{"a": }', "[1, 2", "{'a': 1}", "", "[1] 2", '"\t"', "nul"):
    try:
        json.loads(bad)
    except json.JSONDecodeError as error:
        print(f"{bad!r:12} {error.msg} at {error.lineno}:{error.colno}")
try:
    json.dumps({"x": object})
except TypeError as error:
    print(error)
try:
    json.dumps({(1, 2): 3})
except TypeError as error:
    print(error)
loop = []
loop.append(loop)
try:
    json.dumps(loop)
except ValueError as error:
    print(error)
print(json.loads('{"n": 12345678901234567890, "f": 1.5e3, "s": "\\u00e9\\/"}', parse_float=str))
