// The dispatch loop: runs a frame and all frames that it calls, without recursion in C++.
//
// Calls of the scenario's functions, and generators and coroutines that are resumed by
// `for`, `await` and `yield from`, change the current frame `f` and go on in the same loop.
// C++ recursion happens only where a native calls back (Vm::call). When a frame ends, what
// happens in the frame below depends on the instruction at which that one stands: a Call
// gets the result, a ForIter the next item, a YieldFrom passes a yielded value further down.
//
// The instructions themselves stand in instructions/*.inc, each file of which is a part of the one
// function that the jumps from instruction to instruction need. What an instruction does beyond
// its fast path is a function of instructions/helpers.h.
//
// Local variables mirror the frame's state: `ip` and `sp` are written back (SAVE) before
// anything that could look at the frame, raise, or run other code.
#include <cassert>

#include "engine/runtime/effort.h"
#include "engine/runtime/fast_paths.h"
#include "engine/runtime/instructions/helpers.h"
#include "engine/runtime/native.h"
#include "engine/runtime/nesting.h"
#include "engine/runtime/types/iterators.h"
#include "engine/runtime/types_internal.h"

namespace coroscope::runtime {

namespace {

/// bindFrame, its frame as a plain pointer: null if it raised.
Frame* boundFrame(Vm& vm, Function* function, const Arguments& arguments) {
    auto bound = bindFrame(vm, function, arguments);
    return bound.isRaised() ? nullptr : bound.take().detach();
}

/// GetAwaitable, LoadConst None, YieldFrom: what the compiler makes of every `await`. They follow
/// the instruction that gives what is awaited.
constexpr int kAwaitLength = 3;

/// What a frame's place in a traceback takes, in instructions.
constexpr std::int64_t kRaisingCost = 16;

void askForFuel(Vm& vm) { vm.host.outOfFuel(vm.fuelGiven - vm.fuel); }

/// The innermost handler around an instruction of the frame, or null.
const language::ExceptionRange* handlerOf(const Frame* frame, const Instruction* ip) {
    const auto at = static_cast<std::int32_t>(ip - frame->code->instructions);
    for (const language::ExceptionRange& range : frame->code->source->exceptionTable) {
        if (at >= range.begin && at < range.end) return &range;
    }
    return nullptr;
}

/// The frame of `generator` has returned or raised.
void endGenerator(Vm& vm, Generator* generator) {
    generator->state = Generator::State::Closed;
    vm.exceptions = generator->exceptions.previous;
    generator->exceptions.handled.reset();
    generator->frame->generator = nullptr;
    static_cast<void>(generator->frame.detach());
}

}  // namespace

StepOutcome Vm::run(Frame* entry, bool raising) {
    Vm& vm = *this;
    // Who resumes a generator has asked, a little higher on the stack.
    if (!entry->generator && !hasRoomToRun(vm)) {
        release(static_cast<Object*>(entry));
        return raiseTooDeep(vm);
    }
    // Natives that call Python again and again, as the death of objects does, look at the budget
    // here: frames that return to them do not.
    if (fuel < 0 && !entry->generator) [[unlikely]] {
        askForFuel(vm);
        if (stopped()) {
            release(static_cast<Object*>(entry));
            return Raised{};
        }
    }
    ++nativeDepth;
    ++depth;
    entry->flags |= kFrameReturnsToNative;
    entry->back = frame;
    frame = entry;

    static const void* const kTargets[] = {
#define CORO_TARGET(name, effect) &&L_##name,
        CORO_OPCODES(CORO_TARGET)
#undef CORO_TARGET
    };

    Frame* f = entry;
    const Instruction* ip = f->ip;
    const Instruction* code = f->code->instructions;
    Value* sp = f->stackTop;
    Value* constants = f->code->constants.data();
    InlineCache* caches = f->code->caches.data();

    // What instructions hand on to the steps that they share.
    Value item;                      // what ForIter got, or a generator yields
    Value operand;                   // the second one of a comparison
    Value scratch[3];                // a helper's results
    bool wanted = false;             // the truth at which to jump
    Generator* generator = nullptr;  // to be resumed
    Value* base = nullptr;           // of a call: what is called, and its self or Unbound
    Value* arguments = nullptr;
    std::uint32_t argumentCount = 0;  // those with keywords among them
    std::uint32_t keywordCount = 0;
    const Value* keywordNames = nullptr;
    Frame* newFrame = nullptr;  // the callee's

#define OPCODE(name) L_##name:
// Where instructions go on together: reached by `goto`, or from the one before.
#define STEP(name) \
    name:
#define DISPATCH() goto* kTargets[static_cast<int>(ip->op)]
#define NEXT()      \
    do {            \
        ++ip;       \
        DISPATCH(); \
    } while (0)
// Forward. A frame is charged for all instructions up to its end when it returns, and a loop for
// those of its body when it jumps back: those that are jumped over are given back.
#define JUMP_TO(target)                          \
    do {                                         \
        const Instruction* to = code + (target); \
        fuel += to - ip - 1;                     \
        ip = to;                                 \
        DISPATCH();                              \
    } while (0)
// A local variable: at a fixed distance from the frame, so that none has to hold where they begin.
#define SLOT(index) (f->slots()[index])
#define SAVE()            \
    do {                  \
        f->ip = ip;       \
        f->stackTop = sp; \
    } while (0)
#define LOAD_CODE()                            \
    do {                                       \
        code = f->code->instructions;          \
        constants = f->code->constants.data(); \
        caches = f->code->caches.data();       \
        vm.frame = f;                          \
    } while (0)
#define LOAD_FRAME()      \
    do {                  \
        ip = f->ip;       \
        sp = f->stackTop; \
        LOAD_CODE();      \
    } while (0)
#define DROP_TO(bottom)                       \
    do {                                      \
        while (sp > (bottom)) release(*--sp); \
    } while (0)
// The same where the frame may stand at a YieldFrom and so seem to wait for what is on top: dying,
// a value may look at the frame, and must find no value that is gone.
#define CLEAR_TO(bottom)                                              \
    do {                                                              \
        while (sp > (bottom)) release(std::exchange(*--sp, Value())); \
    } while (0)
// The result takes the place of what was awaited, which only then goes: dying, it may look at the
// frame, which no longer waits for it.
#define AWAITED(value)                \
    do {                              \
        const Value awaited = sp[-1]; \
        sp[-1] = (value);             \
        f->ip = ip + 1;               \
        f->stackTop = sp;             \
        release(awaited);             \
    } while (0)
#define NAME(index) (f->code->names[static_cast<std::size_t>(index)])
// For the fast paths: there is one for kNoCache too, which is never filled.
#define CACHE() (&caches[ip->b])
// For the slow ones, which fill it.
#define FILLED_CACHE() (ip->b == language::kNoCache ? nullptr : CACHE())
// Replaces the topmost `n` values by the result of an expression that can raise.
#define REPLACE(n, ...)                      \
    do {                                     \
        SAVE();                              \
        Value made = (__VA_ARGS__).detach(); \
        if (made.isRaised()) goto error;     \
        drop(sp, n);                         \
        *sp++ = made;                        \
        NEXT();                              \
    } while (0)
#define PUSH(...) REPLACE(0, __VA_ARGS__)
// Runs an expression that gives a Status, then pops `n` values.
#define PERFORM(n, ...)                           \
    do {                                          \
        SAVE();                                   \
        if ((__VA_ARGS__).isRaised()) goto error; \
        drop(sp, n);                              \
        NEXT();                                   \
    } while (0)
#define PUSH_BOTH(first, second) \
    do {                         \
        retain(first);           \
        retain(second);          \
        sp[0] = (first);         \
        sp[1] = (second);        \
        sp += 2;                 \
        NEXT();                  \
    } while (0)
#define UNBOUND(slot)                                          \
    do {                                                       \
        SAVE();                                                \
        raiseUnbound(vm, f, static_cast<std::uint32_t>(slot)); \
        goto error;                                            \
    } while (0)

    if (raising) goto error_here;
    DISPATCH();

    // clang-format off
#include "engine/runtime/instructions/stack.inc"
#include "engine/runtime/instructions/names.inc"
#include "engine/runtime/instructions/attributes.inc"
#include "engine/runtime/instructions/calls.inc"
#include "engine/runtime/instructions/building.inc"
#include "engine/runtime/instructions/operators.inc"
#include "engine/runtime/instructions/subscripts.inc"
#include "engine/runtime/instructions/jumps.inc"
#include "engine/runtime/instructions/iteration.inc"
#include "engine/runtime/instructions/coroutines.inc"
#include "engine/runtime/instructions/with.inc"
#include "engine/runtime/instructions/exceptions.inc"
#include "engine/runtime/instructions/matching_and_imports.inc"
#include "engine/runtime/instructions/joined.inc"
    // clang-format on
}

}  // namespace coroscope::runtime
