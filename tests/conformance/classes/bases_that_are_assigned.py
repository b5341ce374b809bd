"""C.__bases__ = (...): the class and those below it inherit anew, or nothing changes."""


class Cat:
    def speak(self):
        return "meow"


class Dog:
    def speak(self):
        return "woof"

    def __len__(self):
        return 3


class Pet(Cat):
    pass


class Puppy(Pet):
    pass


puppy = Puppy()
print(puppy.speak(), [each.__name__ for each in Puppy.__mro__])
Pet.__bases__ = (Dog,)
print(puppy.speak(), len(puppy), [each.__name__ for each in Puppy.__mro__], Pet.__base__)
print(Cat.__subclasses__(), Dog.__subclasses__(), isinstance(puppy, Cat))
Pet.__bases__ = (Cat, Dog)
print(puppy.speak(), isinstance(puppy, Dog), issubclass(Puppy, Cat))


class Other(Cat):
    pass


class Both(Other, Pet):
    pass


for bases in ((), [Cat], (5,), (Puppy,), (int,), (Cat, Cat), (Other, Dog)):
    try:
        Pet.__bases__ = bases
    except TypeError as error:
        print(error)
    print([each.__name__ for each in Both.__mro__])
for change in (lambda: delattr(Pet, "__bases__"), lambda: setattr(int, "__bases__", (Cat,)),
               lambda: setattr(Cat, "__bases__", (Dog,))):
    try:
        change()
    except TypeError as error:
        print(error)
