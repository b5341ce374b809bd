# /// coroscope
# title = "Benchmark: method calls"
# [cost]
# instruction = 0
# ///
"""Method calls that update attributes and a dict."""

SIZE = 1  # times 20,000 calls


class Account:
    def __init__(self, owner):
        self.owner = owner
        self.balance = 0
        self.entries = {}

    def deposit(self, amount):
        self.balance += amount
        self.note("in", amount)

    def note(self, kind, amount):
        self.entries[kind] = self.entries.get(kind, 0) + amount


def work(accounts):
    for turn in range(1_000):
        for account in accounts:
            account.deposit(turn)


for _ in range(SIZE):
    work([Account(number) for number in range(10)])
