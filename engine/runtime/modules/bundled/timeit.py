# Times callables on the virtual clock. Statements given as text are refused: nothing compiles at run time.
import time

__all__ = ['Timer', 'timeit', 'repeat', 'default_timer']

default_timer = time.perf_counter
default_number = 1000000
default_repeat = 5


class Timer:
    def __init__(self, stmt='pass', setup='pass', timer=default_timer, globals=None):
        self.timer = timer
        self._statement = self._callable(stmt, 'stmt')
        self._setup = self._callable(setup, 'setup')

    @staticmethod
    def _callable(given, name):
        if callable(given):
            return given
        if given == 'pass':
            return lambda: None
        if isinstance(given, str):
            raise NotImplementedError(f'{name} as text is not supported by Coroscope: pass a function')
        raise ValueError(f'{name} is neither a string nor callable')

    def timeit(self, number=default_number):
        statement = self._statement
        self._setup()
        start = self.timer()
        for _ in range(number):
            statement()
        return self.timer() - start

    def repeat(self, repeat=default_repeat, number=default_number):
        return [self.timeit(number) for _ in range(repeat)]

    def autorange(self, callback=None):
        scale = 1
        while True:
            for step in (1, 2, 5):
                number = scale * step
                taken = self.timeit(number)
                if callback:
                    callback(number, taken)
                if taken >= 0.2 or number >= 10000:
                    return number, taken
            scale *= 10


def timeit(stmt='pass', setup='pass', timer=default_timer, number=default_number, globals=None):
    return Timer(stmt, setup, timer, globals).timeit(number)


def repeat(stmt='pass', setup='pass', timer=default_timer, repeat=default_repeat, number=default_number, globals=None):
    return Timer(stmt, setup, timer, globals).repeat(repeat, number)
