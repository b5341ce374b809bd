"""The package that holds concurrent.futures."""


def __getattr__(name):
    if name != "futures":
        raise AttributeError(f"module 'concurrent' has no attribute '{name}'")
    import concurrent.futures
    import sys
    return sys.modules["concurrent.futures"]
