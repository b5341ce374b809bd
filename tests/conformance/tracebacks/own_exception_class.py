"""A class of the main program is shown without its module."""


class Trouble(Exception):
    pass


def start():
    raise Trouble("big", 1)

start()
