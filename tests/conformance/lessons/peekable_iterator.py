"""An iterator that can look ahead, and a small reader of nested lists built on it."""


class Peekable:
    _nothing = object()

    def __init__(self, iterable):
        self._items, self._ahead = iter(iterable), []

    def __iter__(self):
        return self

    def __next__(self):
        return self._ahead.pop() if self._ahead else next(self._items)

    def peek(self, default=_nothing):
        try:
            item = next(self)
        except StopIteration:
            if default is self._nothing:
                raise
            return default
        self._ahead.append(item)
        return item

    def push(self, item):
        self._ahead.append(item)

    def __bool__(self):
        end = object()
        return self.peek(end) is not end


def tokens(text):
    word = ""
    for letter in text + " ":
        if letter in "() ":
            if word:
                yield int(word) if word.lstrip("-").isdigit() else word
            word = ""
            if letter != " ":
                yield letter
        else:
            word += letter


def read(stream):
    match next(stream):
        case "(":
            items = []
            while stream.peek(")") != ")":
                items.append(read(stream))
            if not stream:
                raise SyntaxError("missing )")
            next(stream)
            return items
        case ")":
            raise SyntaxError("unexpected )")
        case atom:
            return atom


for text in ("(add 1 (mul 2 3))", "((a) () -7)", "lonely", "(open (here)", ")"):
    try:
        print(f"{text:20} {read(Peekable(tokens(text)))}")
    except SyntaxError as error:
        print(f"{text:20} {error}")
numbers = Peekable(range(3))
print(numbers.peek(), next(numbers), bool(numbers), list(numbers), bool(numbers), numbers.peek("dry"))
numbers.push("again")
print([*numbers])
try:
    numbers.peek()
except StopIteration as stop:
    print("nothing ahead", stop.args)
