# time.get_clock_info: what the clocks are on Linux.
from types import SimpleNamespace

_IDS = {'monotonic': 'MONOTONIC', 'perf_counter': 'MONOTONIC', 'process_time': 'PROCESS_CPUTIME_ID',
        'thread_time': 'THREAD_CPUTIME_ID', 'time': 'REALTIME'}


def clock_info(name):
    if not isinstance(name, str):
        raise TypeError(f'get_clock_info() argument 1 must be str, not {type(name).__name__}')
    if name not in _IDS:
        raise ValueError('unknown clock')
    return SimpleNamespace(implementation=f'clock_gettime(CLOCK_{_IDS[name]})', monotonic=name != 'time',
                           adjustable=name == 'time', resolution=1e-09)
