# An item's repr changes the set that is being shown.
class Item:
    def __repr__(self):
        items.clear()
        return "Item"


items = {Item(), Item()}
print(items)
print(items)
