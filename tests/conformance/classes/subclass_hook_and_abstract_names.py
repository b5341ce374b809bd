"""__subclasshook__ decides what counts as a subclass; __abstractmethods__ names what is missing."""
from abc import ABC, abstractmethod


class Closes(ABC):
    @abstractmethod
    def close(self):
        return "closed by the base"

    @classmethod
    def __subclasshook__(cls, other):
        if cls is Closes:
            return any("close" in vars(each) for each in other.__mro__)
        return NotImplemented


class Door:
    def close(self):
        return "bang"


class Window(Closes):
    def close(self):
        return super().close()


class Half(Closes):
    pass


print(isinstance(Door(), Closes), issubclass(int, Closes), isinstance(Door(), Window), Window().close())
print(Closes.__abstractmethods__, Half.__abstractmethods__, Window.__abstractmethods__)
try:
    Half()
except TypeError as error:
    print(error)
