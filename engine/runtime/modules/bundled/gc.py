# Objects go as soon as nothing refers to them; those of a cycle when collect() is called, or the run ends.
# Nothing is collected in between, and every collection looks through all generations.

from _gc import make_collect as _make_collect

callbacks = []
garbage = []
DEBUG_STATS, DEBUG_COLLECTABLE, DEBUG_UNCOLLECTABLE, DEBUG_SAVEALL, DEBUG_LEAK = 1, 2, 4, 32, 38

_enabled = True
_thresholds = (700, 10, 10)
_collections = [0, 0, 0]
_collected = [0, 0, 0]


def enable():
    global _enabled
    _enabled = True


def disable():
    global _enabled
    _enabled = False


def isenabled():
    return _enabled


def _begin(generation):
    if not 0 <= generation <= 2:
        raise ValueError('invalid generation')
    _tell('start', generation, 0)


def _end(generation, found):
    _collections[generation] += 1
    _collected[generation] += found
    _tell('stop', generation, found)


collect = _make_collect(_begin, _end)


def _tell(phase, generation, collected):
    for callback in callbacks:
        callback(phase, {'generation': generation, 'collected': collected, 'uncollectable': 0})


def get_count():
    return (0, 0, 0)


def get_threshold():
    return _thresholds


def set_threshold(threshold0, threshold1=_thresholds[1], threshold2=_thresholds[2], /):
    global _thresholds
    _thresholds = (threshold0, threshold1, threshold2)


def get_stats():
    return [
        {'collections': count, 'collected': found, 'uncollectable': 0}
        for count, found in zip(_collections, _collected)
    ]


def get_debug():
    return 0


def freeze():
    pass


def unfreeze():
    pass


def get_freeze_count():
    return 0
