"""Two files that import each other: the second finds the first half-made."""
import _first
import _second

print(_first.seen, _second._first is _first, _first.value)
