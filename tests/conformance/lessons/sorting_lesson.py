"""Sorting: stable, by key, in several passes, by hand, and what cannot be sorted."""
from operator import attrgetter, itemgetter, methodcaller
import bisect
import heapq
import random


class Student:
    def __init__(self, name, grade, age):
        self.name, self.grade, self.age = name, grade, age

    def __repr__(self):
        return f"{self.name}/{self.grade}{self.age}"

    def __lt__(self, other):
        return self.age < other.age


students = [Student("john", "A", 15), Student("jane", "B", 12), Student("dave", "B", 10), Student("ann", "A", 12)]
print(sorted(students), sorted(students, key=attrgetter("grade", "name")), sorted(students, key=lambda s: (-s.age, s.name)))
by_age = sorted(students, key=attrgetter("age"))
print(sorted(by_age, key=attrgetter("grade"), reverse=True), max(students).name, min(students, key=lambda s: s.name).name)
rows = [("b", 2), ("a", 2), ("c", 1)]
print(sorted(rows, key=itemgetter(1)), sorted(rows, key=itemgetter(1, 0)), sorted(rows, key=itemgetter(1), reverse=True), sorted("bca", reverse=True))
print(sorted(["10", "9", "2"]), sorted(["10", "9", "2"], key=int), sorted(["B", "a"], key=methodcaller("lower")), sorted({"y": 1, "x": 2}), sorted([True, False, 2, -1]), sorted([0.5, 1, -2]))


def bubble(items):
    items = items[:]
    for end in range(len(items) - 1, 0, -1):
        for i in range(end):
            if items[i] > items[i + 1]:
                items[i], items[i + 1] = items[i + 1], items[i]
    return items


def quick(items):
    if len(items) < 2:
        return items
    pivot, *rest = items
    return quick([x for x in rest if x < pivot]) + [pivot] + quick([x for x in rest if x >= pivot])


def merge_sort(items):
    if len(items) < 2:
        return items
    middle = len(items) // 2
    return list(heapq.merge(merge_sort(items[:middle]), merge_sort(items[middle:])))


random.seed(7)
numbers = random.sample(range(100), 12)
print(numbers)
assert bubble(numbers) == quick(numbers) == merge_sort(numbers) == sorted(numbers)
heap = numbers[:]
heapq.heapify(heap)
print([heapq.heappop(heap) for _ in range(3)], heapq.nlargest(3, numbers), heapq.nsmallest(2, numbers), heapq.heappushpop(heap, 0))
ordered = sorted(numbers)
bisect.insort(ordered, 50)
print(ordered, bisect.bisect(ordered, 50), bisect.bisect_left(ordered, 50), ["FDCBA"[bisect.bisect([60, 70, 80, 90], score)] for score in (33, 99, 77, 70, 89, 90, 100)])
random.shuffle(numbers)
print(numbers, numbers.sort(), numbers, list(reversed(numbers))[:2])
for wrong in (lambda: sorted([3, "a"]), lambda: sorted([None, 1]), lambda: sorted(students, key="age"), lambda: sorted([{}, {}]), lambda: max([1, "b"]), lambda: sorted([[1], (2,)]), lambda: sorted([1, 2], len), lambda: sorted(5), lambda: sorted(students, key=attrgetter("nme"))):
    try:
        print(wrong())
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, "-", error)


class Chatty(int):
    compared = 0

    def __lt__(self, other):
        Chatty.compared += 1
        return int(self) < int(other)


sorted(map(Chatty, range(100)))
print(Chatty.compared)
sorted(map(Chatty, random.sample(range(1000), 60)))
print(Chatty.compared)
