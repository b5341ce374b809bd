import bisect
import heapq
import random


def attempt(function, *args, **keywords):
    try:
        print(repr(function(*args, **keywords)))
    except Exception as error:
        print(type(error).__name__, error)


class Job:
    def __init__(self, priority, name):
        self.priority, self.name = priority, name

    def __lt__(self, other):
        return self.priority < other.priority

    def __repr__(self):
        return self.name


heap = []
for number in [5, 2, 8, 1, 9, 3, 7, 2]:
    heapq.heappush(heap, number)
print(heap, [heapq.heappop(heap) for _ in range(len(heap))], heap)
numbers = [random.randrange(100) for _ in range(40)]
heapq.heapify(numbers)
print(numbers)
print(heapq.heapreplace(numbers, 50), heapq.heappushpop(numbers, -1), heapq.heappushpop(numbers, 99), numbers)
jobs = [Job(3, 'c'), Job(1, 'a'), Job(2, 'b'), Job(1, 'a2')]
heapq.heapify(jobs)
print(jobs, heapq.heappop(jobs), jobs)
print(list(heapq.merge([1, 4, 7], [2, 4, 8], [0, 9])), list(heapq.merge('fca', 'eb', reverse=True)))
print(list(heapq.merge(['bb', 'aaaa'], ['c', 'ddd'], key=len)), list(heapq.merge()))
print(heapq.nlargest(3, numbers), heapq.nsmallest(3, numbers), heapq.nlargest(2, ['a', 'ccc', 'bb'], key=len), heapq.nsmallest(0, [1]))
tasks = []
for count, (priority, name) in enumerate([(2, 'x'), (1, 'y'), (2, 'z')]):
    heapq.heappush(tasks, (priority, count, name))
print([heapq.heappop(tasks)[2] for _ in range(3)])
attempt(heapq.heappop, [])
attempt(heapq.heapreplace, [], 1)
attempt(heapq.heappush, (1, 2), 3)
attempt(heapq.heapify, 'abc')
attempt(heapq.heapify, [1, 'a'])
attempt(heapq.heappush, [(1, {})], (1, {}))
data = [1, 3, 3, 5, 7]
print(bisect.bisect(data, 3), bisect.bisect_left(data, 3), bisect.bisect_right(data, 8), bisect.bisect_left(data, 0))
print(bisect.bisect_left(data, 5, 1, 3), bisect.bisect_left(['a', 'BB', 'ccc'], 2, key=len), bisect.bisect(data, 3, hi=2))
bisect.insort(data, 4)
bisect.insort_left(data, 3.0)
bisect.insort(data, 0)
print(data, [('FDCBA')[bisect.bisect([60, 70, 80, 90], score)] for score in [33, 99, 77, 70, 89, 90, 100]])
words = ['a', 'bb', 'dddd']
bisect.insort(words, 'ccc', key=len)
print(words)
attempt(bisect.bisect, [1, 2], 'x')
attempt(bisect.bisect, [1, 2], 1, -1)
attempt(bisect.bisect, 5, 1)
