// The slower halves of instructions, kept out of the dispatch loop so that it stays
// readable and its fast paths stay close together.
#pragma once

#include "engine/runtime/frame.h"
#include "engine/runtime/native.h"
#include "engine/runtime/vm.h"

namespace coroscope::runtime {

/// Each of these follows the instruction of its name in opcodes.h.
[[nodiscard]] Ref makeFunctionValue(Vm& vm, Frame* frame, const Instruction& instruction,
                                    Value*& stackTop);
[[nodiscard]] Ref concatenateStrings(Vm& vm, std::span<const Value> parts);
[[nodiscard]] Ref formatForString(Vm& vm, Value value, std::uint8_t flags, Value spec);
/// Writes the items below `top` so that the first ends on top; the stack has room.
[[nodiscard]] Status unpackSequence(Vm& vm, Value iterable, int count, Value* bottom);
[[nodiscard]] Status unpackEx(Vm& vm, Value iterable, int before, int after, Value* bottom);
[[nodiscard]] Status extendForCall(Vm& vm, List* list, Value iterable, Value callable);
[[nodiscard]] Status mergeForCall(Vm& vm, Dict* dict, Value mapping, Value callable);
[[nodiscard]] Outcome<bool> exceptionMatches(Vm& vm, Exception* exception, Value type);
Raised raiseNotDefined(Vm& vm, Str* name);
Raised raiseUnbound(Vm& vm, Frame* frame, std::uint32_t slot);
[[nodiscard]] Ref loadName(Vm& vm, Frame* frame, Str* name);
/// In the namespace of a class body or else the globals. `value` Unbound: delete.
Status storeName(Vm& vm, Frame* frame, Str* name, Value value);
[[nodiscard]] Status raiseStatement(Vm& vm, Value exception, Value cause);
/// `__enter__`/`__exit__` or their asynchronous twins; `out` gets the bound exit and the result of
/// enter(), both owned.
[[nodiscard]] Status beforeWith(Vm& vm, Value manager, bool asynchronous, Value out[2]);
/// `await manager.__aenter__()` where that is a native that can do so at once (AtOnce); then `exit`
/// is the bound `__aexit__`, owned.
[[nodiscard]] AtOnce enterAtOnce(Vm& vm, Value manager, Value& exit, FirstStep& step);
[[nodiscard]] Ref callExit(Vm& vm, Value exit, Value exception);
[[nodiscard]] Ref getYieldFromIterator(Vm& vm, Frame* frame, Value value);
/// `await` of something that an instruction made: c as in GetAwaitable.
[[nodiscard]] Ref awaitableOf(Vm& vm, Value value, std::uint8_t where);
[[nodiscard]] Ref asyncIterator(Vm& vm, Value value);
[[nodiscard]] Ref asyncNextAwaitable(Vm& vm, Value iterator);
// except*: except_star.cpp.
struct ExceptionMatch {
    Ref match = Ref::none();  ///< a group, or None
    Ref rest = Ref::none();
};
[[nodiscard]] Status matchExceptionGroup(Vm& vm, Value exception, Value type, ExceptionMatch& out);
[[nodiscard]] Ref exceptionToReraise(Vm& vm, Value original, List* raised);
// match: pattern_matching.cpp.
[[nodiscard]] bool matchesSequence(const Vm& vm, Value value);
[[nodiscard]] bool matchesMapping(const Vm& vm, Value value);
[[nodiscard]] Ref valuesUnderKeys(Vm& vm, Value mapping, Tuple* keys);
[[nodiscard]] Ref attributesOfClassPattern(Vm& vm, Value subject, Value type, Tuple* names,
                                           int positional);
/// `callable(*positional, **keywords)`: `keywords` may be unbound. A scenario's function is not
/// run: `called` gets the frame to run (owned), and the result means nothing.
[[nodiscard]] Ref callSpread(Vm& vm, Value callable, Value positional, Value keywords,
                             Frame*& called);
/// sendTo() with the kind of its outcome apart: a raised Ref, or what was yielded or returned.
[[nodiscard]] Ref sendTo(Vm& vm, Value iterator, Value sent, bool& yielded);
[[nodiscard]] Ref setOf(Vm& vm, std::span<const Value> items);
/// `entries`: key, value, key, value, …
[[nodiscard]] Ref dictOf(Vm& vm, std::span<const Value> entries);

/// Fill inline caches after a miss; each gives the result of the instruction as well.
[[nodiscard]] Ref loadGlobalMiss(Vm& vm, Frame* frame, Str* name, InlineCache* cache);
[[nodiscard]] Ref loadAttributeMiss(Vm& vm, Value object, Str* name, InlineCache* cache);
[[nodiscard]] Status storeAttributeMiss(Vm& vm, Value object, Str* name, Value value,
                                        InlineCache* cache);
/// Gives [function self] or [attribute Unbound].
[[nodiscard]] Status loadMethodMiss(Vm& vm, Value object, Str* name, InlineCache* cache,
                                    Value out[2]);

}  // namespace coroscope::runtime
