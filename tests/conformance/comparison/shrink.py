"""Makes a program that shows a difference smaller while it still does."""

import ast

WIDTHS = (8, 4, 2, 1)  # statements deleted at once
UNWRAP = 0  # not deleted: replaced by what stands inside
MAX_TRIES = 500


def shrink(source, still_differs):
    """The smallest source found by deleting and unwrapping statements."""
    source = ast.unparse(ast.parse(source))
    tries, before = 0, None
    while source != before and tries < MAX_TRIES:
        before = source
        for width in (*WIDTHS, UNWRAP):
            place = 0
            while tries < MAX_TRIES:
                candidate = _edited(source, width, place)
                if candidate is None:
                    break
                tries += len(candidate) < len(source)
                if len(candidate) < len(source) and still_differs(candidate):
                    source = candidate
                else:
                    place += 1
    return source


def _edited(source, width, place):
    """The source after the edit at the place-th place, None past the last."""
    tree = ast.parse(source)
    for body in _blocks(tree):
        places = max(0, len(body) - max(width, 1) + 1)
        if place >= places:
            place -= places
            continue
        inside = _inside(body[place]) if width == UNWRAP else []
        body[place:place + max(width, 1)] = inside
        if not body:
            body.append(ast.Pass())
        try:
            text = ast.unparse(ast.fix_missing_locations(tree))
            ast.parse(text)
            return text
        except (ValueError, SyntaxError):  # a try without its handlers
            return source
    return None


def _blocks(tree):
    for node in ast.walk(tree):
        for name in ("body", "handlers", "orelse", "finalbody"):
            block = getattr(node, name, None)
            if isinstance(block, list) and block:
                yield block


def _inside(statement):
    if isinstance(statement, (ast.FunctionDef, ast.AsyncFunctionDef,
                              ast.ClassDef, ast.ExceptHandler)):
        return [statement]
    return list(getattr(statement, "body", None) or [statement])
