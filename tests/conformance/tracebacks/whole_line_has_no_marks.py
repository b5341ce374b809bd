"""Where the whole statement failed no marks are printed."""


def fail():
    raise RuntimeError("whole line")


def caller():
    fail()

caller()
