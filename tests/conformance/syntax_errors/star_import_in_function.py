# What is not Python is said before what there is no module of.
def load():
    from no_such_module import *
