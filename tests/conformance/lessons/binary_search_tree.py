"""A search tree that inserts, finds, removes, and walks itself by generators."""


class Tree:
    def __init__(self, items=()):
        self.root, self.size = None, 0
        for item in items:
            self.add(item)

    class Node:
        __slots__ = "key", "left", "right"

        def __init__(self, key):
            self.key, self.left, self.right = key, None, None

        def __iter__(self):
            if self.left:
                yield from self.left
            yield self.key
            if self.right:
                yield from self.right

        def depth(self):
            return 1 + max((child.depth() for child in (self.left, self.right) if child), default=0)

    def _find(self, key):
        """The parent and the node; either may be None."""
        parent, node = None, self.root
        while node and node.key != key:
            parent, node = node, node.left if key < node.key else node.right
        return parent, node

    def add(self, key):
        parent, node = self._find(key)
        if node:
            return False
        fresh = Tree.Node(key)
        if parent is None:
            self.root = fresh
        elif key < parent.key:
            parent.left = fresh
        else:
            parent.right = fresh
        self.size += 1
        return True

    def discard(self, key):
        parent, node = self._find(key)
        if node is None:
            raise KeyError(key)
        if node.left and node.right:
            parent, heir = node, node.right
            while heir.left:
                parent, heir = heir, heir.left
            node.key, node = heir.key, heir
        child = node.left or node.right
        if parent is None:
            self.root = child
        else:
            setattr(parent, "left" if parent.left is node else "right", child)
        self.size -= 1

    def __contains__(self, key):
        return self._find(key)[1] is not None

    def __iter__(self):
        return iter(self.root or ())

    def __len__(self):
        return self.size


tree = Tree([50, 30, 70, 20, 40, 60, 80, 30])
print(list(tree), len(tree), tree.root.depth(), 40 in tree, 45 in tree)
for victim in (20, 30, 50):
    tree.discard(victim)
    print(victim, [*tree], tree.root.key, tree.root.depth())
try:
    tree.discard(1)
except KeyError as error:
    print("no", error)
print(max(tree), sum(tree), sorted(Tree("banana")), next(iter(Tree()), "empty"), Tree.Node.__qualname__)
