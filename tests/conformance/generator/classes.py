"""Prints a random program of classes: inheritance and super, properties and
descriptors, operators in all their forms, data classes, containers, context
managers, generators over them, and exceptions with causes, contexts and notes.

Usage: classes.py SEED
"""

import random
import sys

# Long steps would move Coroscope's clock, but not that of the reference.
HEADER = '''# /// coroscope
# [cost]
# instruction = 0
# ///
'''

PRELUDE = '''import copy
import functools
from dataclasses import FrozenInstanceError, asdict, astuple, dataclass, field, replace


def attempt(label, action):
    try:
        result = action()
    except Exception as error:
        print(label, "!", type(error).__name__, error)
    else:
        print(label, "=", result)


def explain(error):
    for _ in range(5):
        if error is None:
            break
        print("   ", type(error).__name__, error.args, getattr(error, "__notes__", []), error.__suppress_context__)
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)


class Field:
    def __init__(self, default):
        self.default = default

    def __set_name__(self, owner, name):
        self.name = "_" + name
        print("named", owner.__name__, name)

    def __get__(self, instance, owner):
        if instance is None:
            return f"{owner.__name__}.{self.name}"
        return instance.__dict__.get(self.name, self.default)


class Checked(Field):
    def __set__(self, instance, value):
        if value == 3:
            raise ValueError("three")
        instance.__dict__[self.name] = value

    def __delete__(self, instance):
        del instance.__dict__[self.name]


class Base:
    def __init__(self, value=1):
        self.value = value

    def __repr__(self):
        return f"{type(self).__name__}<{self.value}>"

    def who(self):
        return "Base"


def of(value):
    return value.value if isinstance(value, Base) else value


class Problem(Exception):
    pass


class Worse(Problem, ValueError):
    def __init__(self, code, *rest):
        super().__init__(code, *rest)
        self.code = code

    def __str__(self):
        return f"worse {self.code}"

'''

BINARY = {"add": "+", "sub": "-", "mul": "*", "truediv": "/", "floordiv": "//", "mod": "%", "pow": "**",
          "and": "&", "or": "|", "xor": "^", "lshift": "<<", "rshift": ">>", "matmul": "@"}
ORDER = {"lt": "<", "le": "<=", "gt": ">", "ge": ">=", "eq": "==", "ne": "!="}


class Maker:
    def __init__(self, seed):
        self.random = random.Random(seed)
        self.lines = []
        self.classes = []  # names of the classes that derive from Base
        self.data = []  # (name, how to make one)
        self.generators = []

    def chance(self, percent):
        return self.random.randrange(100) < percent

    def pick(self, items):
        return self.random.choice(list(items))

    def number(self):
        return self.pick([0, 1, 2, 3, 5, -1, 10, True, 2.5])

    def write(self, depth, *lines):
        self.lines += ["    " * depth + line for line in lines]

    def value(self, depth=0):
        """An expression for any value."""
        kind = self.random.randrange(12)
        if kind < 3 and self.classes:
            return self.instance()
        if kind < 4 and depth < 2:
            return f"[{', '.join(self.value(depth + 1) for _ in range(self.random.randrange(4)))}]"
        if kind < 5 and depth < 2:
            return f"({self.value(depth + 1)}, {self.value(depth + 1)})"
        if kind < 6 and self.data:
            return self.pick(self.data)[1]
        if kind < 8:
            return self.pick(["'a'", "'text'", "''", "None", "b'x'", "{'k': 1}", "{1, 2}", "range(3)", "..."])
        return str(self.number())

    def instance(self):
        return f"{self.pick(self.classes)}({self.number() if self.chance(70) else ''})"

    # Classes

    def a_class(self, name):
        bases = []
        for each in self.random.sample(self.classes, min(len(self.classes), self.random.choice([0, 1, 1, 2, 2, 3]))):
            bases.append(each)
        bases = bases or ["Base"]
        if self.chance(10):
            bases.insert(0, "Base")
        keywords = [f"tag={self.number()}"] if self.chance(15) else []
        self.write(0, "try:")
        self.write(1, f"class {name}({', '.join(bases + keywords)}):")
        members = [self.plain_method, self.attribute, self.property, self.descriptor, self.binary, self.binary,
                   self.reflected, self.in_place, self.comparison, self.container, self.hooks, self.calls,
                   self.conversion, self.context, self.iteration, self.class_level, self.subclass_hook, self.unary]
        for member in self.random.sample(members, self.random.randrange(2, 9)):
            member(name)
        self.write(2, "pass")
        self.write(0, "except TypeError as error:", f"    print({name!r}, error)", f"    {name} = Base", "")
        self.classes.append(name)

    def plain_method(self, name):
        self.write(2, "def who(self):")
        if self.chance(70):
            way = self.pick(["super()", f"super({name}, self)"])
            self.write(3, f"return {name!r} + ' > ' + {way}.who()")
        else:
            self.write(3, f"return {name!r}")
        if self.chance(40):
            self.write(2, "def __init__(self, value=2, *rest):",
                       f"    super().__init__(value{self.pick(['', ' * 2', ', *rest'])})",
                       f"    self.extra_{name} = rest")

    def attribute(self, name):
        self.write(2, f"shared = {self.pick(['[]', '1', repr(name), '{}'])}"
                   if self.chance(60) else f"level = {self.number()}")

    def property(self, name):
        self.write(2, "@property", "def double(self):", "    return self.value * 2")
        if self.chance(50):
            self.write(2, "@double.setter", "def double(self, value):",
                       f"    self.value = value {self.pick(['/ 2', '* 1', '- 1'])}")
        if self.chance(30):
            self.write(2, "@double.deleter", "def double(self):", "    print('deleted')", "    del self.value")

    def descriptor(self, name):
        self.write(2, f"field = {self.pick(['Field', 'Checked'])}({self.number()})")

    def result(self, operator, reflected=False):
        if self.chance(15):
            return "return NotImplemented"
        if self.chance(10):
            return "raise Problem('refused')"
        left, right = ("of(other)", "self.value") if reflected else ("self.value", "of(other)")
        if self.chance(50):
            return f"return type(self)({left} {operator} {right})"
        return f"return ({left}, {operator!r}, {right})"

    def binary(self, name):
        for word in self.random.sample(sorted(BINARY), 2):
            self.write(2, f"def __{word}__(self, other):", "    " + self.result(BINARY[word]))

    def reflected(self, name):
        for word in self.random.sample(sorted(BINARY), 2):
            self.write(2, f"def __r{word}__(self, other):", "    " + self.result(BINARY[word], True))

    def in_place(self, name):
        word = self.pick(BINARY)
        self.write(2, f"def __i{word}__(self, other):")
        if self.chance(60):
            self.write(3, f"self.value = [self.value, {BINARY[word]!r}, of(other)]", "return self")
        else:
            self.write(3, self.result(BINARY[word]))

    def comparison(self, name):
        if self.chance(30):
            self.write(1, "    # by one and total_ordering", "    pass")
        for word in self.random.sample(sorted(ORDER), self.random.randrange(1, 4)):
            self.write(2, f"def __{word}__(self, other):")
            self.write(3, self.pick([f"return self.value {ORDER[word]} of(other)", "return NotImplemented",
                                     f"return 'odd {word}'", f"return isinstance(other, Base) and self.value {ORDER[word]} other.value"]))
        if self.chance(40):
            self.write(2, "def __hash__(self):", f"    return {self.pick(['hash(self.value)', '7', repr('no'), '-1', '2 ** 70'])}")

    def container(self, name):
        self.write(2, "def __getitem__(self, key):",
                   self.pick(["    return key if key != 5 else {}[key]", "    return key if key != 4 else [][key]", "    return [10, 20, 30, 40][key]", "    raise KeyError(key)",
                              "    return {'a': 1}[key] if isinstance(key, str) else range(5)[key]"]))
        if self.chance(50):
            self.write(2, "def __setitem__(self, key, value):", "    print('set', key, value)")
        if self.chance(30):
            self.write(2, "def __delitem__(self, key):", "    print('del', key)")
        if self.chance(50):
            self.write(2, "def __len__(self):", f"    return {self.pick(['4', '0', 'self.value', '-1', repr('x'), '2.5', 'True'])}")
        if self.chance(30):
            self.write(2, "def __contains__(self, item):", f"    return {self.pick(['item == self.value', repr('yes'), '[]'])}")

    def hooks(self, name):
        if self.chance(60):
            self.write(2, "def __getattr__(self, name):",
                       self.pick(["    return f'made {name}'", "    raise AttributeError(f'no {name} here')",
                                  "    if name.startswith('x'):\n                    return name\n                return super().__getattr__(name)"]))
        if self.chance(30):
            self.write(2, "def __setattr__(self, name, value):", "    print('setting', name)",
                       "    super().__setattr__(name, value)")
        if self.chance(20):
            self.write(2, "def __delattr__(self, name):", "    print('deleting', name)",
                       "    object.__delattr__(self, name)")
        if self.chance(15):
            self.write(2, "def __dir__(self):", "    return ['z', 'a']")

    def calls(self, name):
        self.write(2, f"def __call__(self, {self.pick(['*args', 'a, b=2', 'a, /, *, k=1', '**options', ''])}):",
                   "    return sorted(map(str, locals()))")

    def conversion(self, name):
        for word, results in self.random.sample([
                ("str", ["f'str {self.value}'", "5"]), ("bool", ["False", "self.value", "True", "None"]),
                ("int", ["7", "'7'", "int(self.value)"]), ("float", ["1.5", "1"]), ("index", ["2", "1.5", "True"]),
                ("format", ["f'<{spec}>'", "3"]), ("bytes", ["b'raw'", "'raw'"]), ("round", ["('round', spec)"]),
                ("hash", ["5", "hash('x') * 0"]), ("length_hint", ["3", "NotImplemented"])], 3):
            extra = ", spec" if word == "format" else ", spec=None" if word == "round" else ""
            self.write(2, f"def __{word}__(self{extra}):", f"    return {self.pick(results)}")

    def context(self, name):
        self.write(2, "def __enter__(self):", f"    print('enter {name}')",
                   self.pick(["    return self", "    return 5", "    raise Problem('in enter')"]))
        if self.chance(85):
            self.write(2, "def __exit__(self, kind, error, trace):", "    print('exit', kind and kind.__name__, error)",
                       self.pick(["    return True", "    return None", "    return kind is Problem",
                                  "    raise Worse(9)", "    raise Worse(8) from error"]))

    def iteration(self, name):
        self.write(2, "def __iter__(self):", self.pick([
            "    yield from range(3)", "    return iter([4, 'z'])", "    return 5", "    for i in range(4):\n                    yield self.value, i",
            "    yield 1\n                raise Problem('half way')", "    yield self.who()\n                return 7"]))
        if self.chance(30):
            self.write(2, "def __next__(self):", "    self.value = self.value + 1",
                       "    if self.value > 3:", "        raise StopIteration(self.value)", "    return self.value")
        if self.chance(25):
            self.write(2, "def __reversed__(self):", "    return iter([3, 2, 1])")

    def class_level(self, name):
        if self.chance(60):
            self.write(2, "@classmethod", "def make(cls, *args):", "    return cls(*args), cls.__name__")
        if self.chance(60):
            self.write(2, "@staticmethod", "def helper(x=1):", f"    return {name!r}, x")
        if self.chance(25):
            self.write(2, "def __class_getitem__(cls, key):", "    return f'{cls.__name__}[{key}]'")
        if self.chance(20):
            self.write(2, "def __new__(cls, *args):", f"    print('new', cls.__name__)",
                       self.pick(["    return super().__new__(cls)", "    return object.__new__(cls)", "    return 5"]))

    def subclass_hook(self, name):
        self.write(2, "def __init_subclass__(cls, tag=None, **rest):",
                   f"    print('subclass of {name}:', cls.__name__, tag)", "    super().__init_subclass__(**rest)")

    def unary(self, name):
        for word in self.random.sample(["neg", "pos", "abs", "invert", "divmod"], 2):
            extra = ", other" if word == "divmod" else ""
            self.write(2, f"def __{word}__(self{extra}):", f"    return {word!r}, self.value")

    def a_data_class(self, name):
        options = [f"{word}=True" for word in ("order", "frozen", "unsafe_hash", "slots", "kw_only") if self.chance(25)]
        if self.chance(10):
            options.append(self.pick(["eq=False", "init=False"]))
        parents = [each for each, _ in self.data if self.chance(25)][:1]
        self.write(0, "try:", f"    @dataclass({', '.join(options)})",
                   f"    class {name}({', '.join(parents)}):" if parents else f"    class {name}:")
        names = self.random.sample(["a", "b", "c", "d"], self.random.randrange(1, 4))
        for each in names:
            default = self.pick(["", "", f" = {self.number()}", " = field(default_factory=list)", " = 'text'",
                                 " = field(default=5, repr=False)", " = field(default=0, compare=False)",
                                 " = field(init=False, default=9)", " = field(kw_only=True, default=1)", " = []"])
            self.write(2, f"{each}: {self.pick(['int', 'str', 'list', repr('Node')])}{default}")
        if self.chance(30):
            self.write(2, "def __post_init__(self):", f"    print('post', type(self).__name__)")
        self.write(0, "except (TypeError, ValueError) as error:", f"    print({name!r}, type(error).__name__, error)",
                   f"    {name} = Base", "")
        count = self.random.randrange(4)
        arguments = [str(self.number()) for _ in range(count)]
        if self.chance(30):
            arguments.append(f"{self.pick('abcd')}={self.number()}")
        self.data.append((name, f"{name}({', '.join(arguments)})"))

    # What is done with them

    def probe(self):
        a = "x" if self.chance(60) else self.value()
        b = self.pick(["x", "y", self.value(), self.value()])
        cls = self.pick(self.classes)
        part = self.pick(["1", "-1", "1:3", "::2", "'a'", "None", "1.5", "x", "::-1", "5", "...", "1, 2"])
        kinds = [
            f"{a} {self.pick(BINARY.values())} {b}", f"{b} {self.pick(BINARY.values())} {a}",
            f"{a} {self.pick(ORDER.values())} {b}", f"divmod({a}, {b})", f"{self.pick(['-', '+', '~'])}{a}",
            f"len(set({a}))", f"{self.pick(['len', 'bool', 'str', 'repr', 'abs', 'list', 'tuple', 'sum', 'next', 'int', 'float', 'round', 'bytes', 'callable', 'sorted', 'max', 'hex', 'ascii'])}({a})",
            f"{a}[{part}]", f"{a}({self.pick(['', '1', '1, 2', 'k=1', '1, k=2', '*[1, 2, 3]', '**{}'])})",
            f"{b} in {a}", f"x.{self.pick(['double', 'field', 'level', 'shared', 'missing', 'xray', 'value', '__class__.__name__', 'value', 'extra_C1'])}",
            f"{cls}.{self.pick(['field', 'level', 'shared', 'missing', '__name__', '__qualname__', '__bases__', '__doc__', '__module__'])}",
            f"setattr(x, '{self.pick(['double', 'field', 'level', 'value', 'new', 'who'])}', {self.number()})",
            f"delattr(x, '{self.pick(['double', 'field', 'level', 'value', 'missing'])}')",
            f"getattr(x, '{self.pick(['missing', 'level', 'xray'])}', 'default')", f"hasattr(x, '{self.pick(['missing', 'double', 'level'])}')",
            "x.who()", f"{cls}.who(x)", "x.make(1)", f"{cls}.make()", "x.helper()", f"{cls}.helper(3)", f"{cls}[int]",
            f"f'{{x!s:>9}}|{{x:{self.pick(['', '5', '>8', 'd', '.2f', 'zz'])}}}|{{x!r}}'", f"'%s %r' % (x, y)", f"'{{0}} {{0.value}}'.format(x)",
            f"isinstance(x, {cls}), isinstance({b}, (int, {cls}))", f"issubclass({cls}, {self.pick(self.classes)})",
            f"[each.__name__ for each in {cls}.__mro__]", "sorted(vars(x))", "[name for name in dir(x) if not name.startswith('__')]", "type(iter(x)).__name__", "list(reversed(x))", "copy.copy(x)", "copy.deepcopy(x).value", "x == copy.copy(x), x != y",
            f"super({cls}, x).who()", f"sorted([x, y, {self.instance()}])", f"[*x]", "hash(x) == hash(copy.copy(y)) or type(hash(x))", "dict(x)", "x and y", "not x", "range(x)[0]", "[1, 2, 3][x]", "'abc' * x",
            f"{{x: 1}}.get(x)", "max(x, y)", f"functools.reduce(lambda p, q: p + q, [x, {self.number()}, y])",
        ]
        expression = self.pick(kinds)
        return f"attempt({expression!r}, lambda: {expression})"

    def do_with_data(self):
        _, make = self.pick(self.data)
        other = self.pick(self.data)[1]
        expression = self.pick([
            make, f"{make} == {other}", f"{make} < {other}", f"type(hash({make}))", f"asdict({make})", f"astuple({make})",
            f"replace({make}, {self.pick('abcd')}={self.number()})", f"setattr({make}, '{self.pick('abcde')}', 1)",
            f"{make}.{self.pick('abcd')}", f"sorted([{make}, {other}])", f"copy.copy({make})", f"{make}.__match_args__",
            f"type({make}).__doc__", f"delattr({make}, '{self.pick('abcd')}')", f"{{{make}: 1}}"])
        return f"attempt({expression!r}, lambda: {expression})"

    def in_place_statement(self):
        operator = self.pick(BINARY.values())
        self.write(0, f"z = kept = {self.pick([self.instance(), '[1, 2]', '(1,)', '{1, 2}', '{}', '5', repr('s')])}", "try:", f"    z {operator}= {self.value()}",
                   "    print('in place', z, z is kept)", "except Exception as error:",
                   "    print('in place !', type(error).__name__, error)")

    def item_statement(self):
        part = self.pick(["1", "0:2", "::2", "'a'", "-1", "1:1", "5", "::-1", "2:0"])
        target = self.pick(["x", "[1, 2, 3, 4]", "{'a': 1}", "bytearray(b'abcd')", "'text'", "(1, 2)"])
        self.write(0, f"z = {target}", "try:",
                   f"    {self.pick([f'z[{part}] = {self.value()}', f'del z[{part}]', f'z[{part}] += {self.value()}'])}",
                   "    print('item', z)", "except Exception as error:", "    print('item !', type(error).__name__, error)")

    def unpacking(self):
        target = self.pick(["p, q", "p, *q", "*p, q", "p, q, r", "(p, q), r", "[p, *q, r]"])
        self.write(0, "try:", f"    {target} = {self.value()}", "    print('unpacked', p, q)", "except Exception as error:",
                   "    print('unpacked !', type(error).__name__, error)")

    def with_statement(self):
        self.write(0, "try:", f"    with {self.instance()} as w{self.pick(['', f', {self.instance()}'])}:", "        print('inside', w)",
                   "        " + self.pick(["pass", "raise Problem('inside')", "raise Worse(1, 2)", "1 / 0"]),
                   "    print('after')", "except Exception as error:", "    explain(error)")

    def raising(self):
        first = self.pick(["Problem('first')", "Worse(4)", "KeyError('k')", "Problem", "ValueError(1, 2)"])
        second = self.pick(["Worse(5, 6)", "Problem()", "TypeError('t')"])
        how = self.pick(["", "", " from error", " from None", " from Worse(7)", " from 5"])
        self.write(0, "try:", "    try:", f"        raise {first}", f"    except {self.pick(['Problem', 'ValueError', '(KeyError, Problem)', 'Exception'])} as error:",
                   f"        error.add_note({self.pick([repr('a note'), repr('') , 'str(error)', '5'])})",
                   f"        {self.pick([f'raise {second}{how}', 'raise', 'print(repr(error), error)'])}",
                   "    else:", "        print('else')", "    finally:", f"        print('finally')",
                   "except Exception as error:", "    explain(error)")

    def a_generator(self, name):
        self.write(0, f"def {name}(source):")
        self.write(1, "result = 0", "try:")
        for _ in range(self.random.randrange(1, 4)):
            self.write(2, *self.pick([
                ["got = yield result", "result = got if got is not None else result"],
                ["for item in source:", "    got = yield item", "    if got: break"],
                ["result = yield from source"], ["yield from [1, 2]"], ["yield source"],
                ["try:", "    yield 'try'", "except Problem as error:", "    yield ('caught', error)"],
                [f"yield from {self.pick(self.generators)}(source)" if self.generators else "yield"],
                ["if result: return 'early'"], ["raise Problem('in the generator')"]]))
        if self.chance(40):
            self.write(1, *self.pick([["except ValueError as error:", "    print('ValueError', error)"],
                                      ["except GeneratorExit:", "    print('told to stop')", "    raise"],
                                      ["except Problem as error:", "    raise Worse(2) from error"]]))
        self.write(1, "finally:", "    print('generator ends')")
        self.write(1, "return result, 'returned'", "")
        self.generators.append(name)

    def drive(self):
        self.write(0, f"g = {self.pick(self.generators)}({self.value()})")
        for _ in range(self.random.randrange(3, 8)):
            expression = self.pick(["next(g)", "next(g)", "g.send(1)", "g.send(None)", "g.throw(Problem('thrown'))",
                                    "g.throw(ValueError, 'old style')", "g.close()", "next(g, 'end')", "[*g]", "g.gi_running",
                                    "g.throw(Worse(3))"])
            self.write(0, f"attempt({expression!r}, lambda: {expression})")
        self.write(0, "del g")

    def program(self):
        for number in range(self.random.randrange(2, 6)):
            self.a_class(f"C{number}")
        for number in range(self.random.randrange(1, 4)):
            self.a_data_class(f"D{number}")
        for number in range(self.random.randrange(1, 3)):
            self.a_generator(f"gen{number}")
        for _ in range(3):
            self.write(0, "try:", f"    x, y = {self.instance()}, {self.instance()}", "except Exception as error:",
                       "    print('made !', type(error).__name__, error)", "    x = y = Base()")
            for _ in range(self.random.randrange(8, 16)):
                self.write(0, self.probe())
            for step in self.random.sample([self.in_place_statement, self.item_statement, self.unpacking,
                                            self.with_statement, self.raising, self.drive], 4):
                step()
            for _ in range(4):
                self.write(0, self.do_with_data())
        return HEADER + PRELUDE + "\n" + "\n".join(self.lines) + "\n"


def program(seed):
    return Maker(seed).program()


if __name__ == "__main__":
    sys.stdout.write(program(int(sys.argv[1])))
