"""A package that imports from itself."""
from . import names
from .names import LARGE as BIG
print("shapes begins", __name__, __package__, BIG)
