"""The constructs of the language, each with how to know it in a syntax tree."""

import ast


def _is(*kinds):
    return lambda node: isinstance(node, kinds)


def _has(kind, field):
    """A node of that kind whose field is there (not empty, not None, not zero)."""
    return lambda node: isinstance(node, kind) and bool(getattr(node, field))


FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


def _within(kind, inner):
    """A node of that kind with one of the kinds `inner` in its body, not in functions inside."""
    def found(node):
        if not isinstance(node, kind):
            return False
        waiting = list(node.body)
        while waiting:
            each = waiting.pop()
            if isinstance(each, inner):
                return True
            if not isinstance(each, FUNCTIONS + (ast.Lambda, ast.ClassDef)):
                waiting += ast.iter_child_nodes(each)
        return False
    return found


def _comprehension(kind, test):
    return lambda node: isinstance(node, kind) and any(map(test, node.generators))


def _formatted(test):
    return lambda node: isinstance(node, ast.FormattedValue) and test(node)


def _shows_itself(node):
    """f"{x=}": the text of the expression, `=`, then its repr."""
    if not isinstance(node, ast.JoinedStr):
        return False
    return any(isinstance(text, ast.Constant) and isinstance(value, ast.FormattedValue)
               and text.value.endswith(f"{ast.unparse(value.value)}=")
               for text, value in zip(node.values, node.values[1:]))


def _percent(node):
    return (isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mod)
            and isinstance(node.left, ast.Constant) and isinstance(node.left.value, str))


def _names_itself_main(node):
    return (isinstance(node, ast.Compare) and isinstance(node.left, ast.Name)
            and node.left.id == "__name__")


def _has_docstring(node):
    return isinstance(node, FUNCTIONS + (ast.ClassDef, ast.Module)) and ast.get_docstring(node) is not None


def _operator(*kinds):
    return lambda node: isinstance(node, ast.BinOp) and isinstance(node.op, kinds)


def _compares(*kinds):
    return lambda node: isinstance(node, ast.Compare) and isinstance(node.ops[0], kinds)


def _big(node):
    return isinstance(node, ast.Constant) and type(node.value) is int and node.value >= 2 ** 63


def _starred_target(node):
    return isinstance(node, ast.Assign) and any(
        isinstance(each, ast.Starred) for target in node.targets for each in ast.walk(target))


def _unpacking_target(node):
    return isinstance(node, (ast.Assign, ast.For)) and any(
        isinstance(target, (ast.Tuple, ast.List))
        for target in getattr(node, "targets", None) or [node.target])


def _slice_in(context):
    return lambda node: (isinstance(node, ast.Subscript) and isinstance(node.ctx, context)
                         and isinstance(node.slice, ast.Slice))


def _decorated(node):
    return isinstance(node, FUNCTIONS) and bool(node.decorator_list)


def _decorated_by_call(node):
    return (isinstance(node, FUNCTIONS + (ast.ClassDef,))
            and any(isinstance(each, ast.Call) for each in node.decorator_list))


def _decorated_by(name):
    return lambda node: isinstance(node, FUNCTIONS) and any(
        isinstance(each, ast.Name) and each.id == name for each in node.decorator_list)


def _setter(node):
    return isinstance(node, FUNCTIONS) and any(
        isinstance(each, ast.Attribute) and each.attr in ("setter", "deleter") for each in node.decorator_list)


def _class_keyword(test):
    return lambda node: isinstance(node, ast.ClassDef) and any(map(test, node.keywords))


def _calls(name, least, most=99):
    return lambda node: (isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
                         and node.func.id == name and least <= len(node.args) <= most)


def _statement_with(count):
    return lambda node: isinstance(node, (ast.With, ast.AsyncWith)) and len(node.items) >= count


def _nested_function(node):
    return isinstance(node, FUNCTIONS) and any(isinstance(each, FUNCTIONS) for each in node.body)


def _assigns_slots(node):
    return isinstance(node, ast.ClassDef) and any(
        isinstance(each, ast.Assign) and isinstance(each.targets[0], ast.Name)
        and each.targets[0].id == "__slots__" for each in node.body)


CONSTRUCTS = {
    "async def": _is(ast.AsyncFunctionDef),
    "await": _is(ast.Await),
    "await inside an expression": lambda node: isinstance(node, (ast.BinOp, ast.Call, ast.JoinedStr, ast.Compare))
    and any(isinstance(each, ast.Await) for each in ast.walk(node)),
    "async for": _is(ast.AsyncFor),
    "async with": _is(ast.AsyncWith),
    "asynchronous generator": _within(ast.AsyncFunctionDef, ast.Yield),
    "asynchronous comprehension": lambda node: isinstance(node, ast.comprehension) and bool(node.is_async),
    "await in a comprehension": lambda node: isinstance(node, (ast.ListComp, ast.SetComp, ast.DictComp))
    and any(isinstance(each, ast.Await) for each in ast.walk(node)),
    "f-string": _is(ast.JoinedStr),
    "f-string: !r, !s, !a": _formatted(lambda node: node.conversion in (97, 114, 115)),
    "f-string: {x=}": _shows_itself,
    "f-string: format spec": _formatted(lambda node: node.format_spec is not None),
    "f-string: nested fields in a spec": _formatted(lambda node: node.format_spec is not None and any(
        isinstance(each, ast.FormattedValue) for each in node.format_spec.values)),
    "% formatting": _percent,
    "return": _is(ast.Return),
    "if, elif, else": _has(ast.If, "orelse"),
    "conditional expression": _is(ast.IfExp),
    "for": _is(ast.For),
    "for … else": _has(ast.For, "orelse"),
    "while": _is(ast.While),
    "while … else": _has(ast.While, "orelse"),
    "break": _is(ast.Break),
    "continue": _is(ast.Continue),
    "pass": _is(ast.Pass),
    "chained comparison": lambda node: isinstance(node, ast.Compare) and len(node.ops) > 1,
    "is, is not": _compares(ast.Is, ast.IsNot),
    "in, not in": _compares(ast.In, ast.NotIn),
    "and, or": _is(ast.BoolOp),
    "not": lambda node: isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not),
    "+ - *": _operator(ast.Add, ast.Sub, ast.Mult),
    "/ // %": _operator(ast.Div, ast.FloorDiv, ast.Mod),
    "**": _operator(ast.Pow),
    "<< >> & | ^": _operator(ast.LShift, ast.RShift, ast.BitAnd, ast.BitOr, ast.BitXor),
    "@": _operator(ast.MatMult),
    "~": lambda node: isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Invert),
    "big integers": _big,
    "augmented assignment": _is(ast.AugAssign),
    "walrus": _is(ast.NamedExpr),
    "unpacking": _unpacking_target,
    "starred assignment": _starred_target,
    "star-expressions in displays": lambda node: isinstance(node, (ast.List, ast.Tuple, ast.Set))
    and isinstance(getattr(node, "ctx", ast.Load()), ast.Load) and any(isinstance(e, ast.Starred) for e in node.elts),
    "** in a dict display": lambda node: isinstance(node, ast.Dict) and None in node.keys,
    "subscript": _is(ast.Subscript),
    "slice: read": _slice_in(ast.Load),
    "slice: write": _slice_in(ast.Store),
    "slice: delete": _slice_in(ast.Del),
    "del": _is(ast.Delete),
    "list comprehension": _is(ast.ListComp),
    "set comprehension": _is(ast.SetComp),
    "dict comprehension": _is(ast.DictComp),
    "generator expression": _is(ast.GeneratorExp),
    "comprehension: several for": lambda node: isinstance(node, (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp))
    and len(node.generators) > 1,
    "comprehension: if": lambda node: isinstance(node, ast.comprehension) and bool(node.ifs),
    "lambda": _is(ast.Lambda),
    "def": _is(ast.FunctionDef),
    "nested function, closure": _nested_function,
    "default values": lambda node: isinstance(node, ast.arguments) and bool(node.defaults),
    "*args": lambda node: isinstance(node, ast.arguments) and node.vararg is not None,
    "**kwargs": lambda node: isinstance(node, ast.arguments) and node.kwarg is not None,
    "keyword-only parameters": lambda node: isinstance(node, ast.arguments) and bool(node.kwonlyargs),
    "positional-only parameters": lambda node: isinstance(node, ast.arguments) and bool(node.posonlyargs),
    "call with keywords": lambda node: isinstance(node, ast.Call) and any(k.arg for k in node.keywords),
    "call with *": lambda node: isinstance(node, ast.Call) and any(isinstance(a, ast.Starred) for a in node.args),
    "call with **": lambda node: isinstance(node, ast.Call) and any(k.arg is None for k in node.keywords),
    "decorator": _decorated,
    "decorator with arguments": _decorated_by_call,
    "class decorator": lambda node: isinstance(node, ast.ClassDef) and bool(node.decorator_list),
    "docstring": _has_docstring,
    "global": _is(ast.Global),
    "nonlocal": _is(ast.Nonlocal),
    "annotation of a variable": _is(ast.AnnAssign),
    "annotation of a parameter": _has(ast.arg, "annotation"),
    "annotation of the result": lambda node: isinstance(node, FUNCTIONS) and node.returns is not None,
    "yield": _is(ast.Yield),
    "yield as an expression": lambda node: isinstance(node, ast.Assign) and isinstance(node.value, ast.Yield),
    "yield from": _is(ast.YieldFrom),
    "generator with return": lambda node: isinstance(node, ast.FunctionDef) and _within(ast.FunctionDef, ast.Yield)(node)
    and any(isinstance(each, ast.Return) and each.value is not None for each in ast.walk(node)),
    "try … except": _has(ast.Try, "handlers"),
    "try … else": _has(ast.Try, "orelse"),
    "try … finally": _has(ast.Try, "finalbody"),
    "except of several": lambda node: isinstance(node, ast.ExceptHandler) and isinstance(node.type, ast.Tuple),
    "except*": _is(ast.TryStar),
    "raise": _is(ast.Raise),
    "raise … from …": _has(ast.Raise, "cause"),
    "raise again": lambda node: isinstance(node, ast.Raise) and node.exc is None,
    "assert": _is(ast.Assert),
    "with": _is(ast.With),
    "with several items": _statement_with(2),
    "class": _is(ast.ClassDef),
    "inheritance": _has(ast.ClassDef, "bases"),
    "multiple inheritance": lambda node: isinstance(node, ast.ClassDef) and len(node.bases) > 1,
    "metaclass": _class_keyword(lambda each: each.arg == "metaclass"),
    "class keywords": _class_keyword(lambda each: each.arg != "metaclass"),
    "super()": _calls("super", 0, 0),
    "super(C, self)": _calls("super", 2),
    "property": _decorated_by("property"),
    "property: setter, deleter": _setter,
    "staticmethod": _decorated_by("staticmethod"),
    "classmethod": _decorated_by("classmethod"),
    "__slots__": _assigns_slots,
    "match": _is(ast.Match),
    "match: literals, singletons": _is(ast.MatchValue, ast.MatchSingleton),
    "match: sequences, stars": _is(ast.MatchSequence),
    "match: mappings": _is(ast.MatchMapping),
    "match: classes": _is(ast.MatchClass),
    "match: or": _is(ast.MatchOr),
    "match: as": lambda node: isinstance(node, ast.MatchAs) and node.pattern is not None,
    "match: guards": lambda node: isinstance(node, ast.match_case) and node.guard is not None,
    "import": _is(ast.Import),
    "from … import": _is(ast.ImportFrom),
    "relative import": lambda node: isinstance(node, ast.ImportFrom) and node.level > 0,
    'if __name__ == "__main__"': _names_itself_main,
    "bytes": lambda node: isinstance(node, ast.Constant) and isinstance(node.value, bytes),
    "Ellipsis": lambda node: isinstance(node, ast.Constant) and node.value is ...,
}

# Refused by name before the program starts, or when it is called; and what is said.
REFUSED = {
    "complex numbers": ("print(1j)", "a complex number is not supported"),
    "complex()": ("complex(1, 2)", "complex() is not supported"),
    "memoryview()": ("memoryview(b'')", "memoryview() is not supported"),
    "open()": ('open("notes.txt")', "open() is not supported"),
    "eval()": ('eval("1 + 1")', "eval() is not supported"),
    "exec()": ('exec("x = 1")', "exec() is not supported"),
    "compile()": ('compile("1", "", "eval")', "compile() is not supported"),
    "a module outside the subset": ("import tkinter", "the module 'tkinter' is not supported"),
    "help()": ("help(print)", "help() is not supported"),
    "breakpoint()": ("breakpoint()", "breakpoint() is not supported"),
    "a module that does not exist": ("import my_helpers", "there is no module 'my_helpers'"),
    "files by their names": ("import os\nos.listdir()", "os.listdir is not supported"),
    "servers": ("import asyncio\nasyncio.start_server", "asyncio.start_server is not supported"),
    "subprocesses": ('import asyncio\nasyncio.run(asyncio.create_subprocess_exec("ls"))', "not supported"),
}
