// What instructions do beyond their fast paths, kept out of the dispatch loop so that it stays
// readable and its fast paths stay close together. Each function follows the instruction of its
// name in opcodes.h.
#pragma once

#include "engine/runtime/frame.h"
#include "engine/runtime/native.h"
#include "engine/runtime/vm.h"

namespace coroscope::runtime {

// --- names.cpp ------------------------------------------------------------------------------

Raised raiseNotDefined(Vm& vm, Str* name);
Raised raiseUnbound(Vm& vm, Frame* frame, std::uint32_t slot);
[[nodiscard]] Ref loadClassDeref(Vm& vm, Frame* frame, const Instruction& instruction);
[[nodiscard]] Ref loadName(Vm& vm, Frame* frame, Str* name);
/// In the namespace of a class body or else the globals. `value` Unbound: delete.
Status storeName(Vm& vm, Frame* frame, Str* name, Value value);
void setUpAnnotations(Vm& vm, Frame* frame);

// --- inline_caches.cpp: after a miss; each gives the result of the instruction as well ------

[[nodiscard]] Ref loadGlobalMiss(Vm& vm, Frame* frame, Str* name, InlineCache* cache);
[[nodiscard]] Ref loadAttributeMiss(Vm& vm, Value object, Str* name, InlineCache* cache);
[[nodiscard]] Status storeAttributeMiss(Vm& vm, Value object, Str* name, Value value,
                                        InlineCache* cache);
/// Gives [function self] or [attribute Unbound].
[[nodiscard]] Status loadMethodMiss(Vm& vm, Value object, Str* name, InlineCache* cache,
                                    Value out[2]);

// --- call_arguments.cpp ---------------------------------------------------------------------

[[nodiscard]] Status extendForCall(Vm& vm, List* list, Value iterable, Value callable);
[[nodiscard]] Status mergeForCall(Vm& vm, Dict* dict, Value mapping, Value callable);
/// `callable(*positional, **keywords)`: `keywords` may be unbound. A scenario's function is not
/// run: `called` gets the frame to run (owned), and the result means nothing.
[[nodiscard]] Ref callSpread(Vm& vm, Value callable, Value positional, Value keywords,
                             Frame*& called);

// --- building.cpp ---------------------------------------------------------------------------

[[nodiscard]] Ref makeFunctionValue(Vm& vm, Frame* frame, const Instruction& instruction,
                                    Value*& stackTop);
[[nodiscard]] Ref concatenateStrings(Vm& vm, std::span<const Value> parts);
/// `a + b`, where `a` may be the text of the variable that the instruction after `ip` stores to.
/// Nobody will see that text again: it is made longer where it lies, and the variable left unbound
/// until the store. (unicode_concatenate in CPython's ceval.c; without it, building a text piece by
/// piece takes time by the square of its length.)
[[nodiscard]] Ref addThenStore(Vm& vm, Frame* frame, const Instruction* ip, Value a, Value b,
                               bool inPlace);
[[nodiscard]] Ref formatForString(Vm& vm, Value value, std::uint8_t flags, Value spec);
[[nodiscard]] Ref setOf(Vm& vm, std::span<const Value> items);
/// `entries`: key, value, key, value, …
[[nodiscard]] Ref dictOf(Vm& vm, std::span<const Value> entries);
/// `{**mapping}`.
[[nodiscard]] Status updateDisplay(Vm& vm, Dict* dict, Value mapping);

// --- unpacking.cpp: the items go above `bottom`, the first on top; the stack has room -------

[[nodiscard]] Status unpackSequence(Vm& vm, Value iterable, int count, Value* bottom);
[[nodiscard]] Status unpackEx(Vm& vm, Value iterable, int before, int after, Value* bottom);

// --- awaiting.cpp ---------------------------------------------------------------------------

[[nodiscard]] Ref getYieldFromIterator(Vm& vm, Frame* frame, Value value);
/// `await` of something that an instruction made: c as in GetAwaitable.
[[nodiscard]] Ref awaitableOf(Vm& vm, Value value, std::uint8_t where);
[[nodiscard]] Ref asyncIterator(Vm& vm, Value value);
[[nodiscard]] Ref asyncNextAwaitable(Vm& vm, Value iterator);
/// sendTo() with the kind of its outcome apart: a raised Ref, or what was yielded or returned.
[[nodiscard]] Ref sendTo(Vm& vm, Value iterator, Value sent, bool& yielded);

// --- with_statement.cpp ---------------------------------------------------------------------

/// `__enter__`/`__exit__` or their asynchronous twins; `out` gets the bound exit and the result of
/// enter(), both owned.
[[nodiscard]] Status beforeWith(Vm& vm, Value manager, bool asynchronous, Value out[2]);
/// `await manager.__aenter__()` where that is a native that can do so at once. `out` gets, owned,
/// the bound `__aexit__`; the result, or what is waited for; and what that yields.
[[nodiscard]] AtOnce enterAtOnce(Vm& vm, Value manager, Value out[3]);
[[nodiscard]] Ref callExit(Vm& vm, Value exit, Value exception);

// --- raising.cpp ----------------------------------------------------------------------------

[[nodiscard]] Status raiseStatement(Vm& vm, Value exception, Value cause);
/// A bare `raise`: the exception that is being handled is pending again, as it was.
[[nodiscard]] Status raiseAgain(Vm& vm);
[[nodiscard]] Outcome<bool> exceptionMatches(Vm& vm, Exception* exception, Value type);

// --- except_star.cpp ------------------------------------------------------------------------

struct ExceptionMatch {
    Ref match = Ref::none();  ///< a group, or None
    Ref rest = Ref::none();
};
[[nodiscard]] Status matchExceptionGroup(Vm& vm, Value exception, Value type, ExceptionMatch& out);
[[nodiscard]] Ref exceptionToReraise(Vm& vm, Value original, List* raised);

// --- pattern_matching.cpp -------------------------------------------------------------------

[[nodiscard]] bool matchesSequence(const Vm& vm, Value value);
[[nodiscard]] bool matchesMapping(const Vm& vm, Value value);
[[nodiscard]] Ref valuesUnderKeys(Vm& vm, Value mapping, Tuple* keys);
[[nodiscard]] Ref attributesOfClassPattern(Vm& vm, Value subject, Value type, Tuple* names,
                                           int positional);

}  // namespace coroscope::runtime
