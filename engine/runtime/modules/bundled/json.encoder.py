"""Where json keeps what writes."""
from json import JSONEncoder
