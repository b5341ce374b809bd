"""__getattr__ is not asked for what copies, but for what restores a state and for __deepcopy__."""
import copy


class Answers:
    def __new__(cls):
        print("made anew")
        return super().__new__(cls)

    def __getattr__(self, name):
        return "made " + name


class Stateful:
    def __getstate__(self):
        return {}

    def __setstate__(self, state):
        print("state", state)


def attempt(action):
    try:
        print(type(action()).__name__)
    except Exception as error:
        print(type(error).__name__, error)


empty, full = Answers(), Answers()
full.value = 1
attempt(lambda: copy.copy(empty))
attempt(lambda: copy.copy(full))
attempt(lambda: copy.deepcopy(full))
attempt(lambda: copy.copy(Stateful()))
attempt(lambda: copy.deepcopy(Stateful()))
