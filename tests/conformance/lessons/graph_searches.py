"""Breadth-first, depth-first, Dijkstra and topological sorting on dictionaries."""
import heapq
from collections import deque

GRAPH = {"A": {"B": 4, "C": 1}, "B": {"D": 1}, "C": {"B": 2, "D": 5}, "D": {"E": 3}, "E": {}, "F": {"A": 1}}


def breadth_first(start):
    seen, queue = {start}, deque([start])
    while queue:
        yield (node := queue.popleft())
        for neighbour in GRAPH[node]:
            if neighbour not in seen:
                seen.add(neighbour)
                queue.append(neighbour)


def depth_first(node, seen=None):
    seen = seen if seen is not None else set()
    seen.add(node)
    yield node
    for neighbour in GRAPH[node].keys() - seen if False else [n for n in GRAPH[node] if n not in seen]:
        if neighbour not in seen:
            yield from depth_first(neighbour, seen)


def dijkstra(start, goal):
    distances, previous, heap = {start: 0}, {}, [(0, start)]
    while heap:
        distance, node = heapq.heappop(heap)
        if node == goal:
            break
        if distance > distances[node]:
            continue
        for neighbour, weight in GRAPH[node].items():
            if (new := distance + weight) < distances.get(neighbour, float("inf")):
                distances[neighbour], previous[neighbour] = new, node
                heapq.heappush(heap, (new, neighbour))
    else:
        return None
    path = [goal]
    while path[-1] != start:
        path.append(previous[path[-1]])
    return distances[goal], path[::-1]


def topological(graph):
    waiting = {n: 0 for n in graph}
    for targets in graph.values():
        for target in targets:
            waiting[target] += 1
    ready = sorted(n for n, count in waiting.items() if not count)
    while ready:
        yield (node := ready.pop(0))
        for target in graph[node]:
            waiting[target] -= 1
            if not waiting[target]:
                ready.append(target)
    if any(waiting.values()):
        raise ValueError(f"cycle among {[n for n, c in waiting.items() if c]}")


def paths(start, goal, so_far=()):
    so_far += (start,)
    if start == goal:
        return [so_far]
    return [p for n in GRAPH[start] if n not in so_far for p in paths(n, goal, so_far)]


print(list(breadth_first("A")), list(depth_first("A")), dijkstra("A", "E"), dijkstra("E", "A"), list(topological(GRAPH)), paths("A", "D"), sep="\n")
try:
    list(topological({"x": ["y"], "y": ["x"], "z": []}))
except ValueError as error:
    print(error)
