# A note whose str() fails does not hide the others.
class Note:
    def __str__(self):
        raise ValueError("no text")


error = KeyError("a")
error.__notes__ = ["first", Note(), "last"]
raise error
