"""An expression tree made of dataclasses, walked by match and by a visitor."""
from dataclasses import dataclass


class Node:
    def __add__(self, other):
        return Binary("+", self, lift(other))

    def __mul__(self, other):
        return Binary("*", self, lift(other))

    def __radd__(self, other):
        return lift(other) + self

    def __rmul__(self, other):
        return lift(other) * self


@dataclass(frozen=True)
class Num(Node):
    value: float


@dataclass(frozen=True)
class Var(Node):
    name: str


@dataclass(frozen=True)
class Binary(Node):
    op: str
    left: Node
    right: Node


def lift(value):
    return value if isinstance(value, Node) else Num(value)


def simplify(node):
    match node:
        case Binary(op, left, right):
            match op, simplify(left), simplify(right):
                case "+", Num(0), other:
                    return other
                case "+" | "*", other, Num(neutral) if neutral == (op == "*"):
                    return other
                case "*", Num(0), _:
                    return Num(0)
                case "*", Num(1), other:
                    return other
                case "+", Num(a), Num(b):
                    return Num(a + b)
                case "*", Num(a), Num(b):
                    return Num(a * b)
                case op, a, b:
                    return Binary(op, a, b)
        case _:
            return node


def derive(node, name):
    match node:
        case Num():
            return Num(0)
        case Var(name=n):
            return Num(int(n == name))
        case Binary("+", a, b):
            return derive(a, name) + derive(b, name)
        case Binary("*", a, b):
            return derive(a, name) * b + a * derive(b, name)


class Printer:
    def visit(self, node):
        return getattr(self, "visit_" + type(node).__name__.lower(), self.unknown)(node)

    def visit_num(self, node):
        return f"{node.value:g}"

    def visit_var(self, node):
        return node.name

    def visit_binary(self, node):
        return f"({self.visit(node.left)} {node.op} {self.visit(node.right)})"

    def unknown(self, node):
        raise TypeError(f"cannot print {node!r}")


x = Var("x")
tree = 3 * x * x + 2 * x + 1
show = Printer().visit
print(show(tree))
print(show(derive(tree, "x")))
print(show(simplify(derive(tree, "x"))), simplify(derive(simplify(derive(tree, "x")), "x")))
print(simplify(Num(2) + Num(3)) == Num(5), hash(Num(1)) == hash(Num(1)), repr(x + 0))
try:
    show("x")
except TypeError as error:
    print(error)
