import sys


def hook(kind, error, traceback):
    print('trying')
    1 / 0


sys.excepthook = hook
raise ValueError('original')
