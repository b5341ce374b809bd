"""A deck of cards as a sequence: shuffling, dealing, sorting, and poker hands counted."""
import random
from collections import Counter, namedtuple

Card = namedtuple("Card", "rank suit")


class Deck:
    ranks = [*"23456789", "10", *"JQKA"]
    suits = dict(zip("shdc", "♠♥♦♣"))

    def __init__(self):
        self._cards = [Card(rank, suit) for suit in self.suits for rank in self.ranks]

    def __len__(self):
        return len(self._cards)

    def __getitem__(self, position):
        return self._cards[position]

    def __setitem__(self, position, card):
        self._cards[position] = card

    def deal(self, count):
        hand, self._cards = self._cards[:count], self._cards[count:]
        return sorted(hand, key=lambda card: self.ranks.index(card.rank))


def name(hand):
    counts = sorted(Counter(card.rank for card in hand).values(), reverse=True)
    places = sorted(Deck.ranks.index(card.rank) for card in hand)
    flush = len({card.suit for card in hand}) == 1
    straight = places == list(range(places[0], places[0] + 5))
    match counts:
        case _ if flush and straight:
            return "straight flush"
        case [4, 1]:
            return "four of a kind"
        case [3, 2]:
            return "full house"
        case _ if flush or straight:
            return "flush" if flush else "straight"
        case [3, *_]:
            return "three of a kind"
        case [2, 2, 1]:
            return "two pairs"
        case [2, *_]:
            return "a pair"
        case _:
            return "nothing"


deck = Deck()
print(len(deck), deck[0], deck[-1], deck[12::13], Card("Q", "h") in deck)
print([card.rank for card in reversed(deck)][:3], random.Random(1).choice(deck))
random.seed(3)
random.shuffle(deck)
for player in ("North", "East", "South", "West"):
    hand = deck.deal(5)
    print(f"{player:<6}", " ".join(rank + Deck.suits[suit] for rank, suit in hand), "-", name(hand))
print(len(deck), "left; sample", random.sample(deck._cards, 2))
print(name([Card("9", "s"), Card("9", "h"), Card("9", "d"), Card("2", "s"), Card("2", "c")]))
print(name([Card(rank, "h") for rank in ("10", "J", "Q", "K", "A")]))
print(random.choices(["heads", "tails"], weights=[3, 1], k=6), random.randint(1, 6), round(random.gauss(0, 1), 4), round(random.random(), 6))
