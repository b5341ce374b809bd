"""Dijkstra's algorithm with heapq over a map of roads."""
import heapq
from collections import defaultdict
from math import inf

ROADS = """
Alby-Berg 7, Alby-Cove 9, Alby-Ford 14, Berg-Cove 10, Berg-Dale 15,
Cove-Dale 11, Cove-Ford 2, Dale-Eden 6, Eden-Ford 9, Gate-Hill 1
"""


def parse(text):
    roads = defaultdict(dict)
    for part in text.replace("\n", " ").split(","):
        names, cost = part.split()
        a, b = names.split("-")
        roads[a][b] = roads[b][a] = int(cost)
    return dict(roads)


def cheapest(roads, start):
    costs, before = {start: 0}, {}
    heap, settled = [(0, start)], []
    while heap:
        cost, place = heapq.heappop(heap)
        if place in settled:
            continue
        settled.append(place)
        for after, road in roads[place].items():
            if cost + road < costs.get(after, inf):
                costs[after], before[after] = cost + road, place
                heapq.heappush(heap, (cost + road, after))
    return costs, before, settled


def route(before, end):
    yield end
    while end in before:
        end = before[end]
        yield end


roads = parse(ROADS)
costs, before, settled = cheapest(roads, "Alby")
print(settled)
for place in sorted(roads):
    if place in costs:
        print(f"{place}: {costs[place]:>3} by {' > '.join([*route(before, place)][::-1])}")
    else:
        print(f"{place}: no road, {costs.get(place, inf)}")
print(heapq.nsmallest(2, costs, key=costs.get), heapq.nlargest(2, costs.items(), key=lambda pair: pair[1]))
heap = [5, 2, 8, 1]
heapq.heapify(heap)
print(heap, heapq.heappushpop(heap, 0), heapq.heapreplace(heap, 9), heap)
