"""What a task awaits that is like a future, but is none of asyncio's (task_step_handle_result_impl)."""

import asyncio


class Stand(asyncio.Future):
    """Stands for such a one among the task's own things."""

    def __init__(self, own):
        self._own = own
        try:
            get_loop = own.get_loop
        except AttributeError:
            loop = own._loop
        else:
            loop = get_loop()
        super().__init__(loop=loop)
        self._asyncio_future_blocking = own._asyncio_future_blocking

    def add_done_callback(self, fn, *, context=None):
        self._own._asyncio_future_blocking = False
        self._own.add_done_callback(fn, context=context)

    def cancel(self, msg=None):
        return self._own.cancel(msg=msg)

    def __repr__(self):
        return repr(self._own)
