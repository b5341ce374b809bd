"""What stands for a thread that was started without an object of its own (_thread)."""

import threading

import _workers


class _DummyThread(threading.Thread):
    __module__ = "threading"

    def __init__(self):
        threading._made += 1
        self._main_of_process = threading.main_thread()
        super().__init__(name=f"Dummy-{threading._made}", daemon=True)
        self._worker = _workers.current()
        threading._threads[self.ident] = self

    def is_alive(self):
        return True

    def join(self, timeout=None):
        assert False, "cannot join a dummy thread"
