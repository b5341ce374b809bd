"""Makes a program that shows a difference smaller while it still does."""

import ast


def shrink(source, still_differs):
    """The smallest source found by deleting and unwrapping statements."""
    smaller = True
    while smaller:
        smaller = False
        for candidate in _smaller_sources(source):
            if len(candidate) < len(source) and still_differs(candidate):
                source, smaller = candidate, True
                break
    return source


def _smaller_sources(source):
    """Each source that lacks some statements, the boldest cuts first."""
    blocks = sum(1 for _ in _blocks(ast.parse(source)))
    sizes = [len(b) for b in _blocks(ast.parse(source))]
    cuts = []
    for block in range(blocks):
        width = sizes[block]
        while width >= 1:
            cuts += [(width, block, at)
                     for at in range(0, sizes[block] - width + 1, width)]
            width //= 2
    for width, block, at in sorted(cuts, key=lambda cut: -cut[0]):
        yield _edited(source, block, lambda body: body[:at] + body[at + width:])
    for block in range(blocks):
        for at in range(sizes[block]):
            yield _edited(source, block, lambda body:
                          body[:at] + _inside(body[at]) + body[at + 1:])


def _edited(source, wanted, edit):
    tree = ast.parse(source)
    for number, body in enumerate(_blocks(tree)):
        if number == wanted:
            body[:] = edit(body) or [ast.Pass()]
    try:
        return ast.unparse(ast.fix_missing_locations(tree))
    except ValueError:  # a try that lost its only handler
        return source


def _blocks(tree):
    for node in ast.walk(tree):
        for name in ("body", "orelse", "finalbody", "handlers"):
            block = getattr(node, name, None)
            if isinstance(block, list) and block:
                yield block


def _inside(statement):
    if isinstance(statement, (ast.FunctionDef, ast.AsyncFunctionDef)):
        return [statement]
    return list(getattr(statement, "body", None) or [statement])
