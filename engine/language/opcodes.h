// The instruction set: one table, from which the enum, the dispatch table of
// the VM and the disassembler are made.
//
// The VM is a stack machine. A frame has `slots` (locals, then cells, then free
// variables; see code_object.h) and above them an evaluation stack. An
// instruction is eight bytes: an opcode, a small operand `c`, an index `b`
// (of an inline cache, unless said otherwise) and an operand `a`. Jump targets
// are absolute instruction indices in `a`.
//
// Stack effects are written [before] -> [after], top of the stack on the right.
// `null` is the Unbound value; it fills the self place of a call that has none.
// The shape of exception handling (exception table, PUSH_EXC_INFO, RERAISE …)
// follows CPython 3.11's, see Python/compile.c and Objects/exception_handling_notes.txt.
#pragma once

#include <cstdint>

namespace coroscope::language {

// X(name, effect): effect is only documentation, save that the disassembler prints it.
// clang-format off
#define CORO_OPCODES(X)                                                                            \
  X(Nop,              "[] -> []")                                                                  \
  /* stack */                                                                                      \
  X(PopTop,           "[x] -> []")                                                                 \
  X(Copy,             "[x ...] -> [x ... x]; a = depth from the top, 1 = the top itself")          \
  X(Swap,             "[x ... y] -> [y ... x]; a = depth from the top, 2 = the one below the top") \
  X(PushNull,         "[] -> [null]")                                                              \
  /* names */                                                                                      \
  X(LoadConst,        "[] -> [constants[a]]")                                                      \
  X(LoadFast,         "[] -> [slots[a]]; UnboundLocalError if it is unbound")                      \
  X(StoreFast,        "[x] -> []; slots[a] = x")                                                   \
  X(DeleteFast,       "[] -> []; unbinds slots[a], UnboundLocalError if it is unbound")            \
  X(MakeCell,         "[] -> []; wraps what slots[a] holds (or nothing) into a new cell")          \
  X(LoadClosure,      "[] -> [the cell in slots[a] itself]")                                       \
  X(LoadDeref,        "[] -> [contents of the cell in slots[a]]; NameError if empty")              \
  X(StoreDeref,       "[x] -> []; into the cell in slots[a]")                                      \
  X(DeleteDeref,      "[] -> []; empties the cell in slots[a]; NameError if empty")                \
  X(LoadClassDeref,   "[] -> [x]; names[b] in the class namespace, else the cell in slots[a]")     \
  X(LoadGlobal,       "[] -> [x] or, if c, [x null]; names[a] in globals, then builtins")          \
  X(StoreGlobal,      "[x] -> []; globals[names[a]] = x (module level stores too)")                \
  X(DeleteGlobal,     "[] -> []")                                                                  \
  X(LoadName,         "[] -> [x]; names[a] in the class namespace, globals, builtins")             \
  X(StoreName,        "[x] -> []; into the class namespace")                                       \
  X(DeleteName,       "[] -> []; from the class namespace")                                        \
  X(LoadAttr,         "[obj] -> [obj.names[a]]")                                                   \
  X(StoreAttr,        "[value obj] -> []; obj.names[a] = value")                                   \
  X(DeleteAttr,       "[obj] -> []")                                                               \
  X(LoadMethod,       "[obj] -> [function obj] or [attribute null]; for a Call that follows")      \
  /* calls */                                                                                      \
  X(Call,             "[callable self|null arg*a] -> [result]")                                    \
  X(CallKw,           "[callable self|null arg*a] -> [result]; the last args are named by the tuple constants[b]") \
  X(CallEx,           "[callable null tuple dict?] -> [result]; c = 1 if there is a dict")         \
  X(MakeFunction,     "[defaults? kwdefaults? annotations? closure?] -> [function]; a = constant index of the code, c = MakeFunctionFlags") \
  X(LoadBuildClass,   "[] -> [builtins.__build_class__]")                                          \
  X(ReturnValue,      "[x] -> ends the frame")                                                     \
  /* building */                                                                                   \
  X(BuildTuple,       "[x*a] -> [tuple]")                                                          \
  X(BuildList,        "[x*a] -> [list]")                                                           \
  X(BuildSet,         "[x*a] -> [set]")                                                            \
  X(BuildMap,         "[(key value)*a] -> [dict]")                                                 \
  X(BuildString,      "[str*a] -> [their concatenation]")                                          \
  X(BuildSlice,       "[start stop step?] -> [slice]; a = 2 or 3")                                 \
  X(ListAppend,       "[list ... x] -> [list ...]; a = depth of the list below x, 1 = next to it") \
  X(SetAdd,           "[set ... x] -> [set ...]; a as in ListAppend")                              \
  X(MapAdd,           "[dict ... key value] -> [dict ...]; a = depth of the dict below key")       \
  X(ListExtend,       "[list ... iterable] -> [list ...]; a as in ListAppend; c = 1: it is all of a call's positional arguments, f(*x): the error names f") \
  X(SetUpdate,        "[set ... iterable] -> [set ...]")                                           \
  X(DictUpdate,       "[dict ... mapping] -> [dict ...]")                                          \
  X(DictMerge,        "[callable null tuple dict ... mapping] -> [... dict ...]; as DictUpdate, a repeated key is a TypeError that names the callable") \
  X(ListToTuple,      "[list] -> [tuple]")                                                         \
  X(FormatValue,      "[x spec?] -> [str]; c = FormatFlags")                                       \
  X(UnpackSequence,   "[iterable] -> [x_a ... x_1]; the first item on top")                        \
  X(UnpackEx,         "[iterable] -> [after... list before...]; a = before | after << 16; the first item on top") \
  /* operators */                                                                                  \
  X(UnaryNegative,    "[x] -> [-x]")                                                               \
  X(UnaryPositive,    "[x] -> [+x]")                                                               \
  X(UnaryInvert,      "[x] -> [~x]")                                                               \
  X(UnaryNot,         "[x] -> [not x]")                                                            \
  X(BinaryOp,         "[x y] -> [x op y]; c = Operator, a = 1 if in place")                        \
  X(BinaryAdd,        "[x y] -> [x + y]; a = 1 if in place")                                       \
  X(BinarySubtract,   "[x y] -> [x - y]; a = 1 if in place")                                       \
  X(BinaryMultiply,   "[x y] -> [x * y]; a = 1 if in place")                                       \
  X(BinarySubscr,     "[x i] -> [x[i]]")                                                           \
  X(StoreSubscr,      "[value x i] -> []; x[i] = value")                                           \
  X(DeleteSubscr,     "[x i] -> []")                                                               \
  X(Compare,          "[x y] -> [x op y]; c = Comparison")                                         \
  X(IsOp,             "[x y] -> [bool]; c = 1 for `is not`")                                       \
  X(ContainsOp,       "[x container] -> [bool]; c = 1 for `not in`")                               \
  /* jumps and loops */                                                                            \
  X(Jump,             "[] -> []; forward, to a")                                                   \
  X(JumpBackward,     "[] -> []; to a; here the budget of instructions is looked at")              \
  X(PopJumpIfFalse,   "[x] -> []; to a")                                                           \
  X(PopJumpIfTrue,    "[x] -> []; to a")                                                           \
  X(PopJumpIfNone,    "[x] -> []; to a")                                                           \
  X(PopJumpIfNotNone, "[x] -> []; to a")                                                           \
  X(JumpIfFalseOrPop, "[x] -> [x] and to a, or []")                                                \
  X(JumpIfTrueOrPop,  "[x] -> [x] and to a, or []")                                                \
  X(GetIter,          "[x] -> [iter(x)]")                                                          \
  X(ForIter,          "[iterator] -> [iterator next]; at its end [] and to a")                     \
  /* exceptions */                                                                                 \
  X(PushExcInfo,      "[exc] -> [previous exc]; exc becomes the handled exception")                \
  X(PopExcept,        "[previous] -> []; previous becomes the handled exception again")            \
  X(CheckExcMatch,    "[exc type] -> [exc bool]; TypeError if type is no exception class or tuple of these") \
  X(Reraise,          "[exc] -> raises it as it is, adding no traceback entry")                        \
  X(RaiseVarargs,     "[exc? cause?] -> raises; a = 0 re-raises the handled exception")            \
  X(LoadAssertionError, "[] -> [AssertionError]")                                                  \
  X(CheckEgMatch,     "[exc type] -> [rest|None match|None]; of except*: what of the group is of the type, and what is left") \
  X(PrepReraiseStar,  "[original list] -> [exc|None]; what is left to raise after the handlers of except*") \
  X(BeforeWith,       "[manager] -> [bound __exit__, result of __enter__()]")                      \
  X(WithExceptStart,  "[exit previous exc] -> [exit previous exc result]; calls exit(type, exc, traceback)") \
  /* generators and coroutines */                                                                  \
  X(YieldValue,       "[x] -> suspends, then [sent]")                                              \
  X(GetYieldFromIter, "[x] -> [iterator for `yield from`]")                                        \
  X(GetAwaitable,     "[x] -> [iterator for `await`]; c = 1: x came from __aenter__, 2: from __aexit__ (error texts)") \
  X(YieldFrom,        "[iterator sent] -> suspends with each value it yields, then [its result]; the wait of `await` and `yield from`") \
  X(BeforeAsyncWith,  "[manager] -> [bound __aexit__, result of __aenter__()]; not yet awaited")   \
  X(GetAiter,         "[x] -> [x.__aiter__()]")                                                    \
  X(GetAnext,         "[aiter] -> [aiter, awaitable of __anext__()]")                              \
  X(EndAsyncFor,      "[aiter exc] -> []; if exc is StopAsyncIteration, else raises exc")          \
  X(AsyncGenWrap,     "[x] -> [x wrapped]; before YieldValue in an asynchronous generator")        \
  /* match */                                                                                      \
  X(GetLen,           "[x] -> [x len(x)]")                                                         \
  X(MatchSequence,    "[x] -> [x bool]; is it a sequence, but no str or bytes?")                   \
  X(MatchMapping,     "[x] -> [x bool]")                                                           \
  X(MatchKeys,        "[x keys] -> [x keys values|None]; the values of x under the keys, None if one is missing") \
  X(MatchClass,       "[x class names] -> [attributes|None]; a = patterns by position, names: of those by keyword") \
  /* modules */                                                                                    \
  X(ImportName,       "[fromlist] -> [module]; names[a], level b; fromlist is None or a tuple")    \
  X(ImportFrom,       "[module] -> [module module.names[a]]")                                      \
  X(ImportStar,       "[module] -> []; at module level only")                                      \
  X(SetupAnnotations, "[] -> []; makes __annotations__ in a module or class namespace if missing") \
  /* joined by the emitter's peephole pass; each equals the pair that it names */                  \
  X(LoadFastLoadFast,  "[] -> [slots[a] slots[b]]")                                                \
  X(LoadFastLoadConst, "[] -> [slots[a] constants[b]]")                                            \
  X(StoreFastLoadFast, "[x] -> [slots[b]]; slots[a] = x")                                          \
  X(StoreFastStoreFast,"[x y] -> []; slots[a] = y, slots[b] = x")                                  \
  X(LoadFastLoadAttr,  "[] -> [slots[c].names[a]]; b = cache")                                     \
  X(ForIterStoreFast,  "[iterator] -> [iterator]; slots[b] = next; at its end [] and to a")        \
  X(CompareJumpIfFalse,"[x y] -> []; c = Comparison; to a if it does not hold")                    \
  X(CompareJumpIfTrue, "[x y] -> []; c = Comparison; to a if it holds")                            \
  X(CompareFastConst,  "[] -> []; compares slots[b & 255] with constants[b >> 8]; c = Comparison | CompareFlags; to a if it gives what is wanted") \
  X(CompareFastFast,   "[] -> []; as CompareFastConst, with slots[b >> 8]")                        \
  X(LoadConstLoadFast, "[] -> [constants[a] slots[b]]")                                            \
  X(LoadFastLoadMethod,"[] -> as LoadMethod of slots[c]; names[a], b = cache")                     \
  X(LoadFastStoreAttr, "[value] -> []; slots[c].names[a] = value; b = cache")                      \
  X(ReturnConst,       "[] -> ends the frame with constants[a]")                                   \
  X(AddFastConst,      "[] -> [slots[a] + constants[b]]; c = 1 if in place")                       \
  X(SubtractFastConst, "[] -> [slots[a] - constants[b]]; c = 1 if in place")                       \
  X(AddFastFast,       "[] -> [slots[a] + slots[b]]; c = 1 if in place")
// clang-format on

enum class Opcode : std::uint8_t {
#define CORO_ENUM(name, effect) name,
    CORO_OPCODES(CORO_ENUM)
#undef CORO_ENUM
};

/// Operand `c` of BinaryOp.
enum class Operator : std::uint8_t {
    Add,
    Subtract,
    Multiply,
    TrueDivide,
    FloorDivide,
    Modulo,
    Power,
    LeftShift,
    RightShift,
    And,
    Or,
    Xor,
    MatrixMultiply,
};

/// Operand `c` of Compare, in the order of CPython's Py_LT … Py_GE.
enum class Comparison : std::uint8_t { Less, LessEqual, Equal, NotEqual, Greater, GreaterEqual };

/// Operand `c` of CompareFastConst and CompareFastFast: a Comparison, and whether to jump if it
/// holds or if it does not.
enum CompareFlags : std::uint8_t { kComparisonMask = 7, kJumpIfHolds = 8 };

/// Operand `c` of MakeFunction; what is present lies on the stack in this order.
enum MakeFunctionFlags : std::uint8_t {
    kHasDefaults = 1,     ///< tuple of defaults of positional parameters
    kHasKwDefaults = 2,   ///< dict of defaults of keyword-only parameters
    kHasAnnotations = 4,  ///< dict name -> annotation
    kHasClosure = 8,      ///< tuple of cells, in the order of CodeObject::freeNames
};

/// Operand `c` of FormatValue.
enum FormatFlags : std::uint8_t {
    kConvertNone = 0,
    kConvertStr = 1,
    kConvertRepr = 2,
    kConvertAscii = 3,
    kConversionMask = 3,
    kHasFormatSpec = 4,
};

/// Operand `b` where an instruction that could have a cache has none.
inline constexpr std::uint16_t kNoCache = 0xFFFF;

struct Instruction {
    Opcode op = Opcode::Nop;
    std::uint8_t c = 0;
    std::uint16_t b = 0;
    std::int32_t a = 0;
};
static_assert(sizeof(Instruction) == 8);

}  // namespace coroscope::language
