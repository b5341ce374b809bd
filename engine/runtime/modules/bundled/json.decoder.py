"""Where json keeps what reads."""
from json import JSONDecodeError, JSONDecoder
