# A finalizer may bring its object back, with all that it leads to; it runs once.
import gc
import weakref

saved = []


class Phoenix:
    def __init__(self, name):
        self.name, self.me = name, self

    def __del__(self):
        print('del', self.name)
        saved.append(self)


class Plain:
    pass


bird = Phoenix('bird')
bird.friend = Plain()
bird.friend.bird = bird
watching = weakref.ref(bird.friend)
del bird
print(gc.collect(), watching())
print(saved[0].name, saved[0].friend.bird is saved[0])
saved.clear()
print(gc.collect())


class Breaker:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print('begins', self.name)
        self.__dict__.clear()
        print('ends')


one, other = Breaker('one'), Breaker('other')
one.other, other.other = other, one
del one, other
print(gc.collect())
