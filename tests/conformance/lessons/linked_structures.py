"""A linked list, a stack, a queue of two stacks, a binary heap and a trie, written out."""


class LinkedList:
    class Node:
        __slots__ = "value", "next"
        def __init__(self, value, next=None): self.value, self.next = value, next

    def __init__(self, items=()):
        self.head, self.size = None, 0
        for item in reversed(list(items)):
            self.push(item)

    def push(self, item):
        self.head = self.Node(item, self.head)
        self.size += 1

    def pop(self):
        if self.head is None:
            raise IndexError("pop from an empty list")
        item, self.head = self.head.value, self.head.next
        self.size -= 1
        return item

    def reverse(self):
        previous, node = None, self.head
        while node:
            node.next, previous, node = previous, node, node.next
        self.head = previous
        return self

    def __iter__(self):
        node = self.head
        while node:
            yield node.value
            node = node.next

    def __len__(self): return self.size
    def __repr__(self): return " -> ".join([*map(repr, self), "None"])
    def __getitem__(self, i):
        if i < 0:
            i += self.size
        for k, item in enumerate(self):
            if k == i:
                return item
        raise IndexError(f"no item {i}")


class TwoStackQueue:
    def __init__(self): self.inbox, self.outbox = [], []
    def put(self, x): self.inbox.append(x)
    def get(self):
        if not self.outbox:
            while self.inbox:
                self.outbox.append(self.inbox.pop())
        return self.outbox.pop()


class Heap:
    def __init__(self): self.items = []
    def push(self, x):
        self.items.append(x)
        i = len(self.items) - 1
        while i and self.items[i] < self.items[(i - 1) // 2]:
            self.items[i], self.items[(i - 1) // 2] = self.items[(i - 1) // 2], self.items[i]
            i = (i - 1) // 2
    def pop(self):
        top, last = self.items[0], self.items.pop()
        if self.items:
            self.items[0], i = last, 0
            while (child := 2 * i + 1) < len(self.items):
                child += child + 1 < len(self.items) and self.items[child + 1] < self.items[child]
                if self.items[i] <= self.items[child]:
                    break
                self.items[i], self.items[child], i = self.items[child], self.items[i], child
        return top
    def __bool__(self): return bool(self.items)


class Trie:
    def __init__(self): self.root = {}
    def add(self, word):
        node = self.root
        for letter in word:
            node = node.setdefault(letter, {})
        node["$"] = word
    def starting(self, prefix):
        node = self.root
        for letter in prefix:
            if letter not in node:
                return []
            node = node[letter]
        def words(node):
            for key, child in sorted(node.items()):
                if key == "$":
                    yield child
                else:
                    yield from words(child)
        return list(words(node))


chain = LinkedList("abc")
chain.push("z")
print(chain, len(chain), chain[1], chain[-1], "b" in chain, chain.reverse(), list(zip(chain, range(2))), chain.pop(), sorted(chain))
queue = TwoStackQueue()
for n in range(3):
    queue.put(n)
print(queue.get(), queue.put(9), queue.get(), queue.get(), queue.get())
heap = Heap()
for n in (5, 3, 8, 1, 9, 2):
    heap.push(n)
print(heap.items, [heap.pop() for _ in range(6)], bool(heap))
trie = Trie()
for word in "tea ten to inn in i".split():
    trie.add(word)
print(trie.starting("te"), trie.starting("i"), trie.starting("x"), trie.root["i"])
for wrong in (lambda: LinkedList().pop(), lambda: chain[10], queue.get, heap.pop, lambda: setattr(chain.head, "extra", 1)):
    try:
        print(wrong())
    except (IndexError, AttributeError) as error:
        print(type(error).__name__, error)
