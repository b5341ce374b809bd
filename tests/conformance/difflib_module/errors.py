import difflib

for call in [lambda: difflib.get_close_matches('x', ['y'], 0), lambda: difflib.get_close_matches('x', ['y'], 1, 2), lambda: list(difflib.unified_diff([1], ['b'])),
             lambda: list(difflib.unified_diff(['a'], ['b'], 3)), lambda: list(difflib.context_diff('a', [b'b'])), lambda: list(difflib.restore([], 3)),
             lambda: difflib.SequenceMatcher(None, 'a', [[1]]), lambda: difflib.SequenceMatcher(None, 3, 'a').ratio(), lambda: difflib.SequenceMatcher(None, 'a', 3)]:
    try:
        print(call())
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
difflib.get_close_matches('x', ['y'], n=-1)
