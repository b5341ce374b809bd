import sys

def hook(kind, error, traceback):
    print('uncaught:', kind.__name__, error, sys.excepthook is hook)

sys.excepthook = hook
raise ValueError('no')
