"""Reading a traceback: nested calls, the marks under the failing part, a chain of two."""
import traceback


class Account:
    def __init__(self, owner, balance=0):
        self.owner, self.balance = owner, balance

    def withdraw(self, amount):
        if amount > self.balance:
            raise ValueError(f"{self.owner} has only {self.balance}, not {amount}")
        self.balance -= amount

    def __truediv__(self, parts):
        return self.balance / parts


def transfer(source, target, amount):
    source.withdraw(amount)
    target.balance += amount


def report(accounts):
    return {a.owner: a.balance / (len(a.owner) - 3) + accounts[0].balance for a in accounts}


def attempts():
    ann, bob = Account("Ann", 10), Account("Bobby", 5)
    yield lambda: transfer(bob, ann, 7)
    yield lambda: report([bob, ann])
    yield lambda: ann.withdraw("5")
    yield lambda: ann.blance
    yield lambda: [ann, bob][2].owner
    yield lambda: {"a": {"b": 1}}["a"]["c"]["d"]
    yield lambda: (ann / 0) + (bob / 2)
    yield lambda: ann + bob
    yield lambda: int("12" + "x") * 3
    yield lambda: max(
        [1, 2, 3],
        key=lambda n: n / 0)
    yield lambda: print(f"{ann.owner!r:>10} {undefined_thing}")
    yield lambda: sorted([ann, bob])
    yield lambda: ann(1)
    yield lambda: next(iter(()))
    yield lambda: "abc".join(1, 2)


for attempt in attempts():
    try:
        attempt()
    except Exception:
        print(traceback.format_exc())


def first():
    second()


def second():
    try:
        third()
    except LookupError as error:
        raise RuntimeError("second failed") from error


def third():
    values = [1, 2]
    return values[0] + values[1] + values[5]


first()
