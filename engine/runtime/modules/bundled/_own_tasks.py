"""Tasks that are none of asyncio's, which tell asyncio of themselves (Lib/asyncio/tasks.py)."""
import asyncio
from weakref import WeakSet

_registered = WeakSet()
_current = {}


def _register_task(task):
    _registered.add(task)


def _unregister_task(task):
    _registered.discard(task)


def _enter_task(loop, task):
    current = asyncio.current_task(loop)
    if current is not None:
        raise RuntimeError(f'Cannot enter into task {task!r} while another task {current!r} is being executed.')
    _current[loop] = task


def _leave_task(loop, task):
    current = asyncio.current_task(loop)
    if current is not task:
        raise RuntimeError(f'Leaving task {task!r} does not match the current task {current!r}.')
    _current.pop(loop, None)


def _entered(loop):
    return _current.get(loop)


def _registered_in(loop):
    """Those of this loop that are not done."""
    return [task for task in list(_registered)
            if (task.get_loop() if hasattr(task, 'get_loop') else task._loop) is loop and not task.done()]
