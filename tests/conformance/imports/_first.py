import _second
value = "of first"
seen = _second.look()
