class count:
    def __init__(self, start=0, step=1):
        if not (hasattr(start, '__index__') or hasattr(start, '__float__')) or \
                not (hasattr(step, '__index__') or hasattr(step, '__float__')):
            raise TypeError('a number is required')
        self._next, self._step = start, step

    def __iter__(self):
        return self

    def __next__(self):
        value = self._next
        self._next = value + self._step
        return value

    def __repr__(self):
        if self._step == 1:
            return f'count({self._next!r})'
        return f'count({self._next!r}, {self._step!r})'


def cycle(iterable):
    kept = []
    for item in iterable:
        yield item
        kept.append(item)
    while kept:
        for item in kept:
            yield item


class repeat:
    def __init__(self, object, times=None):
        self._object = object
        self._left = None if times is None else max(times, 0)

    def __iter__(self):
        return self

    def __next__(self):
        if self._left is not None:
            if self._left == 0:
                raise StopIteration
            self._left -= 1
        return self._object

    def __length_hint__(self):
        if self._left is None:
            raise TypeError('len() of unsized object')
        return self._left

    def __repr__(self):
        if self._left is None:
            return f'repeat({self._object!r})'
        return f'repeat({self._object!r}, {self._left})'


class chain:
    def __init__(self, *iterables):
        self._sources = iter(iterables)
        self._current = iter(())

    @classmethod
    def from_iterable(cls, iterable):
        made = cls()
        made._sources = iter(iterable)
        return made

    def __iter__(self):
        return self

    def __next__(self):
        while True:
            for item in self._current:
                return item
            self._current = iter(next(self._sources))


def accumulate(iterable, func=None, *, initial=None):
    iterator = iter(iterable)
    total = initial
    if initial is None:
        for total in iterator:
            break
        else:
            return
    yield total
    for item in iterator:
        total = total + item if func is None else func(total, item)
        yield total


def compress(data, selectors):
    return (item for item, chosen in zip(data, selectors) if chosen)


def dropwhile(predicate, iterable):
    iterator = iter(iterable)
    for item in iterator:
        if not predicate(item):
            yield item
            break
    for item in iterator:
        yield item


def takewhile(predicate, iterable):
    for item in iterable:
        if not predicate(item):
            return
        yield item


def filterfalse(predicate, iterable):
    for item in iterable:
        if not (item if predicate is None else predicate(item)):
            yield item


def starmap(function, iterable):
    for args in iterable:
        yield function(*args)


def _bound(value, name):
    if value is not None and (not hasattr(value, '__index__') or value < 0):
        raise ValueError(f'{name} for islice() must be None or an integer: 0 <= x <= sys.maxsize.')


def islice(iterable, *bounds):
    if not 1 <= len(bounds) <= 3:
        raise TypeError(f'islice expected at {"least 2" if not bounds else "most 4"} arguments, got {len(bounds) + 1}')
    chosen = slice(*bounds)
    if len(bounds) == 1:
        if chosen.stop is not None and (not hasattr(chosen.stop, '__index__') or chosen.stop < 0):
            raise ValueError('Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.')
    else:
        _bound(chosen.start, 'Indices')
        _bound(chosen.stop, 'Indices')
    if chosen.step is not None and (not hasattr(chosen.step, '__index__') or chosen.step < 1):
        raise ValueError('Step for islice() must be a positive integer or None.')
    return _islice(iter(iterable), chosen.start or 0, chosen.stop, chosen.step or 1)


def _islice(iterator, start, stop, step):
    wanted = start
    at = 0
    if stop is not None and stop <= start:
        for _ in range(stop):
            for _ in iterator:
                break
        return
    for item in iterator:
        if at == wanted:
            yield item
            wanted += step
        at += 1
        if stop is not None and (wanted >= stop or at >= stop):
            while at < stop:
                for _ in iterator:
                    break
                else:
                    return
                at += 1
            return


def pairwise(iterable):
    iterator = iter(iterable)
    for before in iterator:
        break
    else:
        return
    for item in iterator:
        yield before, item
        before = item


def tee(iterable, n=2):
    if n < 0:
        raise ValueError('n must be >= 0')
    iterator = iter(iterable)
    waiting = [[] for _ in range(n)]

    def one(mine):
        while True:
            if not mine:
                try:
                    item = next(iterator)
                except StopIteration:
                    return
                for each in waiting:
                    each.append(item)
            yield mine.pop(0)
    return tuple([one(mine) for mine in waiting])


def zip_longest(*iterables, fillvalue=None):
    iterators = [iter(each) for each in iterables]
    living = len(iterators)
    ended = [False] * living
    while living:
        row = []
        for at, iterator in enumerate(iterators):
            value = fillvalue
            if not ended[at]:
                for value in iterator:
                    break
                else:
                    ended[at] = True
                    living -= 1
                    if not living:
                        return
                    value = fillvalue
            row.append(value)
        yield tuple(row)


def product(*iterables, repeat=1):
    return _product([tuple(each) for each in iterables] * repeat)


def _product(pools):
    if not all(pools):
        return
    places = [0] * len(pools)
    while True:
        yield tuple([pool[place] for pool, place in zip(pools, places)])
        at = len(pools) - 1
        while at >= 0:
            places[at] += 1
            if places[at] < len(pools[at]):
                break
            places[at] = 0
            at -= 1
        if at < 0:
            return


def permutations(iterable, r=None):
    pool = tuple(iterable)
    r = len(pool) if r is None else r
    if not isinstance(r, int):
        raise TypeError('Expected int as r')
    if r < 0:
        raise ValueError('r must be non-negative')
    return _permutations(pool, r)


def _permutations(pool, r):
    if r > len(pool):
        return
    chosen = []
    used = [False] * len(pool)

    def extend():
        if len(chosen) == r:
            yield tuple([pool[at] for at in chosen])
            return
        for at in range(len(pool)):
            if not used[at]:
                used[at] = True
                chosen.append(at)
                yield from extend()
                chosen.pop()
                used[at] = False
    yield from extend()


def combinations(iterable, r):
    if r < 0:
        raise ValueError('r must be non-negative')
    return _combinations(tuple(iterable), r, 1)


def combinations_with_replacement(iterable, r):
    if r < 0:
        raise ValueError('r must be non-negative')
    return _combinations(tuple(iterable), r, 0)


def _combinations(pool, r, apart):
    chosen = []

    def extend(start):
        if len(chosen) == r:
            yield tuple([pool[at] for at in chosen])
            return
        for at in range(start, len(pool)):
            chosen.append(at)
            yield from extend(at + apart)
            chosen.pop()
    yield from extend(0)


class groupby:
    def __init__(self, iterable, key=None):
        self._iterator = iter(iterable)
        self._key = key
        self._group = None
        self._pending = False

    def __iter__(self):
        return self

    def _step(self):
        self._item = next(self._iterator)
        self._current = self._item if self._key is None else self._key(self._item)
        self._pending = True

    def __next__(self):
        if self._group is None:
            self._step()
        else:
            while not self._pending or self._current == self._group[0]:
                self._step()
        self._group = group = [self._current]
        return group[0], self._items(group)

    def _items(self, group):
        while self._group is group:
            if not self._pending:
                try:
                    self._step()
                except StopIteration:
                    return
            if not self._current == group[0]:
                return
            self._pending = False
            yield self._item
