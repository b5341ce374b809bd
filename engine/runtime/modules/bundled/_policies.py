# Event loop policies as objects (Lib/asyncio/events.py, unix_events.py). As long as nobody asks for
# one, the loop keeps the default policy's state itself; `_loops` tells it and takes it.
import _loops
import threading


class AbstractEventLoopPolicy:
    def get_event_loop(self):
        raise NotImplementedError

    def set_event_loop(self, loop):
        raise NotImplementedError

    def new_event_loop(self):
        raise NotImplementedError

    def get_child_watcher(self):
        raise NotImplementedError

    def set_child_watcher(self, watcher):
        raise NotImplementedError


class _Own(threading.local):
    loop = None
    was_set = False


class _Default:
    """The state that the loop keeps for the default policy."""
    loop = property(lambda self: _loops.current(), lambda self, loop: _loops.set_current(loop))
    was_set = property(lambda self: _loops.was_set(), lambda self, value: None)


class BaseDefaultEventLoopPolicy(AbstractEventLoopPolicy):
    _loop_factory = None

    def __init__(self):
        self._state = _Own()

    def get_event_loop(self):
        state = self._state
        if state.loop is None and not state.was_set and threading.current_thread() is threading.main_thread():
            self.set_event_loop(self.new_event_loop())
        if state.loop is None:
            raise RuntimeError(f'There is no current event loop in thread {threading.current_thread().name!r}.')
        return state.loop

    def set_event_loop(self, loop):
        self._state.was_set = True
        if loop is not None and not isinstance(loop, _loops.EventLoop):
            raise TypeError(f"loop must be an instance of AbstractEventLoop or None, not '{type(loop).__name__}'")
        self._state.loop = loop

    def new_event_loop(self):
        return self._loop_factory()


class DefaultEventLoopPolicy(BaseDefaultEventLoopPolicy):
    _loop_factory = _loops.new

    def get_child_watcher(self):
        raise NotImplementedError('there are no child processes in Coroscope')

    set_child_watcher = get_child_watcher


for _policy in AbstractEventLoopPolicy, BaseDefaultEventLoopPolicy:
    _policy.__module__ = 'asyncio.events'
DefaultEventLoopPolicy.__module__ = 'asyncio.unix_events'
DefaultEventLoopPolicy.__name__ = DefaultEventLoopPolicy.__qualname__ = '_UnixDefaultEventLoopPolicy'


def get_event_loop_policy():
    policy = _loops.policy()
    if policy is None:
        policy = DefaultEventLoopPolicy()
        policy._state = _Default()
        _loops.set_policy(policy, True)
    return policy


def set_event_loop_policy(policy):
    if policy is not None and not isinstance(policy, AbstractEventLoopPolicy):
        raise TypeError(
            f"policy must be an instance of AbstractEventLoopPolicy or None, not '{type(policy).__name__}'")
    _loops.set_policy(policy, False)
