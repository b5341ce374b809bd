"""A dispatcher reads commands as text, parses them with match and answers."""


class Bank:
    def __init__(self): self.accounts = {}

    def execute(self, line):
        match line.split():
            case []:
                return "say something"
            case ["open", name] if name in self.accounts:
                raise KeyError(name)
            case ["open", name]:
                self.accounts[name] = 0
                return f"{name} opened"
            case ["deposit" | "withdraw" as verb, name, amount]:
                change = float(amount) * (1 if verb == "deposit" else -1)
                if self.accounts[name] + change < 0:
                    raise ValueError(f"insufficient funds: {self.accounts[name]:.2f}")
                self.accounts[name] += change
                return f"{name} has {self.accounts[name]:.2f}"
            case ["transfer", source, ("to" | "->"), target, amount]:
                self.execute(f"withdraw {source} {amount}")
                return self.execute(f"deposit {target} {amount}")
            case ["show", *names]:
                return {n: self.accounts[n] for n in names or sorted(self.accounts)}
            case [command, *_]:
                raise NotImplementedError(f"unknown command {command!r}")


bank = Bank()
SCRIPT = """open ann
open bob
deposit ann 100.5
withdraw bob 1
transfer ann to bob 50
transfer ann -> bob lots

show
show bob
open ann
deposit cyd 5
fly me to the moon"""
for number, line in enumerate(SCRIPT.split("\n"), 1):
    try:
        print(f"{number:>2}> {line:<26}", bank.execute(line))
    except (KeyError, ValueError) as error:
        print(type(error).__name__, error)
    except NotImplementedError as error:
        print("sorry:", error)
