import warnings


def function():
    warnings.warn('something odd')


function()
