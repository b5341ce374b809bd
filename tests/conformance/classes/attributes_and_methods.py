"""Class attributes are shared, instance attributes are not."""


class Dog:
    count = 0
    tricks = []

    def __init__(self, name):
        self.name = name
        Dog.count += 1

    def learn(self, trick):
        self.tricks.append(trick)
        return self

a, b = Dog("Rex"), Dog("Fido")
a.learn("sit").learn("roll")
print(Dog.count, b.tricks, a.__dict__)
a.count = 99
print(a.count, b.count, Dog.count)
del a.count
print(a.count, hasattr(a, "age"), getattr(a, "age", "unknown"))
bound = a.learn
print(bound("jump") is a, Dog.learn(b, "spin") is b, b.tricks)
try:
    a.age
except AttributeError as error:
    print(error)
