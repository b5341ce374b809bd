"""Reading a small table with quotes and gaps, by a state machine, and reporting on it."""
from dataclasses import dataclass
from enum import Enum, auto

DATA = '''name,age,motto
Ann,34,"Work, then rest"
Bob,,"Say ""hi"" first"
"Cy D.",51,none
Eve,forty,x'''


class State(Enum):
    PLAIN = auto()
    QUOTED = auto()
    AFTER_QUOTE = auto()


def cells(line):
    state, cell = State.PLAIN, ""
    for letter in line:
        match state, letter:
            case State.PLAIN | State.AFTER_QUOTE, ",":
                yield cell
                state, cell = State.PLAIN, ""
            case State.PLAIN, '"' if not cell:
                state = State.QUOTED
            case State.QUOTED, '"':
                state = State.AFTER_QUOTE
            case State.AFTER_QUOTE, '"':
                cell, state = cell + letter, State.QUOTED
            case State.AFTER_QUOTE, _:
                raise ValueError(f"stray {letter!r} after a quote")
            case _:
                cell += letter
    if state is State.QUOTED:
        raise ValueError("unclosed quote")
    yield cell


@dataclass
class Person:
    name: str
    age: int | None
    motto: str

    @classmethod
    def parse(cls, row):
        return cls(row["name"], int(row["age"]) if row["age"] else None, row["motto"])


header, *lines = DATA.splitlines()
names, people = list(cells(header)), []
for number, line in enumerate(lines, 2):
    try:
        people.append(Person.parse(dict(zip(names, cells(line)))))
    except ValueError as error:
        print(f"line {number}: {error}")
for person in people:
    print(person)
ages = [person.age for person in people if person.age is not None]
print(f"mean age {sum(ages) / len(ages):.1f} of {len(ages)}/{len(people)}")
for bad in ('a,"b', '"a"b,c'):
    try:
        print(list(cells(bad)))
    except ValueError as error:
        print(bad, "->", error)
print(list(cells("")), list(cells(",,")), State.PLAIN, repr(State.QUOTED))
