"""uuid, secrets of randomness with a seed, and identifiers of one's own."""
import itertools
import random
import string
import uuid


class Ids:
    """Short identifiers with a check letter."""

    alphabet = string.digits + "ABCDEFGHJKMNPQRSTVWXYZ"

    def __init__(self, seed=None):
        self._random, self._given = random.Random(seed), set()

    def __next__(self):
        while True:
            body = "".join(self._random.choices(self.alphabet, k=5))
            if body not in self._given:
                self._given.add(body)
                return f"{body}-{self.check(body)}"

    def __iter__(self):
        return self

    @classmethod
    def check(cls, body):
        return cls.alphabet[sum(i * cls.alphabet.index(c) for i, c in enumerate(body, 2)) % len(cls.alphabet)]

    @classmethod
    def is_valid(cls, text):
        body, _, letter = text.rpartition("-")
        return len(body) == 5 and set(body) <= set(cls.alphabet) and cls.check(body) == letter


ids = Ids(seed=1)
some = list(itertools.islice(ids, 4))
print(some, all(map(Ids.is_valid, some)), Ids.is_valid("00000-1"), Ids.is_valid(some[0].lower()), next(Ids(1)) == some[0])
fixed = uuid.UUID("12345678-1234-5678-1234-567812345678")
print(fixed, repr(fixed), fixed.hex, fixed.int % 1000, fixed.version, fixed.urn, fixed == uuid.UUID(fixed.hex))
print(uuid.uuid5(uuid.NAMESPACE_DNS, "example.org"), uuid.uuid3(uuid.NAMESPACE_URL, "x").version, uuid.UUID(int=5))
fresh = uuid.uuid4()
print(fresh.version, len(str(fresh)), fresh != uuid.uuid4(), type(fresh).__name__, str(fresh).count("-"))
try:
    uuid.UUID("not one")
except ValueError as error:
    print(error)
random.seed("text seeds too")
print(random.randrange(0, 100, 5), random.choice("abc"), random.sample(range(50), 3), [random.randint(1, 6) for _ in range(5)])
state = random.getstate()
first = [random.random() for _ in range(2)]
random.setstate(state)
print(first == [random.random(), random.random()], random.getrandbits(16), random.uniform(1, 2) < 2, random.triangular(0, 10, 5) > 0)
deck = list(range(8))
random.shuffle(deck)
print(deck, random.choices("xyz", cum_weights=[1, 2, 10], k=5), round(random.expovariate(2), 4), round(random.betavariate(1, 2), 4))
for wrong in (lambda: random.choice([]), lambda: random.sample([1], 2), lambda: random.randint(5, 1), lambda: random.randrange(0)):
    try:
        wrong()
    except (IndexError, ValueError) as error:
        print(f"{type(error).__name__}: {error}")
