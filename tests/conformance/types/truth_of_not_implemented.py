"""NotImplemented is true, with a warning: it is no answer to a question."""
import warnings

bool(NotImplemented)
if NotImplemented:
    print("true")
print(not NotImplemented)
warnings.simplefilter("error")
try:
    bool(NotImplemented)
except DeprecationWarning as warning:
    print(warning)
