LARGE = 7
_hidden = 1
