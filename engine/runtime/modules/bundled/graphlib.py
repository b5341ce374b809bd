# An order in which each comes after what it depends on (Lib/graphlib.py's documentation).
from types import GenericAlias

__all__ = ['TopologicalSorter', 'CycleError']


class CycleError(ValueError):
    """There is no such order; the second argument is a ring of nodes, each a predecessor of the next."""


class _Node:
    __slots__ = ('value', 'waits_for', 'followers', 'state')

    def __init__(self, value):
        self.value = value
        self.waits_for = 0  # predecessors that are not done
        self.followers = []
        self.state = 'waiting'  # then 'ready' (given out), then 'done'


class TopologicalSorter:
    __class_getitem__ = classmethod(GenericAlias)

    def __init__(self, graph=None):
        self._nodes = {}
        self._ready = None  # a list once prepared
        self._given = self._finished = 0
        if graph is not None:
            for node, predecessors in graph.items():
                self.add(node, *predecessors)

    def _node(self, value):
        node = self._nodes.get(value)
        if node is None:
            node = self._nodes[value] = _Node(value)
        return node

    def add(self, node, *predecessors):
        if self._ready is not None:
            raise ValueError('Nodes cannot be added after a call to prepare()')
        self._node(node).waits_for += len(predecessors)
        for each in predecessors:
            self._node(each).followers.append(node)

    def prepare(self):
        if self._ready is not None:
            raise ValueError('cannot prepare() more than once')
        self._ready = [node.value for node in self._nodes.values() if node.waits_for == 0]
        ring = self._find_ring()
        if ring:
            raise CycleError('nodes are in a cycle', ring)

    def _check_prepared(self):
        if self._ready is None:
            raise ValueError('prepare() must be called first')

    def get_ready(self):
        self._check_prepared()
        given = tuple(self._ready)
        for value in given:
            self._nodes[value].state = 'ready'
        self._ready.clear()
        self._given += len(given)
        return given

    def is_active(self):
        self._check_prepared()
        return self._finished < self._given or bool(self._ready)

    def __bool__(self):
        return self.is_active()

    def done(self, *nodes):
        self._check_prepared()
        for value in nodes:
            node = self._nodes.get(value)
            if node is None:
                raise ValueError(f'node {value!r} was not added using add()')
            if node.state != 'ready':
                what = 'not passed out (still not ready)' if node.state == 'waiting' else 'already marked done'
                raise ValueError(f'node {value!r} was {what}')
            node.state = 'done'
            self._finished += 1
            for follower in map(self._nodes.__getitem__, node.followers):
                follower.waits_for -= 1
                if follower.waits_for == 0:
                    self._ready.append(follower.value)

    def _find_ring(self):
        # Depth first along followers, without recursion: `path` leads from where it began to where it stands.
        explored = set()
        for start in self._nodes:
            if start in explored:
                continue
            path, place, ways = [start], {start: 0}, [iter(self._nodes[start].followers)]
            explored.add(start)
            while path:
                following = next(ways[-1], path)
                if following is path:
                    ways.pop()
                    del place[path.pop()]
                elif following in place:
                    return path[place[following]:] + [following]
                elif following not in explored:
                    explored.add(following)
                    place[following] = len(path)
                    path.append(following)
                    ways.append(iter(self._nodes[following].followers))
        return None

    def static_order(self):
        self.prepare()
        while self.is_active():
            nodes = self.get_ready()
            yield from nodes
            self.done(*nodes)
