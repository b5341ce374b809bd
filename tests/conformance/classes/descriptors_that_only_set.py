# A descriptor without __get__ does not come before what the instance itself has.
class Quantity:
    def __set_name__(self, owner, name):
        self.name = name

    def __set__(self, instance, value):
        instance.__dict__[self.name] = value * 2


class Kept:
    def __delete__(self, instance):
        print('kept')


class Meta(type):
    unit = Quantity()


class Item(metaclass=Meta):
    weight = Quantity()
    label = Kept()
    unit = 'kg'

    def __init__(self, weight):
        self.weight = weight


items = [Item(1), Item(2)]
print([item.weight for item in items for _ in range(3)], [item.__dict__ for item in items])
del items[0].label
print(type(items[0].label).__name__, type(Item.weight).__name__, Item.unit)
vars(items[0])['label'] = 'seen'
print(items[0].label, getattr(items[0], 'label'), type(items[1].label).__name__)
Quantity.__get__ = lambda self, instance, owner: 'now read'
print(items[0].weight, [item.weight for item in items])
