"""Template methods: a base class that says when, and subclasses that say what."""
from abc import ABC, abstractmethod


class Meal(ABC):
    drinks = ("water",)

    def serve(self):
        yield f"{type(self).__name__.lower()} for {self.guests()}"
        yield from (f"- {course}" for course in self.courses())
        yield "drinks: " + ", ".join(sorted({drink for cls in type(self).__mro__ for drink in vars(cls).get("drinks", ())}))
        if (extra := self.after()):
            yield extra

    @abstractmethod
    def courses(self):
        """What is eaten, in order."""

    def guests(self):
        return 1

    def after(self):
        return None


class Lunch(Meal):
    drinks = ("juice",)

    def courses(self):
        return ["soup", "bread"]


class Dinner(Lunch):
    drinks = ("wine", "tea")

    def courses(self):
        first, *_ = super().courses()
        return [first, "fish", "cake"]

    def guests(self):
        return super().guests() * 4

    def after(self):
        return "music"


for meal in (Lunch(), Dinner()):
    print(*meal.serve(), sep="\n")
for wrong in (Meal, type("Snack", (Meal,), {"guests": lambda self: 2})):
    try:
        wrong()
    except TypeError as error:
        print(error)
