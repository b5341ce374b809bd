"""wait() gives a named tuple of two sets."""
# shows: concurrent.futures / wait / a named tuple (done, not_done)
import concurrent.futures as cf

result = cf.wait([])
print(result, result._fields, isinstance(result, tuple), result == (set(), set()))
