"""EncodingWarning is a warning like any other."""
import warnings

print(EncodingWarning.__mro__)
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    warnings.warn("say which encoding", EncodingWarning)
print([(each.category.__name__, str(each.message)) for each in caught])
