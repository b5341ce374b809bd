"""len, index, contains, iteration and truth of own containers."""


class Deck:
    def __init__(self, cards):
        self.cards = list(cards)

    def __len__(self):
        return len(self.cards)

    def __getitem__(self, key):
        print("get", key)
        return self.cards[key]

    def __setitem__(self, key, value):
        self.cards[key] = value

    def __delitem__(self, key):
        del self.cards[key]

deck = Deck("ABC")
print(len(deck), deck[0], deck[-1], deck[0:2], bool(deck), bool(Deck("")))
deck[0] = "X"
del deck[1]
print("C" in deck, "Q" in deck, list(deck))
