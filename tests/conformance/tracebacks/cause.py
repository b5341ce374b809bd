"""A cause is printed first, with the sentence between."""


def load():
    try:
        return {}["config"]
    except KeyError as error:
        raise RuntimeError("cannot start") from error

load()
