"""A game where both players are generators, and a referee passes what they say."""
import random


def thinker(low, high):
    secret = random.randint(low, high)
    guess = yield f"I think of a number from {low} to {high}"
    tries = 1
    while guess != secret:
        guess = yield "higher" if guess < secret else "lower"
        tries += 1
    return tries


def halver(low, high):
    while True:
        middle = (low + high) // 2
        match (yield middle):
            case "higher":
                low = middle + 1
            case "lower":
                high = middle - 1


def stepper(low, high):
    for guess in range(low, high + 1, 7):
        if (yield guess) == "lower":
            break
    while True:
        guess -= 1
        yield guess


def play(player, low=1, high=50):
    asks, answers = thinker(low, high), player(low, high)
    said, guesses = next(asks), [next(answers)]
    try:
        while True:
            said = asks.send(guesses[-1])
            guesses.append(answers.send(said))
    except StopIteration as stop:
        answers.close()
        return stop.value, guesses


for seed in (1, 2, 3):
    for player in (halver, stepper):
        random.seed(seed)
        tries, guesses = play(player)
        print(f"{player.__name__:<8} {tries:>2} tries {guesses}")
