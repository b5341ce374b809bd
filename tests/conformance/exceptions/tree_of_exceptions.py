"""__subclasses__ has the builtin exceptions in CPython's order; those of modules only once they are imported."""
HIDDEN = {"ZipImportError", "CodecRegistryError", "UnsupportedOperation", "itimer_error", "_DeadlockError",
          "UnicodeTranslateError"}


def show(cls, level=0):
    if cls.__module__ == "builtins" and cls.__name__ not in HIDDEN:
        print("    " * level + cls.__name__)
        for each in cls.__subclasses__():
            show(each, level + 1)


show(BaseException)
print([each.__name__ for each in BaseException.__subclasses__() if each.__module__ == "builtins"][:3])
