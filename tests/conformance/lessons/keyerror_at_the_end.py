"""A program that fails in the end: the last lines go to standard error, the status is 1."""
import sys


class Recipes:
    def __init__(self, **recipes):
        self._recipes = recipes

    def __getitem__(self, name):
        try:
            return self._recipes[name]
        except KeyError as error:
            error.add_note(f"known recipes: {', '.join(sorted(self._recipes))}")
            raise

    def __missing__(self, name):
        return "never called: this is no dict"


class Polite(dict):
    def __missing__(self, name):
        return f"(no {name}, sorry)"


def shopping(recipes, *names):
    needed = {}
    for name in names:
        for part in recipes[name].split():
            needed[part] = needed.get(part, 0) + 1
    return needed


recipes = Recipes(bread="flour water salt", soup="water onion salt")
print(shopping(recipes, "bread", "soup"))
print(Polite(a="b")["z"], Polite().get("z"), "z" in Polite())
print("about to fail", file=sys.stderr)
try:
    shopping(recipes, "tart")
except KeyError as error:
    print(error.__notes__, error.args)
try:
    print("leaving through finally")
    shopping(recipes, "bread", "cake")
finally:
    print("cleaned up")
print("not reached")
