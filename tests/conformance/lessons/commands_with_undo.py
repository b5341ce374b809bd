"""An editor with undo and redo: each change is an object that knows its opposite."""
from abc import ABC, abstractmethod


class Command(ABC):
    @abstractmethod
    def do(self, text):
        ...

    @abstractmethod
    def undo(self, text):
        ...


class Insert(Command):
    def __init__(self, at, words):
        self.at, self.words = at, words

    def do(self, text):
        return text[:self.at] + self.words + text[self.at:]

    def undo(self, text):
        return text[:self.at] + text[self.at + len(self.words):]


class Delete(Command):
    def __init__(self, start, stop):
        self.where = slice(start, stop)

    def do(self, text):
        self.removed = text[self.where]
        return text[:self.where.start] + text[self.where.stop:]

    def undo(self, text):
        return text[:self.where.start] + self.removed + text[self.where.start:]


class Upper(Command):
    def do(self, text):
        self.before = text
        return text.upper()

    def undo(self, text):
        return self.before


class Editor:
    def __init__(self):
        self.text, self._done, self._undone = "", [], []

    def run(self, command):
        self.text = command.do(self.text)
        self._done.append(command)
        self._undone.clear()
        return self

    def undo(self):
        if self._done:
            self._undone.append(command := self._done.pop())
            self.text = command.undo(self.text)
        return self

    def redo(self):
        if self._undone:
            self._done.append(command := self._undone.pop())
            self.text = command.do(self.text)
        return self


editor = Editor().run(Insert(0, "hello world")).run(Insert(5, ", dear")).run(Delete(0, 1)).run(Insert(0, "J")).run(Upper())
print(editor.text)
for step in "undo undo undo undo redo redo undo redo redo redo".split():
    print(f"{step}: {getattr(editor, step)().text!r}")
print(editor.undo().run(Insert(0, "> ")).redo().text)
try:
    Command()
except TypeError as error:
    print(error)
