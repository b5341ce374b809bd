#!/usr/bin/env python3
"""Compares our bytecode's positions with those of CPython 3.11's compiler.

Usage: /usr/bin/python3 compare_code.py COMPILE_TOOL [--show N] [FILE...]

For every code object of real programs (by default the standard library's), the
set of (operation, position) of all instructions that can raise must be that of
CPython's `co_positions()`. Positions show in tracebacks, as line and as carets.
"""
import argparse
import collections
import dis
import pathlib
import subprocess
import sys
import sysconfig
import warnings

warnings.simplefilter("ignore")

# CPython's operations and ours, by a name for both.
THEIRS = {
    "LOAD_GLOBAL": "global", "LOAD_NAME": "global", "STORE_ATTR": "set attribute",
    "LOAD_ATTR": "attribute", "LOAD_METHOD": "attribute", "DELETE_ATTR": "del attribute",
    "CALL": "call", "CALL_FUNCTION_EX": "call*", "BINARY_OP": "binary",
    "BINARY_SUBSCR": "subscript", "STORE_SUBSCR": "set item", "DELETE_SUBSCR": "del item",
    "COMPARE_OP": "compare", "CONTAINS_OP": "in", "GET_ITER": "iter", "FOR_ITER": "next",
    "UNPACK_SEQUENCE": "unpack", "UNPACK_EX": "unpack*", "GET_AWAITABLE": "awaitable",
    "SEND": "send", "YIELD_VALUE": None, "RAISE_VARARGS": "raise", "BEFORE_WITH": "with",
    "BEFORE_ASYNC_WITH": "async with", "IMPORT_NAME": "import", "IMPORT_FROM": "import from",
    "FORMAT_VALUE": "format", "CHECK_EXC_MATCH": "except", "WITH_EXCEPT_START": "exit",
    "UNARY_NOT": "not", "UNARY_NEGATIVE": "negative", "UNARY_INVERT": "invert",
    "GET_AITER": "aiter", "GET_ANEXT": "anext", "END_ASYNC_FOR": "end async for",
    "LIST_EXTEND": "extend", "DICT_MERGE": "merge", "DICT_UPDATE": "update",
    "LOAD_FAST": "local", "DELETE_FAST": "del local", "LOAD_DEREF": "deref",
    "LOAD_CLASSDEREF": "deref", "MAP_ADD": "map add", "BUILD_SLICE": "slice",
    "GET_YIELD_FROM_ITER": "yield from",
}
OURS = {
    "LoadGlobal": "global", "LoadName": "global", "StoreAttr": "set attribute",
    "LoadAttr": "attribute", "LoadMethod": "attribute", "DeleteAttr": "del attribute",
    "Call": "call", "CallKw": "call", "CallEx": "call*", "BinaryOp": "binary",
    "BinaryAdd": "binary", "BinarySubtract": "binary", "BinaryMultiply": "binary",
    "BinarySubscr": "subscript", "StoreSubscr": "set item", "DeleteSubscr": "del item",
    "Compare": "compare", "ContainsOp": "in", "GetIter": "iter", "ForIter": "next",
    "UnpackSequence": "unpack", "UnpackEx": "unpack*", "GetAwaitable": "awaitable",
    "YieldFrom": "send", "RaiseVarargs": "raise", "BeforeWith": "with",
    "BeforeAsyncWith": "async with", "ImportName": "import", "ImportFrom": "import from",
    "FormatValue": "format", "CheckExcMatch": "except", "WithExceptStart": "exit",
    "UnaryNot": "not", "UnaryNegative": "negative", "UnaryInvert": "invert",
    "GetAiter": "aiter", "GetAnext": "anext", "EndAsyncFor": "end async for",
    "ListExtend": "extend", "DictMerge": "merge", "DictUpdate": "update",
    "LoadDeref": "deref", "LoadClassDeref": "deref", "MapAdd": "map add", "BuildSlice": "slice",
    "GetYieldFromIter": "yield from", "DeleteFast": "del local",
    "LoadFastLoadAttr": "attribute", "LoadFastLoadMethod": "attribute",
    "LoadFastStoreAttr": "set attribute", "ForIterStoreFast": "next",
    "CompareFastConst": "compare", "CompareFastFast": "compare",
    "CompareJumpIfFalse": "compare", "CompareJumpIfTrue": "compare", "AddFastConst": "binary",
    "SubtractFastConst": "binary", "AddFastFast": "binary",
}
# Whether CPython has these at all depends on optimisations that nobody can see.
# (Deleting the name of `except … as name` has no position of its own.)
NOT_COMPARED = {"local", "extend", "update", "map add", "del local"}


def theirs(code, result):
    for instruction in dis.get_instructions(code):
        name = THEIRS.get(instruction.opname)
        position = instruction.positions
        if name is None or name in NOT_COMPARED or position.lineno is None:
            continue
        span = (position.lineno, position.col_offset, position.end_lineno, position.end_col_offset)
        result[code.co_qualname, code.co_firstlineno].add((name, *span))
    for constant in code.co_consts:
        if hasattr(constant, "co_code"):
            theirs(constant, result)


def compare(path, lines, args):
    try:
        code = compile(path.read_bytes(), str(path), "exec", dont_inherit=True)
    except (SyntaxError, ValueError) as error:
        return 0, int(not lines[0].startswith("error")) if lines else 1, [f"{path}: {error}"]
    if lines and lines[0].startswith("error"):
        return 0, int("not supported" not in lines[0]), [lines[0]]
    expected = collections.defaultdict(set)
    theirs(code, expected)
    found = collections.defaultdict(set)
    for line in lines:
        qualified, first, operation, *span = line.split("\t")
        name = OURS.get(operation.split(" ")[0])
        if name is not None and name not in NOT_COMPARED:
            found[qualified, int(first)].add((name, *map(int, span)))
    problems = []
    for key in sorted(set(expected) | set(found)):
        missing, extra = expected[key] - found[key], found[key] - expected[key]
        # `"%s" % (x,)` is an f-string to CPython.
        if {each[0] for each in missing} <= {"format"} and {each[0] for each in extra} <= {"binary"}:
            continue
        # What CPython knows beforehand, and we find out at run time, cannot raise.
        if not missing and {each[0] for each in extra} <= {"binary", "subscript", "invert"}:
            continue
        if missing or extra:
            problems.append(f"{path} {key}: missing {sorted(missing)[:4]} extra {sorted(extra)[:4]}")
    return len(expected), len(problems), problems


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("tool")
    parser.add_argument("--show", type=int, default=20)
    parser.add_argument("--every", type=int, default=1, help="take each Nth file only")
    parser.add_argument("files", nargs="*", type=pathlib.Path)
    args = parser.parse_args()
    library = pathlib.Path(sysconfig.get_path("stdlib"))
    files = args.files or sorted(library.rglob("*.py"))
    files = [each for each in files if "lib2to3/tests" not in str(each)][::args.every]
    if not files:
        sys.exit("no Python files to compare")
    total = wrong = shown = 0
    for start in range(0, len(files), 50):
        batch = files[start:start + 50]
        output = subprocess.run([args.tool, "positions", *map(str, batch)], capture_output=True,
                                check=True).stdout.decode(errors="replace")
        for path, chunk in zip(batch, _chunks(output)):
            count, problems, texts = compare(path, chunk, args)
            total += count
            wrong += problems
            for text in texts:
                if shown < args.show:
                    print(text)
                    shown += 1
    print(f"{len(files)} files, {total} code objects, {wrong} differ")
    sys.exit(wrong > 0)


def _chunks(output):
    chunk = None
    for line in output.split("\n"):
        if line.startswith("file "):
            if chunk is not None:
                yield chunk
            chunk = []
        elif line and chunk is not None:
            chunk.append(line)
    yield chunk


if __name__ == "__main__":
    main()
