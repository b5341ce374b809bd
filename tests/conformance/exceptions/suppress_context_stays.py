"""__suppress_context__ is a bool, and cannot be deleted."""
error = ValueError()
error.__suppress_context__ = True
print(error.__suppress_context__)
for change in (lambda: delattr(error, "__suppress_context__"), lambda: setattr(error, "__suppress_context__", 1)):
    try:
        change()
    except TypeError as refusal:
        print(refusal)
