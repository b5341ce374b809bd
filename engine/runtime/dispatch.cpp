// The dispatch loop: runs a frame and all frames that it calls, without recursion in C++.
//
// Calls of the scenario's functions, and generators and coroutines that are resumed by
// `for`, `await` and `yield from`, change the current frame `f` and go on in the same loop.
// C++ recursion happens only where a native calls back (Vm::call). When a frame ends, what
// happens in the frame below depends on the instruction at which that one stands: a Call
// gets the result, a ForIter the next item, a YieldFrom passes a yielded value further down.
//
// Local variables mirror the frame's state: `ip` and `sp` are written back (SAVE) before
// anything that could look at the frame, raise, or run other code.
#include <cmath>

#include <fmt/format.h>

#include "engine/runtime/dispatch_helpers.h"
#include "engine/runtime/fast_paths.h"
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

void askForFuel(Vm& vm) { vm.host.outOfFuel(vm.fuelGiven - vm.fuel); }

}  // namespace

StepOutcome Vm::run(Frame* entry, bool raising) {
    Vm& vm = *this;
    if (!hasRoomToRun(vm)) {
        assert(!entry->generator);  // who resumes one has asked
        release(static_cast<Object*>(entry));
        return raiseTooDeep(vm);
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
    Value* slots = f->slots();
    Value* constants = f->code->constants.data();
    InlineCache* caches = f->code->caches.data();
    Value item;        // what ForIter got, or a generator yields
    Value scratch[2];  // a helper's two results

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
#define SAVE()            \
    do {                  \
        f->ip = ip;       \
        f->stackTop = sp; \
    } while (0)
#define LOAD_CODE()                            \
    do {                                       \
        code = f->code->instructions;          \
        slots = f->slots();                    \
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
#define REPLACE(n, ...)                                              \
    do {                                                             \
        SAVE();                                                      \
        Value made = (__VA_ARGS__).detach();                         \
        if (made.isRaised()) goto error;                             \
        for (int popped = 0; popped < (n); ++popped) release(*--sp); \
        *sp++ = made;                                                \
        NEXT();                                                      \
    } while (0)
// Runs an expression that gives a Status, then pops `n` values.
#define PERFORM(n, ...)                                              \
    do {                                                             \
        SAVE();                                                      \
        if ((__VA_ARGS__).isRaised()) goto error;                    \
        for (int popped = 0; popped < (n); ++popped) release(*--sp); \
        NEXT();                                                      \
    } while (0)

    if (raising) goto error_here;
    DISPATCH();

    // --- stack and names -------------------------------------------------------------------
L_Nop:
    NEXT();
L_PopTop : {
    Value v = *--sp;
    if (v.isObject()) {
        SAVE();
        release(v.object);
    }
    NEXT();
}
L_Copy : {
    Value v = sp[-ip->a];
    retain(v);
    *sp++ = v;
    NEXT();
}
L_Swap:
    std::swap(sp[-1], sp[-ip->a]);
    NEXT();
L_PushNull:
    *sp++ = Value();
    NEXT();
L_LoadConst : {
    Value v = constants[ip->a];
    retain(v);
    *sp++ = v;
    NEXT();
}
L_LoadFast : {
    Value v = slots[ip->a];
    if (v.isUnbound()) [[unlikely]] {
        SAVE();
        raiseUnbound(vm, f, static_cast<std::uint32_t>(ip->a));
        goto error;
    }
    retain(v);
    *sp++ = v;
    NEXT();
}
L_StoreFast : {
    Value old = slots[ip->a];
    slots[ip->a] = *--sp;
    if (old.isObject()) {
        SAVE();
        release(old);
    }
    NEXT();
}
L_DeleteFast : {
    Value old = slots[ip->a];
    SAVE();
    if (old.isUnbound()) {
        raiseUnbound(vm, f, static_cast<std::uint32_t>(ip->a));
        goto error;
    }
    slots[ip->a] = Value();
    release(old);
    NEXT();
}
L_MakeCell : {
    Cell* cell = heap.make<Cell>(types.cell).detach();
    cell->content = Ref::steal(slots[ip->a]);
    slots[ip->a] = Value(cell);
    NEXT();
}
L_LoadClosure : {
    Value v = slots[ip->a];
    retain(v);
    *sp++ = v;
    NEXT();
}
L_LoadDeref : {
    Value v = slots[ip->a].as<Cell>()->content;
    if (v.isUnbound()) {
        SAVE();
        raiseUnbound(vm, f, static_cast<std::uint32_t>(ip->a));
        goto error;
    }
    retain(v);
    *sp++ = v;
    NEXT();
}
L_StoreDeref : {
    SAVE();
    slots[ip->a].as<Cell>()->content = Ref::steal(*--sp);
    NEXT();
}
L_DeleteDeref : {
    SAVE();
    Cell* cell = slots[ip->a].as<Cell>();
    if (cell->content.isUnbound()) {
        raiseUnbound(vm, f, static_cast<std::uint32_t>(ip->a));
        goto error;
    }
    cell->content.reset();
    NEXT();
}
L_LoadClassDeref : {
    SAVE();
    Value v = dictGetStr(f->names, NAME(ip->b));
    if (v.isUnbound()) v = slots[ip->a].as<Cell>()->content;
    if (v.isUnbound()) {
        raiseUnbound(vm, f, static_cast<std::uint32_t>(ip->a));
        goto error;
    }
    retain(v);
    *sp++ = v;
    NEXT();
}
L_LoadGlobal : {
    InlineCache* cache = CACHE();
    Value v;
    if (cache->version == f->globals->keysVersion) [[likely]] {
        const Dict* holder = f->globals;
        if (cache->kind != InlineCache::Kind::Global) {
            holder = cache->secondVersion == builtins->keysVersion ? builtins.get() : nullptr;
        }
        if (holder) [[likely]] {
            v = holder->entries[cache->index].value;
            retain(v);
            *sp++ = v;
            if (ip->c) *sp++ = Value();
            NEXT();
        }
    }
    SAVE();
    v = loadGlobalMiss(vm, f, NAME(ip->a), FILLED_CACHE()).detach();
    if (v.isRaised()) goto error;
    *sp++ = v;
    if (ip->c) *sp++ = Value();
    NEXT();
}
L_StoreGlobal:
    SAVE();
    dictSetStr(vm, f->globals, NAME(ip->a), sp[-1]);
    release(*--sp);
    NEXT();
L_DeleteGlobal:
    SAVE();
    if (!dictDeleteStr(vm, f->globals, NAME(ip->a))) {
        raiseNotDefined(vm, NAME(ip->a));
        goto error;
    }
    NEXT();
L_LoadName : {
    SAVE();
    Value v = loadName(vm, f, NAME(ip->a)).detach();
    if (v.isRaised()) goto error;
    *sp++ = v;
    NEXT();
}
L_StoreName:
    SAVE();
    if (storeName(vm, f, NAME(ip->a), sp[-1]).isRaised()) goto error;
    release(*--sp);
    NEXT();
L_DeleteName:
    SAVE();
    if (storeName(vm, f, NAME(ip->a), Value()).isRaised()) goto error;
    NEXT();

    // --- attributes --------------------------------------------------------------------------
L_LoadFastLoadAttr : {
    Value object = slots[ip->c];  // bound: the joiner saw to it
    const InlineCache* cache = CACHE();
    if (object.isObject() && cache->kind == InlineCache::Kind::InstanceSlot &&
        cache->version == object.object->type->version) {
        const Attributes* attributes = object.object->type->ownAttributesOf(object.object);
        if (attributes->shape == cache->shape) [[likely]] {
            Value v = attributes->slots[cache->index];
            retain(v);
            *sp++ = v;
            NEXT();
        }
    }
    retain(object);
    *sp++ = object;
}
    // Falls through: the object is on the stack now, and `a` and `b` are those of LoadAttr.
L_LoadAttr : {
    Value object = sp[-1];
    InlineCache* cache = CACHE();
    if (object.isObject()) {
        Type* type = object.object->type;
        if (cache->kind == InlineCache::Kind::InstanceSlot && cache->version == type->version) {
            const Attributes* attributes = type->ownAttributesOf(object.object);
            if (attributes->shape == cache->shape) {
                Value v = attributes->slots[cache->index];
                retain(v);
                sp[-1] = v;
                SAVE();
                release(object);
                NEXT();
            }
        } else if (cache->kind == InlineCache::Kind::ModuleEntry && type == types.module) {
            Dict* dict = static_cast<Module*>(object.object)->dict.get();
            if (dict->keysVersion == cache->version) {
                Value v = dict->entries[cache->index].value;
                retain(v);
                sp[-1] = v;
                release(object);
                NEXT();
            }
        }
    }
    REPLACE(1, loadAttributeMiss(vm, object, NAME(ip->a), FILLED_CACHE()));
}
L_StoreAttr : {
    Value object = sp[-1];
    Value old;
    if (storeThroughCache(vm, object, sp[-2], CACHE(), old)) {
        sp -= 2;
        SAVE();
        release(old);
        release(object);
        NEXT();
    }
    PERFORM(2, storeAttributeMiss(vm, object, NAME(ip->a), sp[-2], FILLED_CACHE()));
}
L_LoadFastStoreAttr : {
    Value object = slots[ip->c];  // bound: the joiner saw to it
    Value old;
    if (storeThroughCache(vm, object, sp[-1], CACHE(), old)) {
        --sp;
        if (old.isObject()) {
            SAVE();
            release(old.object);
        }
        NEXT();
    }
    PERFORM(1, storeAttributeMiss(vm, object, NAME(ip->a), sp[-1], FILLED_CACHE()));
}
L_DeleteAttr:
    PERFORM(1, setAttribute(vm, sp[-1], NAME(ip->a), Value()));
L_LoadFastLoadMethod : {
    Value v = slots[ip->c];  // bound: the joiner saw to it
    retain(v);
    *sp++ = v;
}
    // Falls through, as LoadFastLoadAttr does.
L_LoadMethod : {
    Value object = sp[-1];
    InlineCache* cache = CACHE();
    if (object.isObject()) {
        Type* type = object.object->type;
        if (cache->version == type->version) {
            if (cache->kind == InlineCache::Kind::NativeMethod) {
                retain(cache->value);
                sp[-1] = Value(cache->value);
                *sp++ = object;
                NEXT();
            }
            if (cache->kind == InlineCache::Kind::TypeValue) {
                const Attributes* attributes = type->ownAttributesOf(object.object);
                if (attributes->shape == cache->shape && !attributes->dict) {
                    retain(cache->value);
                    sp[-1] = Value(cache->value);
                    *sp++ = object;
                    NEXT();
                }
            }
        }
        if (cache->kind == InlineCache::Kind::ModuleEntry && type == types.module) {
            Dict* dict = static_cast<Module*>(object.object)->dict.get();
            if (dict->keysVersion == cache->version) {
                Value v = dict->entries[cache->index].value;
                retain(v);
                sp[-1] = v;
                *sp++ = Value();
                release(object);
                NEXT();
            }
        }
    }
    SAVE();
    Value found[2];
    if (loadMethodMiss(vm, object, NAME(ip->a), FILLED_CACHE(), found).isRaised()) goto error;
    sp[-1] = found[0];
    *sp++ = found[1];
    SAVE();
    release(object);
    NEXT();
}

    // --- calls -------------------------------------------------------------------------------
    {
        Value* base;
        Value* arguments;
        std::uint32_t count;
        Frame* called;
        const Value* keywordNames;
        std::uint32_t keywordCount;

    L_Call:
        base = sp - ip->a - 2;
        arguments = base + 2;
        count = static_cast<std::uint32_t>(ip->a);
        if (!base[1].isUnbound()) {
            --arguments;
            ++count;
        }
        if (base[0].is(types.function)) [[likely]] {
            auto* function = base[0].as<Function>();
            Code* target = function->code.get();
            if (static_cast<std::int32_t>(count) == target->quickCallCount &&
                depth < recursionLimit) [[likely]] {
                called = frameForCall(vm, function, target, arguments, count);
                f->ip = ip;
                f->stackTop = base;
                ++depth;
                called->back = f;
                f = called;
                ip = target->instructions;
                LOAD_CODE();
                sp = slots + target->slotCount;
                DISPATCH();
            }
        }
        keywordCount = 0;
        keywordNames = nullptr;
        goto call_counted;

    L_CallKw : {
        base = sp - ip->a - 2;
        count = static_cast<std::uint32_t>(ip->a);
        Tuple* names = constants[ip->b].as<Tuple>();
        keywordCount = names->count;
        keywordNames = names->items();
    }

    call_prepared:
        arguments = base + 2;
        if (!base[1].isUnbound()) {
            arguments = base + 1;
            ++count;
        }
    call_counted:
        if (base[0].isObject()) [[likely]] {
            Type* type = base[0].object->type;
            if (type == types.function) {
                SAVE();
                called = boundFrame(
                    vm, base[0].as<Function>(),
                    Arguments{arguments, count - keywordCount, keywordCount, keywordNames});
                if (!called) goto error;
                while (sp > base) release(*--sp);
                goto frame_made;
            }
            if (type == types.method) {
                if (base[1].isUnbound()) {
                    auto* method = base[0].as<BoundMethod>();
                    base[0] = Ref(method->function.get()).detach();
                    base[1] = Ref(method->self.get()).detach();
                    release(Value(method));
                    count = static_cast<std::uint32_t>(ip->a);
                    goto call_prepared;
                }
            } else if (type == types.nativeFunction || type == types.methodDescriptor) {
                auto* native = base[0].as<NativeFunction>();
                const bool bound = !native->self.isUnbound();
                const auto given = static_cast<int>(count) + (bound ? 1 : 0);
                if (keywordCount == 0 && native->function && given >= native->minimum &&
                    (native->maximum < 0 || given <= native->maximum) &&
                    (bound || !native->owner ||
                     (count > 0 && (arguments[0].is(native->owner) ||
                                    vm.typeOf(arguments[0])->isSubtypeOf(native->owner)))))
                    [[likely]] {
                    Ptr<NativeFunction> kept;
                    if (bound) {
                        // Its self goes before the arguments, where the native itself may lie.
                        if (--arguments == base) kept = Ptr<NativeFunction>::steal(native);
                        *arguments = Ref(native->self).detach();
                        ++count;
                    }
                    if (native->awaited && ip[1].op == Opcode::GetAwaitable) {
                        FirstStep step;
                        f->ip = ip + kAwaitLength;  // where its coroutine would be resumed
                        f->stackTop = sp;
                        const AtOnce how =
                            native->awaited(vm, Arguments{arguments, count, 0, nullptr}, step);
                        if (how != AtOnce::No) {
                            ip += kAwaitLength;
                            while (sp > base) release(*--sp);
                            if (how == AtOnce::Returned) {
                                *sp++ = step.value.detach();
                                goto called_native;
                            }
                            *sp++ = step.waiting.detach();
                            item = step.value.detach();
                            goto yield_up;
                        }
                    }
                    SAVE();
                    Value result =
                        native->function(vm, Arguments{arguments, count, 0, nullptr}).detach();
                    if (result.isRaised()) goto error;
                    while (sp > base) release(*--sp);
                    *sp++ = result;
                    goto called_native;
                }
            }
        }
        {
            SAVE();
            Value result = vm.call(base[0], Arguments{arguments, count - keywordCount, keywordCount,
                                                      keywordNames})
                               .detach();
            if (result.isRaised()) goto error;
            while (sp > base) release(*--sp);
            *sp++ = result;
        }
    called_native:
        if (stopped()) [[unlikely]] {
            SAVE();
            goto error;
        }
        NEXT();

    L_CallEx : {
        const int operands = ip->c ? 4 : 3;
        base = sp - operands;
        SAVE();
        called = nullptr;
        Value result = callSpread(vm, base[0], base[2], ip->c ? base[3] : Value(), called).detach();
        if (result.isRaised()) goto error;
        while (sp > base) release(*--sp);
        if (called) goto frame_made;
        *sp++ = result;
        goto called_native;
    }

    frame_made:
        // `called` is a frame that owns its arguments; they and the callable are off the stack.
        if (called->code->kind != CodeKind::Function) {
            SAVE();
            *sp++ = Value(makeGenerator(vm, Ptr<Frame>::steal(called)).detach());
            NEXT();
        }
        SAVE();
        if (depth >= recursionLimit) [[unlikely]] {
            release(static_cast<Object*>(called));
            raise(vm, exc.RecursionError, "maximum recursion depth exceeded");
            goto error;
        }
        ++depth;
        called->back = f;
        f = called;
        LOAD_FRAME();
        DISPATCH();
    }
L_MakeFunction : {
    SAVE();
    Value* top = sp;  // a copy: `sp` itself must stay in a register
    Value made = makeFunctionValue(vm, f, *ip, top).detach();
    sp = top;
    *sp++ = made;
    NEXT();
}
L_LoadBuildClass : {
    Value v = dictGetStr(builtins.get(), names.__build_class__);
    retain(v);
    *sp++ = v;
    NEXT();
}

L_ReturnConst : {
    Value v = constants[ip->a];
    retain(v);
    *sp++ = v;
}
    // Falls through: the result is on the stack now.
L_ReturnValue : {
    Value result = *--sp;
    fuel -= ip - code + 1;
    Frame* done = f;
    Frame* back = f->back;
    vm.frame = back;
    --depth;
    if (isPlainCall(f)) [[likely]] {
        recycleFrame(f);
        f = back;
        LOAD_FRAME();
        *sp++ = result;
        if (fuel < 0) [[unlikely]]
            goto out_of_fuel_next;
        NEXT();
    }
    SAVE();
    const bool toNative = (f->flags & kFrameReturnsToNative) != 0;
    Generator* generator = f->generator;
    if (generator) {
        generator->state = Generator::State::Closed;
        exceptions = generator->exceptions.previous;
        generator->exceptions.handled.reset();
        f->generator = nullptr;
        static_cast<void>(generator->frame.detach());
    }
    done->flags &= ~kFrameReturnsToNative;
    if (isPlainCall(done)) {
        recycleFrame(done);
    } else {
        done->back = nullptr;
        release(static_cast<Object*>(done));
    }
    if (toNative) {
        --nativeDepth;
        return StepOutcome::returned(Ref::steal(result));
    }
    f = back;
    LOAD_FRAME();
    if (!generator) {
        *sp++ = result;
        if (fuel < 0) [[unlikely]]
            goto out_of_fuel_next;
        NEXT();
    }
    if (ip->op == Opcode::YieldFrom) {
        AWAITED(result);
        NEXT();
    }
    // ForIter: the iteration is over, what the generator returned is dropped.
    release(result);
    SAVE();
    release(*--sp);
    JUMP_TO(ip->a);
}

    // --- building ----------------------------------------------------------------------------
L_BuildTuple : {
    const auto count = static_cast<std::uint32_t>(ip->a);
    Tuple* tuple = makeTuple(vm, count).detach();
    sp -= count;
    for (std::uint32_t i = 0; i < count; ++i) tuple->items()[i] = sp[i];
    *sp++ = Value(tuple);
    NEXT();
}
L_BuildList : {
    const auto count = static_cast<std::uint32_t>(ip->a);
    List* list = makeList(vm, count).detach();
    sp -= count;
    for (std::uint32_t i = 0; i < count; ++i) list->items[i] = sp[i];
    list->count = count;
    *sp++ = Value(list);
    NEXT();
}
L_BuildSet:
    REPLACE(ip->a, setOf(vm, {sp - ip->a, static_cast<std::size_t>(ip->a)}));
L_BuildMap:
    REPLACE(2 * ip->a, dictOf(vm, {sp - 2 * ip->a, 2 * static_cast<std::size_t>(ip->a)}));
L_BuildString:
    REPLACE(ip->a, concatenateStrings(vm, {sp - ip->a, static_cast<std::size_t>(ip->a)}));
L_BuildSlice : {
    const bool withStep = ip->a == 3;
    Value* first = sp - ip->a;
    REPLACE(ip->a, makeSlice(vm, first[0], first[1], withStep ? first[2] : Value::none()).toRef());
}
L_ListAppend:
    PERFORM(1, listAppend(vm, sp[-1 - ip->a].as<List>(), sp[-1]));
L_SetAdd:
    PERFORM(1, setAdd(vm, sp[-1 - ip->a].as<Set>(), sp[-1]));
L_MapAdd:
    PERFORM(2, dictSet(vm, sp[-2 - ip->a].as<Dict>(), sp[-2], sp[-1]));
L_ListExtend:
    if (ip->c) {
        PERFORM(1, extendForCall(vm, sp[-1 - ip->a].as<List>(), sp[-1], sp[-3 - ip->a]));
    }
    PERFORM(1, extendForCall(vm, sp[-1 - ip->a].as<List>(), sp[-1], Value()));
L_SetUpdate:
    PERFORM(1, setUpdate(vm, sp[-1 - ip->a].as<Set>(), sp[-1]));
L_DictUpdate : {
    SAVE();
    if (findAttribute(vm, sp[-1], names.keys).isUnbound()) {
        raise(vm, exc.TypeError,
              fmt::format("'{}' object is not a mapping", vm.typeOf(sp[-1])->nameView()));
        goto error;
    }
    PERFORM(1, dictUpdate(vm, sp[-1 - ip->a].as<Dict>(), sp[-1]));
}
L_DictMerge:
    PERFORM(1, mergeForCall(vm, sp[-1 - ip->a].as<Dict>(), sp[-1], sp[-4 - ip->a]));
L_ListToTuple:
    REPLACE(1, listToTuple(vm, sp[-1].as<List>()));
L_FormatValue : {
    const bool withSpec = (ip->c & language::kHasFormatSpec) != 0;
    const Value spec = withSpec ? sp[-1] : Value();
    REPLACE(withSpec ? 2 : 1, formatForString(vm, withSpec ? sp[-2] : sp[-1], ip->c, spec));
}
L_UnpackSequence : {
    Value iterable = *--sp;
    SAVE();
    if (unpackSequence(vm, iterable, ip->a, sp).isRaised()) {
        release(iterable);
        goto error;
    }
    sp += ip->a;
    SAVE();
    release(iterable);
    NEXT();
}
L_UnpackEx : {
    const int before = ip->a & 0xFFFF;
    const int after = ip->a >> 16;
    Value iterable = *--sp;
    SAVE();
    if (unpackEx(vm, iterable, before, after, sp).isRaised()) {
        release(iterable);
        goto error;
    }
    sp += before + after + 1;
    SAVE();
    release(iterable);
    NEXT();
}

    // --- operators ---------------------------------------------------------------------------
L_UnaryNegative : {
    Value v = sp[-1];
    if (v.tag == Tag::Int && v.integer != INT64_MIN) {
        sp[-1].integer = -v.integer;
        NEXT();
    }
    if (v.tag == Tag::Float) {
        sp[-1].real = -v.real;
        NEXT();
    }
    REPLACE(1, unary(vm, UnaryOperator::Negative, v));
}
L_UnaryPositive:
    REPLACE(1, unary(vm, UnaryOperator::Positive, sp[-1]));
L_UnaryInvert:
    REPLACE(1, unary(vm, UnaryOperator::Invert, sp[-1]));
L_UnaryNot : {
    int known = plainTruth(sp[-1]);
    if (known < 0) {
        SAVE();
        auto asked = truth(vm, sp[-1]);
        if (asked.isRaised()) goto error;
        known = *asked;
    }
    Value v = sp[-1];
    sp[-1] = Value::boolean(!known);
    SAVE();
    release(v);
    NEXT();
}
L_BinaryAdd : {
    Value a = sp[-2], b = sp[-1];
    std::int64_t sum;
    if (a.tag == Tag::Int && b.tag == Tag::Int &&
        !__builtin_add_overflow(a.integer, b.integer, &sum)) {
        sp[-2].integer = sum;
        --sp;
        NEXT();
    }
    if (a.tag == Tag::Float && b.tag == Tag::Float) {
        sp[-2].real = a.real + b.real;
        --sp;
        NEXT();
    }
    REPLACE(2, binary(vm, Operator::Add, a, b, ip->a));
}
L_BinarySubtract : {
    Value a = sp[-2], b = sp[-1];
    std::int64_t difference;
    if (a.tag == Tag::Int && b.tag == Tag::Int &&
        !__builtin_sub_overflow(a.integer, b.integer, &difference)) {
        sp[-2].integer = difference;
        --sp;
        NEXT();
    }
    if (a.tag == Tag::Float && b.tag == Tag::Float) {
        sp[-2].real = a.real - b.real;
        --sp;
        NEXT();
    }
    REPLACE(2, binary(vm, Operator::Subtract, a, b, ip->a));
}
L_BinaryMultiply : {
    Value a = sp[-2], b = sp[-1];
    std::int64_t product;
    if (a.tag == Tag::Int && b.tag == Tag::Int &&
        !__builtin_mul_overflow(a.integer, b.integer, &product)) {
        sp[-2].integer = product;
        --sp;
        NEXT();
    }
    if (a.tag == Tag::Float && b.tag == Tag::Float) {
        sp[-2].real = a.real * b.real;
        --sp;
        NEXT();
    }
    REPLACE(2, binary(vm, Operator::Multiply, a, b, ip->a));
}
L_BinaryOp : {
    Value a = sp[-2], b = sp[-1];
    if (a.tag == Tag::Int && b.tag == Tag::Int) {
        switch (static_cast<Operator>(ip->c)) {
            case Operator::FloorDivide:
                if (b.integer > 0) {
                    std::int64_t quotient = a.integer / b.integer;
                    if (a.integer % b.integer < 0) --quotient;
                    sp[-2].integer = quotient;
                    --sp;
                    NEXT();
                }
                break;
            case Operator::Modulo:
                if (b.integer > 0) {
                    std::int64_t remainder = a.integer % b.integer;
                    if (remainder < 0) remainder += b.integer;
                    sp[-2].integer = remainder;
                    --sp;
                    NEXT();
                }
                break;
            case Operator::And:
                sp[-2].integer = a.integer & b.integer;
                --sp;
                NEXT();
            case Operator::Or:
                sp[-2].integer = a.integer | b.integer;
                --sp;
                NEXT();
            case Operator::Xor:
                sp[-2].integer = a.integer ^ b.integer;
                --sp;
                NEXT();
            case Operator::RightShift:
                if (b.integer >= 0 && b.integer < 64) {
                    sp[-2].integer = a.integer >> b.integer;
                    --sp;
                    NEXT();
                }
                break;
            default: break;
        }
    } else if (a.tag == Tag::Float && b.tag == Tag::Float &&
               static_cast<Operator>(ip->c) == Operator::TrueDivide && b.real != 0) {
        sp[-2].real = a.real / b.real;
        --sp;
        NEXT();
    }
    REPLACE(2, binary(vm, static_cast<Operator>(ip->c), a, b, ip->a));
}
L_BinarySubscr : {
    Value container = sp[-2], key = sp[-1];
    if (container.isObject()) {
        Type* type = container.object->type;
        if (type == types.list && key.tag == Tag::Int) {
            auto* list = container.as<List>();
            const std::int64_t index = key.integer < 0 ? key.integer + list->count : key.integer;
            if (index >= 0 && index < list->count) {
                item = list->items[index];
                retain(item);
                sp[-2] = item;
                --sp;
                SAVE();
                release(container);
                NEXT();
            }
        } else if (type == types.dict && key.is(types.str)) {
            item = dictGetStr(container.as<Dict>(), key.as<Str>());
            if (!item.isUnbound()) {
                retain(item);
                sp[-2] = item;
                --sp;
                SAVE();
                release(key);
                release(container);
                NEXT();
            }
        }
    }
    REPLACE(2, getItem(vm, container, key));
}
L_StoreSubscr : {
    Value container = sp[-2], key = sp[-1];
    if (container.is(types.list) && key.tag == Tag::Int) {
        auto* list = container.as<List>();
        const std::int64_t index = key.integer < 0 ? key.integer + list->count : key.integer;
        if (index >= 0 && index < list->count) {
            Value old = list->items[index];
            list->items[index] = sp[-3];
            sp -= 3;
            SAVE();
            release(old);
            release(container);
            NEXT();
        }
    }
    if (container.is(types.dict)) {
        PERFORM(3, dictSet(vm, container.as<Dict>(), key, sp[-3]));
    }
    PERFORM(3, setItem(vm, container, key, sp[-3]));
}
L_DeleteSubscr:
    PERFORM(2, setItem(vm, sp[-2], sp[-1], Value()));
L_Compare : {
    const auto op = static_cast<Comparison>(ip->c);
    const int known = compareNumbers(sp[-2], sp[-1], op);
    if (known >= 0) {
        sp[-2] = Value::boolean(known);
        --sp;
        NEXT();
    }
    REPLACE(2, compare(vm, sp[-2], sp[-1], op));
}
    {
        bool holds;
        bool wanted;
    L_CompareJumpIfFalse:
        wanted = false;
        goto compare_jump;
    L_CompareJumpIfTrue:
        wanted = true;
    compare_jump : {
        const auto op = static_cast<Comparison>(ip->c);
        const int known = compareNumbers(sp[-2], sp[-1], op);
        if (known >= 0) {
            holds = known != 0;
            sp -= 2;
        } else {
            SAVE();
            auto asked = compareTruth(vm, sp[-2], sp[-1], op);
            if (asked.isRaised()) goto error;
            holds = *asked;
            release(*--sp);
            release(*--sp);
        }
        if (holds == wanted) JUMP_TO(ip->a);
        NEXT();
    }
    }
L_IsOp : {
    const bool same = sp[-2].identical(sp[-1]);
    SAVE();
    release(*--sp);
    release(*--sp);
    *sp++ = Value::boolean(same != (ip->c != 0));
    NEXT();
}
L_ContainsOp : {
    SAVE();
    auto found = contains(vm, sp[-1], sp[-2]);
    if (found.isRaised()) goto error;
    release(*--sp);
    release(*--sp);
    *sp++ = Value::boolean(*found != (ip->c != 0));
    NEXT();
}

    // --- jumps and loops -----------------------------------------------------------------------
L_Jump:
    JUMP_TO(ip->a);
L_JumpBackward : {
    const Instruction* target = code + ip->a;
    fuel -= ip - target + 1;  // a loop may be nothing but this instruction
    ip = target;
    if (fuel < 0) [[unlikely]] {
        SAVE();
        askForFuel(vm);
        if (stopped()) goto error;
    }
    DISPATCH();
}
out_of_fuel_next:
    SAVE();
    askForFuel(vm);
    if (stopped()) goto error;
    NEXT();
    {
        bool wanted;
        int known;
    L_PopJumpIfFalse:
        wanted = false;
        goto pop_jump;
    L_PopJumpIfTrue:
        wanted = true;
    pop_jump:
        known = plainTruth(sp[-1]);
        if (known >= 0) {
            --sp;
        } else {
            SAVE();
            auto asked = truth(vm, sp[-1]);
            if (asked.isRaised()) goto error;
            known = *asked;
            release(*--sp);
        }
        if ((known != 0) == wanted) JUMP_TO(ip->a);
        NEXT();
    }
L_PopJumpIfNone : {
    Value v = *--sp;
    if (v.isNone()) JUMP_TO(ip->a);
    SAVE();
    release(v);
    NEXT();
}
L_PopJumpIfNotNone : {
    Value v = *--sp;
    if (v.isNone()) NEXT();
    SAVE();
    release(v);
    JUMP_TO(ip->a);
}
    {
        bool wanted;
        int known;
    L_JumpIfFalseOrPop:
        wanted = false;
        goto jump_or_pop;
    L_JumpIfTrueOrPop:
        wanted = true;
    jump_or_pop:
        known = plainTruth(sp[-1]);
        SAVE();
        if (known < 0) {
            auto asked = truth(vm, sp[-1]);
            if (asked.isRaised()) goto error;
            known = *asked;
        }
        if ((known != 0) == wanted) JUMP_TO(ip->a);
        release(*--sp);
        NEXT();
    }
L_GetIter:
    REPLACE(1, iterate(vm, sp[-1]));
    {
        Generator* generator;
    L_ForIter:
    L_ForIterStoreFast : {
        Value iterator = sp[-1];
        Type* type = iterator.isObject() ? iterator.object->type : nullptr;
        if (type == types.rangeIterator) {
            auto* range = iterator.as<RangeIterator>();
            if (range->remaining > 0) {
                item = Value::ofInt(range->next);
                range->next += range->step;
                --range->remaining;
                goto for_item;
            }
            goto for_end;
        }
        if (type == types.listIterator) {
            auto* list = iterator.as<ListIterator>();
            if (list->list && list->index < list->list->count) {
                item = list->list->items[list->index++];
                retain(item);
                goto for_item;
            }
        } else if (type == types.generator) {
            generator = iterator.as<Generator>();
            if (generator->frame && generator->state != Generator::State::Running) {
                SAVE();
                *sp = Value::none();
                goto enter_generator;
            }
        }
        SAVE();
        item = next(vm, iterator).detach();
        if (item.isRaised()) goto error;
        if (item.isUnbound()) goto for_end;
    }
    for_item:
        if (ip->op == Opcode::ForIterStoreFast) {
            Value old = slots[ip->b];
            slots[ip->b] = item;
            if (old.isObject()) {
                SAVE();
                release(old);
            }
            NEXT();
        }
        *sp++ = item;
        NEXT();
    for_end : {
        Value iterator = *--sp;
        SAVE();
        release(iterator);
        JUMP_TO(ip->a);
    }

        // --- generators and coroutines -----------------------------------------------------------
    enter_generator:
        // `f` is saved; the value to send lies at *sp, just above the caller's stack.
        if (depth >= recursionLimit) [[unlikely]] {
            release(*sp);
            raise(vm, exc.RecursionError, "maximum recursion depth exceeded");
            goto error;
        }
        ++depth;
        {
            Frame* inner = generator->frame.get();
            inner->back = f;
            inner->flags &= ~kFrameReturnsToNative;
            generator->exceptions.previous = exceptions;
            exceptions = &generator->exceptions;
            Value sent = *sp;
            f = inner;
            LOAD_FRAME();
            if (generator->state == Generator::State::Created) {
                release(sent);
                generator->awaited = true;
            } else {
                *sp++ = sent;
                if (ip->op != Opcode::YieldFrom) ++ip;
            }
            generator->state = Generator::State::Running;
            DISPATCH();
        }

    L_YieldValue:
        fuel -= 8;
        item = *--sp;
    yield_up:
        // The frame stops here; `item` goes to whoever resumed it.
        SAVE();
        {
            Frame* back = f->back;
            Generator* own = f->generator;
            own->state = Generator::State::Suspended;
            exceptions = own->exceptions.previous;
            f->back = nullptr;
            --depth;
            if (f->flags & kFrameReturnsToNative) {
                f->flags &= ~kFrameReturnsToNative;
                vm.frame = back;
                --nativeDepth;
                return StepOutcome::yielded(Ref::steal(item));
            }
            f = back;
            LOAD_FRAME();
        }
        if (ip->op == Opcode::YieldFrom) goto yield_up;
        goto for_item;

    L_YieldFrom : {
        Value iterator = sp[-2];
        if (iterator.is(types.coroutine) || iterator.is(types.generator)) {
            generator = iterator.as<Generator>();
            const bool ready = generator->frame &&
                               (generator->state == Generator::State::Suspended ||
                                (generator->state == Generator::State::Created && sp[-1].isNone()));
            if (ready) {
                --sp;
                SAVE();
                goto enter_generator;
            }
        }
        SAVE();
        bool yielded;
        item = sendTo(vm, iterator, sp[-1], yielded).detach();
        if (item.isRaised()) goto error;
        release(*--sp);
        if (yielded) goto yield_up;
        AWAITED(item);
        if (stopped()) goto error;
        NEXT();
    }
    }
L_GetYieldFromIter:
    REPLACE(1, getYieldFromIterator(vm, f, sp[-1]));
L_GetAwaitable:
    if (sp[-1].is(types.coroutine) && sp[-1].as<Generator>()->state == Generator::State::Created)
        NEXT();
    REPLACE(1, awaitableOf(vm, sp[-1], ip->c));
    {
        bool asynchronous;
    L_BeforeWith:
        asynchronous = false;
        goto before_with;
    L_BeforeAsyncWith:
        asynchronous = true;
    before_with:
        SAVE();
        if (asynchronous) {
            FirstStep step;
            f->ip = ip + kAwaitLength;
            const AtOnce how = enterAtOnce(vm, sp[-1], scratch[0], step);
            if (how != AtOnce::No) {
                ip += kAwaitLength;
                Value manager = sp[-1];
                sp[-1] = scratch[0];
                *sp++ = (how == AtOnce::Returned ? step.value : step.waiting).detach();
                SAVE();
                release(manager);
                if (how == AtOnce::Returned) NEXT();
                item = step.value.detach();
                goto yield_up;
            }
            SAVE();
        }
        if (beforeWith(vm, sp[-1], asynchronous, scratch).isRaised()) goto error;
        Value manager = sp[-1];
        sp[-1] = scratch[0];
        *sp++ = scratch[1];
        SAVE();
        release(manager);
        NEXT();
    }
L_GetAiter:
    REPLACE(1, asyncIterator(vm, sp[-1]));
L_GetAnext : {
    SAVE();
    Value v = asyncNextAwaitable(vm, sp[-1]).detach();
    if (v.isRaised()) goto error;
    *sp++ = v;
    NEXT();
}
L_EndAsyncFor : {
    Value raised = sp[-1];
    if (raised.object->type->isSubtypeOf(exc.StopAsyncIteration)) {
        SAVE();
        release(*--sp);
        release(*--sp);
        NEXT();
    }
    pending = Ptr<Exception>::steal(raised.as<Exception>());
    --sp;
    SAVE();
    goto unwind;
}
L_AsyncGenWrap:
    f->generator->yielding = true;
    NEXT();

    // --- exceptions ----------------------------------------------------------------------------
L_PushExcInfo : {
    Value raised = sp[-1];
    sp[-1] = exceptions->handled ? Value(exceptions->handled.detach()) : Value::none();
    exceptions->handled = Ptr<Exception>(raised.as<Exception>());
    *sp++ = raised;
    NEXT();
}
L_PopExcept : {
    Value previous = *--sp;
    SAVE();
    exceptions->handled =
        previous.isObject() ? Ptr<Exception>::steal(previous.as<Exception>()) : Ptr<Exception>();
    NEXT();
}
L_CheckExcMatch : {
    SAVE();
    auto matches = exceptionMatches(vm, sp[-2].as<Exception>(), sp[-1]);
    if (matches.isRaised()) goto error;
    Value type = sp[-1];
    sp[-1] = Value::boolean(*matches);
    release(type);
    NEXT();
}
L_Reraise:
    pending = Ptr<Exception>::steal((--sp)->as<Exception>());
    SAVE();
    goto unwind;
L_RaiseVarargs : {
    SAVE();
    if (ip->a == 0) {
        ExceptionState* state = exceptions;
        while (state && !state->handled) state = state->previous;
        if (!state) {
            raise(vm, exc.RuntimeError, "No active exception to reraise");
            goto error;
        }
        pending = state->handled;
        goto unwind;
    }
    const Value cause = ip->a == 2 ? *--sp : Value();
    const Value raised = *--sp;
    SAVE();
    static_cast<void>(raiseStatement(vm, Ref::steal(raised), Ref::steal(cause)));
    goto error;
}
L_LoadAssertionError:
    *sp++ = Ref(Value(exc.AssertionError)).detach();
    NEXT();
L_WithExceptStart : {
    SAVE();
    Value result = callExit(vm, sp[-3], sp[-1]).detach();
    if (result.isRaised()) goto error;
    *sp++ = result;
    NEXT();
}

L_CheckEgMatch : {
    SAVE();
    ExceptionMatch parts;
    if (matchExceptionGroup(vm, sp[-2], sp[-1], parts).isRaised()) goto error;
    release(*--sp);
    release(*--sp);
    if (!parts.match.isNone()) exceptions->handled = Ptr<Exception>(parts.match.as<Exception>());
    *sp++ = parts.rest.detach();
    *sp++ = parts.match.detach();
    NEXT();
}
L_PrepReraiseStar:
    REPLACE(2, exceptionToReraise(vm, sp[-2], sp[-1].as<List>()));

    // --- match ---------------------------------------------------------------------------------
L_GetLen : {
    SAVE();
    auto count = length(vm, sp[-1]);
    if (count.isRaised()) goto error;
    *sp++ = Value::ofInt(*count);
    NEXT();
}
L_MatchSequence : {
    const bool matches = matchesSequence(vm, sp[-1]);
    *sp++ = Value::boolean(matches);
    NEXT();
}
L_MatchMapping : {
    const bool matches = matchesMapping(vm, sp[-1]);
    *sp++ = Value::boolean(matches);
    NEXT();
}
L_MatchKeys:
    REPLACE(0, valuesUnderKeys(vm, sp[-2], sp[-1].as<Tuple>()));
L_MatchClass:
    REPLACE(3, attributesOfClassPattern(vm, sp[-3], sp[-2], sp[-1].as<Tuple>(), ip->a));

    // --- modules -------------------------------------------------------------------------------
L_ImportName:
    REPLACE(1, importName(vm, NAME(ip->a), ip->b, sp[-1], f->globals));
L_ImportFrom : {
    SAVE();
    Value v = importFrom(vm, sp[-1], NAME(ip->a)).detach();
    if (v.isRaised()) goto error;
    *sp++ = v;
    NEXT();
}
L_ImportStar:
    PERFORM(1, importStar(vm, sp[-1], f->names ? f->names : f->globals));
L_SetupAnnotations : {
    Dict* into = f->names ? f->names : f->globals;
    if (dictGetStr(into, names.__annotations__).isUnbound()) {
        dictSetStr(vm, into, names.__annotations__, makeDict(vm).value());
    }
    NEXT();
}

    // --- joined instructions ---------------------------------------------------------------------
L_LoadFastLoadFast : {
    Value first = slots[ip->a], second = slots[ip->b];
    if (first.isUnbound() || second.isUnbound()) [[unlikely]] {
        SAVE();
        raiseUnbound(vm, f, first.isUnbound() ? static_cast<std::uint32_t>(ip->a) : ip->b);
        goto error;
    }
    retain(first);
    retain(second);
    sp[0] = first;
    sp[1] = second;
    sp += 2;
    NEXT();
}
L_LoadFastLoadConst : {
    Value first = slots[ip->a], second = constants[ip->b];
    if (first.isUnbound()) [[unlikely]] {
        SAVE();
        raiseUnbound(vm, f, static_cast<std::uint32_t>(ip->a));
        goto error;
    }
    retain(first);
    retain(second);
    sp[0] = first;
    sp[1] = second;
    sp += 2;
    NEXT();
}
L_LoadConstLoadFast : {
    Value first = constants[ip->a], second = slots[ip->b];
    if (second.isUnbound()) [[unlikely]] {
        SAVE();
        raiseUnbound(vm, f, ip->b);
        goto error;
    }
    retain(first);
    retain(second);
    sp[0] = first;
    sp[1] = second;
    sp += 2;
    NEXT();
}
    {
        Value first, second;
        int known;
    L_CompareFastConst:
        second = constants[ip->b >> 8];
        goto compare_fast;
    L_CompareFastFast:
        second = slots[ip->b >> 8];
    compare_fast:
        first = slots[ip->b & 0xFF];
        known = compareNumbers(first, second,
                               static_cast<Comparison>(ip->c & language::kComparisonMask));
        if (known < 0) {
            SAVE();
            // They stay in their slots meanwhile, which the comparison's own code cannot reach.
            auto asked = compareTruth(vm, first, second,
                                      static_cast<Comparison>(ip->c & language::kComparisonMask));
            if (asked.isRaised()) goto error;
            known = *asked;
        }
        if ((known != 0) == ((ip->c & language::kJumpIfHolds) != 0)) JUMP_TO(ip->a);
        NEXT();
    }
L_StoreFastLoadFast : {
    Value old = slots[ip->a];
    slots[ip->a] = *--sp;
    if (old.isObject()) {
        SAVE();
        release(old);
    }
    Value loaded = slots[ip->b];
    if (loaded.isUnbound()) [[unlikely]] {
        SAVE();
        raiseUnbound(vm, f, ip->b);
        goto error;
    }
    retain(loaded);
    *sp++ = loaded;
    NEXT();
}
L_StoreFastStoreFast : {
    Value firstOld = std::exchange(slots[ip->a], *--sp);
    SAVE();
    release(firstOld);
    Value secondOld = std::exchange(slots[ip->b], *--sp);
    SAVE();
    release(secondOld);
    NEXT();
}
L_AddFastConst : {
    Value a = slots[ip->a], b = constants[ip->b];
    std::int64_t sum;
    if (a.tag == Tag::Int && b.tag == Tag::Int &&
        !__builtin_add_overflow(a.integer, b.integer, &sum)) [[likely]] {
        *sp++ = Value::ofInt(sum);
        NEXT();
    }
    SAVE();
    if (a.isUnbound()) {
        raiseUnbound(vm, f, static_cast<std::uint32_t>(ip->a));
        goto error;
    }
    REPLACE(0, binary(vm, Operator::Add, a, b, ip->c));
}
L_SubtractFastConst : {
    Value a = slots[ip->a], b = constants[ip->b];
    std::int64_t difference;
    if (a.tag == Tag::Int && b.tag == Tag::Int &&
        !__builtin_sub_overflow(a.integer, b.integer, &difference)) [[likely]] {
        *sp++ = Value::ofInt(difference);
        NEXT();
    }
    SAVE();
    if (a.isUnbound()) {
        raiseUnbound(vm, f, static_cast<std::uint32_t>(ip->a));
        goto error;
    }
    REPLACE(0, binary(vm, Operator::Subtract, a, b, ip->c));
}
L_AddFastFast : {
    Value a = slots[ip->a], b = slots[ip->b];
    std::int64_t sum;
    if (a.tag == Tag::Int && b.tag == Tag::Int &&
        !__builtin_add_overflow(a.integer, b.integer, &sum)) [[likely]] {
        *sp++ = Value::ofInt(sum);
        NEXT();
    }
    SAVE();
    if (a.isUnbound() || b.isUnbound()) {
        raiseUnbound(vm, f, a.isUnbound() ? static_cast<std::uint32_t>(ip->a) : ip->b);
        goto error;
    }
    REPLACE(0, binary(vm, Operator::Add, a, b, ip->c));
}

    // --- an exception is pending ---------------------------------------------------------------
error_here:
    SAVE();
error:
    // `f` is saved. The frame takes part in the traceback, save when it re-raises (unwind).
    sp = f->stackTop;
    if (!stopped()) addTraceback(vm, f, ip);
unwind:
    if (!stopped()) {
        const auto at = static_cast<std::int32_t>(ip - code);
        for (const language::ExceptionRange& range : f->code->source->exceptionTable) {
            if (at < range.begin || at >= range.end) continue;
            Value* bottom = f->stackBase() + range.depth;
            while (sp > bottom) release(*--sp);
            *sp++ = Value(pending.detach());
            JUMP_TO(range.handler);
        }
    }
    {
        // No handler here: the frame ends.
        Value* bottom = f->stackBase();
        while (sp > bottom) release(*--sp);
        f->stackTop = sp;
        Frame* back = f->back;
        const bool toNative = f->flags & kFrameReturnsToNative;
        if (Generator* generator = f->generator) {
            generator->state = Generator::State::Closed;
            exceptions = generator->exceptions.previous;
            generator->exceptions.handled.reset();
            f->generator = nullptr;
            static_cast<void>(generator->frame.detach());
            if (!stopped()) convertStopIteration(vm, generator);
        }
        vm.frame = back;
        --depth;
        f->back = nullptr;
        release(static_cast<Object*>(f));
        if (toNative) {
            --nativeDepth;
            return Raised{};
        }
        f = back;
        LOAD_FRAME();
        goto error;
    }
}

}  // namespace coroscope::runtime
