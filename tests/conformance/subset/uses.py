"""What a program uses, told from its syntax tree."""

import ast
import builtins

from subset import constructs, names

_DISPLAYS = {ast.List: "list", ast.ListComp: "list", ast.Dict: "dict", ast.DictComp: "dict", ast.Set: "set",
             ast.SetComp: "set", ast.Tuple: "tuple", ast.JoinedStr: "str"}
_MAKERS = set(names.TYPES)
_RESULTS = {("str", "split"): "list", ("str", "encode"): "bytes", ("bytes", "decode"): "str", ("str", "format"): "str",
            ("str", "join"): "str"}


class Uses(ast.NodeVisitor):
    """Everything of the subset that one program uses, as keys (group, name)."""

    def __init__(self, tree):
        self.found = set()
        self._modules = {}  # a name here: the module that it stands for
        self._imported = {}  # a name here: (module, its name there)
        self._types = {}  # a variable: the types that are given to it somewhere
        for node in ast.walk(tree):
            self._declare(node)
        for node in ast.walk(tree):
            self._look_at(node)

    def _declare(self, node):
        if isinstance(node, ast.Import):
            for each in node.names:
                self._modules[each.asname or each.name] = each.name
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            for each in node.names:
                full = f"{node.module}.{each.name}"
                if full in names.MODULES:
                    self._modules[each.asname or each.name] = full
                self._imported[each.asname or each.name] = (node.module, each.name)
        elif isinstance(node, ast.Assign) and len(node.targets) == 1:
            target, value = node.targets[0], node.value
            pairs = [(target, value)]
            if isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple):
                pairs = zip(target.elts, value.elts)
            for name, given in pairs:
                kind = self._type_of(given) if isinstance(name, ast.Name) else None
                if kind:
                    self._types.setdefault(name.id, set()).add(kind)

    def _type_of(self, node):
        """The builtin type of an expression, where its look tells."""
        if isinstance(node, ast.Constant):
            return type(node.value).__name__
        if type(node) in _DISPLAYS:
            return _DISPLAYS[type(node)]
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in _MAKERS:
            return node.func.id
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            return _RESULTS.get((self._type_of(node.func.value), node.func.attr))
        if isinstance(node, ast.UnaryOp) or isinstance(node, ast.BinOp) and isinstance(node.op, (ast.Mult, ast.Add)):
            return self._type_of(getattr(node, "operand", None) or node.left)
        return None

    def _types_of(self, node):
        if isinstance(node, ast.Name):
            if node.id in _MAKERS:
                return {node.id}  # str.upper, dict.fromkeys
            return self._types.get(node.id, set())
        kind = self._type_of(node)
        return {kind} if kind else set()

    def _look_at(self, node):
        for name, test in constructs.CONSTRUCTS.items():
            if test(node):
                self.found.add(("construct", name))
        if isinstance(node, ast.Name):
            if node.id in self._imported:
                self.found.add(self._imported[node.id])
            elif hasattr(builtins, node.id):
                self.found.add(("builtin", node.id))
        elif isinstance(node, ast.Attribute):
            self.found.add((self._module_of(node.value), node.attr))
            for kind in self._types_of(node.value):
                self.found.add((f"type {kind}", node.attr))
        elif isinstance(node, ast.ClassDef):
            for each in ast.walk(node):
                if isinstance(each, constructs.FUNCTIONS):
                    self.found.add(("dunder", each.name))
                elif isinstance(each, ast.Name) and isinstance(each.ctx, ast.Store):
                    self.found.add(("dunder", each.id))  # __radd__ = __add__

    def _module_of(self, node):
        if isinstance(node, ast.Name):
            return self._modules.get(node.id)
        if isinstance(node, ast.Attribute):  # concurrent.futures.wait
            within = self._module_of(node.value) or getattr(node.value, "id", None)
            full = f"{within}.{node.attr}"
            return full if full in names.MODULES else None
        return None
