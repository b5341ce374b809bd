"""A text that is added on to in a loop changes under no other name."""


def grown():
    text = "é" if False else ""
    seen = []
    for n in range(300):
        text += f"{n}; "
        if n % 60 == 0:
            seen.append(text)
    return text, seen


def inner_keeps():
    text = "-" * 600
    keep = lambda: text
    other = text
    text += "a"
    text = text + "b" * 3
    return len(other), other[-1], keep()[-4:]


def doubled():
    text = "ab" * 300
    text += text
    text = text + text
    keys = {text: 1}
    text += "!"
    return len(text), len(next(iter(keys))), text in keys


def wide():
    text = "x" * 700
    text += "ü"
    character = text[700]
    text += "€" * 70
    return character, text[-1], len(text), len(text.encode())


def fails():
    text = "y" * 700
    try:
        text += 5
    except TypeError as error:
        return str(error), len(text)


text, seen = grown()
print(len(text), [len(each) for each in seen], hash(text) == hash(str(text)))
print(inner_keeps(), doubled(), wide(), fails())
constant = "c" * 600
constant += "d"
print(constant[-2:], len("c" * 600))
