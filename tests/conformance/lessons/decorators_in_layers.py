"""In which order stacked decorators are made, applied and run."""


def layer(name):
    print(f"make {name}")

    def decorate(function):
        print(f"apply {name} to {function.__name__}")

        def wrapper(*args):
            print(f"{name} in")
            try:
                return f"<{name}>{function(*args)}</{name}>"
            finally:
                print(f"{name} out")
        wrapper.__name__ = f"{name}({function.__name__})"
        return wrapper
    return decorate


@layer("b")
@layer("i")
def text(words):
    print("text runs")
    return words


print(text.__name__)
print(text("hello"))
by_hand = layer("u")(text)
print(by_hand.__name__, by_hand("again"))


class Page:
    @staticmethod
    @layer("p")
    def plain(words):
        return words

    @classmethod
    @layer("h1")
    def title(cls):
        return cls.__name__

    @property
    @layer("em")
    def mood(self):
        return "fine"


print(Page.plain("x"), Page.title(), Page().mood, sep="\n")
print(type(Page.__dict__["plain"]).__name__, Page.__dict__["plain"].__func__.__name__)
