from abc import ABC, abstractmethod
from functools import wraps

__all__ = ['asynccontextmanager', 'contextmanager', 'closing', 'nullcontext', 'AbstractContextManager',
           'AbstractAsyncContextManager', 'AsyncExitStack', 'ContextDecorator', 'ExitStack', 'redirect_stdout',
           'redirect_stderr', 'suppress', 'aclosing']


class AbstractContextManager(ABC):
    def __enter__(self):
        return self

    @abstractmethod
    def __exit__(self, exc_type, exc_value, traceback):
        return None

    @classmethod
    def __subclasshook__(cls, other):
        if cls is AbstractContextManager:
            return all(getattr(other, name, None) is not None for name in ('__enter__', '__exit__')) or NotImplemented
        return NotImplemented


class AbstractAsyncContextManager(ABC):
    async def __aenter__(self):
        return self

    @abstractmethod
    async def __aexit__(self, exc_type, exc_value, traceback):
        return None

    @classmethod
    def __subclasshook__(cls, other):
        if cls is AbstractAsyncContextManager:
            return all(getattr(other, name, None) is not None for name in ('__aenter__', '__aexit__')) or NotImplemented
        return NotImplemented


class ContextDecorator:
    def _recreate_cm(self):
        return self

    def __call__(self, func):
        @wraps(func)
        def inner(*args, **keywords):
            with self._recreate_cm():
                return func(*args, **keywords)
        return inner


class AsyncContextDecorator:
    def _recreate_cm(self):
        return self

    def __call__(self, func):
        @wraps(func)
        async def inner(*args, **keywords):
            async with self._recreate_cm():
                return await func(*args, **keywords)
        return inner


class _ManagerBase:
    def __init__(self, func, args, keywords):
        self.gen = func(*args, **keywords)
        self.func, self.args, self.keywords = func, args, keywords
        self.__doc__ = func.__doc__

    def _recreate_cm(self):
        return type(self)(self.func, self.args, self.keywords)


def _is_same_stop(error, value, kinds):
    # A StopIteration raised in the body comes out of the generator wrapped in a RuntimeError.
    return isinstance(value, kinds) and error.__cause__ is value


class _GeneratorContextManager(_ManagerBase, AbstractContextManager, ContextDecorator):
    def __enter__(self):
        del self.args, self.keywords, self.func
        try:
            return next(self.gen)
        except StopIteration:
            raise RuntimeError("generator didn't yield") from None

    def __exit__(self, exc_type, value, traceback):
        if exc_type is None:
            try:
                next(self.gen)
            except StopIteration:
                return False
            raise RuntimeError("generator didn't stop")
        if value is None:
            value = exc_type()
        try:
            self.gen.throw(exc_type, value, traceback)
        except StopIteration as error:
            return error is not value
        except RuntimeError as error:
            if error is value:
                error.__traceback__ = traceback
                return False
            if _is_same_stop(error, value, StopIteration):
                value.__traceback__ = traceback
                return False
            raise
        except BaseException as error:
            if error is not value:
                raise
            error.__traceback__ = traceback
            return False
        raise RuntimeError("generator didn't stop after throw()")


class _AsyncGeneratorContextManager(_ManagerBase, AbstractAsyncContextManager, AsyncContextDecorator):
    async def __aenter__(self):
        del self.args, self.keywords, self.func
        try:
            return await anext(self.gen)
        except StopAsyncIteration:
            raise RuntimeError("generator didn't yield") from None

    async def __aexit__(self, exc_type, value, traceback):
        if exc_type is None:
            try:
                await anext(self.gen)
            except StopAsyncIteration:
                return False
            raise RuntimeError("generator didn't stop")
        if value is None:
            value = exc_type()
        try:
            await self.gen.athrow(exc_type, value, traceback)
        except StopAsyncIteration as error:
            return error is not value
        except RuntimeError as error:
            if error is value:
                error.__traceback__ = traceback
                return False
            if _is_same_stop(error, value, (StopIteration, StopAsyncIteration)):
                value.__traceback__ = traceback
                return False
            raise
        except BaseException as error:
            if error is not value:
                raise
            error.__traceback__ = traceback
            return False
        raise RuntimeError("generator didn't stop after athrow()")


def contextmanager(func):
    @wraps(func)
    def helper(*args, **keywords):
        return _GeneratorContextManager(func, args, keywords)
    return helper


def asynccontextmanager(func):
    @wraps(func)
    def helper(*args, **keywords):
        return _AsyncGeneratorContextManager(func, args, keywords)
    return helper


class closing(AbstractContextManager):
    def __init__(self, thing):
        self.thing = thing

    def __enter__(self):
        return self.thing

    def __exit__(self, *exc_info):
        self.thing.close()


class aclosing(AbstractAsyncContextManager):
    def __init__(self, thing):
        self.thing = thing

    async def __aenter__(self):
        return self.thing

    async def __aexit__(self, *exc_info):
        await self.thing.aclose()


class suppress(AbstractContextManager):
    def __init__(self, *exceptions):
        self._exceptions = exceptions

    def __enter__(self):
        pass

    def __exit__(self, exc_type, exc_value, traceback):
        return exc_type is not None and issubclass(exc_type, self._exceptions)


class _Redirect(AbstractContextManager):
    _stream = None

    def __init__(self, new_target):
        self._new_target = new_target
        self._old_targets = []

    def __enter__(self):
        import sys
        self._old_targets.append(getattr(sys, self._stream))
        setattr(sys, self._stream, self._new_target)
        return self._new_target

    def __exit__(self, exc_type, exc_value, traceback):
        import sys
        setattr(sys, self._stream, self._old_targets.pop())


class redirect_stdout(_Redirect):
    _stream = 'stdout'


class redirect_stderr(_Redirect):
    _stream = 'stderr'


class nullcontext(AbstractContextManager, AbstractAsyncContextManager):
    def __init__(self, enter_result=None):
        self.enter_result = enter_result

    def __enter__(self):
        return self.enter_result

    def __exit__(self, *exc_info):
        pass

    async def __aenter__(self):
        return self.enter_result

    async def __aexit__(self, *exc_info):
        pass


def _link_context(error, previous, outer):
    # The exception of one exit callback has that of the one before as its context.
    while True:
        context = error.__context__
        if context is None or context is previous:
            return
        if context is outer:
            break
        error = context
    error.__context__ = previous


def _raise_linked(error):
    # Raising gives it another context, but _link_context has found the right one.
    context = error.__context__
    try:
        raise error
    except BaseException:
        error.__context__ = context
        raise


def _details(error):
    # What an __exit__ is given.
    return (None, None, None) if error is None else (type(error), error, error.__traceback__)


class _StackBase:
    def __init__(self):
        self._exits = []

    def pop_all(self):
        moved = type(self)()
        moved._exits, self._exits = self._exits, []
        return moved

    def push(self, exit):
        kind = type(exit)
        if hasattr(kind, '__exit__'):
            self._exits.append((True, lambda *details: kind.__exit__(exit, *details)))
        else:
            self._exits.append((True, exit))
        return exit

    def enter_context(self, cm):
        kind = type(cm)
        try:
            enter, exit = kind.__enter__, kind.__exit__
        except AttributeError:
            raise TypeError(f"'{kind.__module__}.{kind.__qualname__}' object does "
                            "not support the context manager protocol") from None
        result = enter(cm)
        self._exits.append((True, lambda *details: exit(cm, *details)))
        return result

    def callback(self, callback, /, *args, **keywords):
        def exit(exc_type, exc_value, traceback):
            callback(*args, **keywords)
        exit.__wrapped__ = callback
        self._exits.append((True, exit))
        return callback


class ExitStack(_StackBase, AbstractContextManager):
    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_value, traceback):
        import sys
        outer = sys.exc_info()[1]
        current, suppressed, raised = exc_value, False, False
        while self._exits:
            _, exit = self._exits.pop()
            try:
                if exit(*_details(current)):
                    suppressed, raised, current = True, False, None
            except BaseException as error:
                _link_context(error, current, outer)
                raised, current = True, error
        if raised:
            _raise_linked(current)
        return exc_type is not None and suppressed

    def close(self):
        self.__exit__(None, None, None)


class AsyncExitStack(_StackBase, AbstractAsyncContextManager):
    async def enter_async_context(self, cm):
        kind = type(cm)
        try:
            enter, exit = kind.__aenter__, kind.__aexit__
        except AttributeError:
            raise TypeError(f"'{kind.__module__}.{kind.__qualname__}' object does "
                            "not support the asynchronous context manager protocol") from None
        result = await enter(cm)
        self._exits.append((False, lambda *details: exit(cm, *details)))
        return result

    def push_async_exit(self, exit):
        kind = type(exit)
        if hasattr(kind, '__aexit__'):
            self._exits.append((False, lambda *details: kind.__aexit__(exit, *details)))
        else:
            self._exits.append((False, exit))
        return exit

    def push_async_callback(self, callback, /, *args, **keywords):
        async def exit(exc_type, exc_value, traceback):
            await callback(*args, **keywords)
        exit.__wrapped__ = callback
        self._exits.append((False, exit))
        return callback

    async def __aenter__(self):
        return self

    async def __aexit__(self, exc_type, exc_value, traceback):
        import sys
        outer = sys.exc_info()[1]
        current, suppressed, raised = exc_value, False, False
        while self._exits:
            plain, exit = self._exits.pop()
            try:
                result = exit(*_details(current))
                if not plain:
                    result = await result
                if result:
                    suppressed, raised, current = True, False, None
            except BaseException as error:
                _link_context(error, current, outer)
                raised, current = True, error
        if raised:
            _raise_linked(current)
        return exc_type is not None and suppressed

    async def aclose(self):
        await self.__aexit__(None, None, None)
