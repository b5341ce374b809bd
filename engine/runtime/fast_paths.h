// What the dispatch loop does without asking a type: plain numbers, and frames of plain calls.
#pragma once

#include <span>

#include "engine/language/opcodes.h"
#include "engine/runtime/frame.h"
#include "engine/runtime/native.h"
#include "engine/runtime/types_internal.h"
#include "engine/runtime/vm.h"

namespace coroscope::runtime {

using language::Comparison;

/// True, false, or -1: the comparison is not of two numbers of one plain type.
inline int compareNumbers(Value a, Value b, Comparison op) {
    // Which of less (1), equal (2), greater (4) and unordered (8, a NaN) each comparison accepts: a
    // look into a table instead of a jump that the processor would have to guess.
    static constexpr std::uint8_t kAccepts[] = {
        1,          // Less
        1 | 2,      // LessEqual
        2,          // Equal
        1 | 4 | 8,  // NotEqual
        4,          // Greater
        2 | 4,      // GreaterEqual
    };
    if (a.tag == Tag::Int && b.tag == Tag::Int) {
        const int order = a.integer < b.integer ? 1 : a.integer == b.integer ? 2 : 4;
        return (kAccepts[static_cast<int>(op)] & order) != 0;
    }
    if (a.tag == Tag::Float && b.tag == Tag::Float) {
        const int order = a.real < b.real ? 1 : a.real == b.real ? 2 : a.real > b.real ? 4 : 8;
        return (kAccepts[static_cast<int>(op)] & order) != 0;
    }
    return -1;
}

/// 1, 0, or -1 where truth() has to be asked.
inline int plainTruth(Value value) {
    switch (value.tag) {
        case Tag::Bool:
        case Tag::Int: return value.integer != 0;
        case Tag::None: return 0;
        default: return -1;
    }
}

/// Stores an attribute where the cache says; takes over the count of `value` and gives that of what
/// was there. False if the cache does not hold.
[[gnu::always_inline]] inline bool storeThroughCache(Vm& vm, Value object, Value value,
                                                     const InlineCache* cache, Value& old) {
    if (!object.isObject() || cache->kind == InlineCache::Kind::Empty) return false;
    const Type* type = object.object->type;
    if (cache->version != type->version) return false;
    Attributes* attributes = cache->attributesOf(object.object);
    if (attributes->shape != cache->shape) return false;
    if (cache->kind == InlineCache::Kind::InstanceSlot) {
        old = attributes->slots[cache->index];
    } else if (cache->kind == InlineCache::Kind::AddSlot) {
        if (cache->index == attributes->capacity) growAttributes(vm, *attributes);
        attributes->shape = cache->newShape;
    } else {
        return false;
    }
    attributes->slots[cache->index] = value;
    return true;
}

/// The function that a call of the method takes, with `object` as its first argument, where the
/// cache says; borrowed. Null if the cache does not hold, or the object's own attribute goes first.
[[gnu::always_inline]] inline Object* methodThroughCache(Value object, const InlineCache* cache) {
    if (!object.isObject() || cache->version != object.object->type->version) return nullptr;
    if (cache->kind == InlineCache::Kind::NativeMethod) return cache->value;
    if (cache->kind != InlineCache::Kind::TypeValue) return nullptr;
    const Attributes* attributes = cache->attributesOf(object.object);
    return attributes->shape == cache->shape && !attributes->dict ? cache->value : nullptr;
}

/// Can a native be called with these positional arguments as they lie: is it none of callNative's
/// cases that need more? Its bound self is not among them.
[[gnu::always_inline]] inline bool takesAsTheyAre(const Vm& vm, const NativeFunction* native,
                                                  const Value* arguments, std::uint32_t count) {
    const bool bound = !native->self.isUnbound();
    const auto given = static_cast<int>(count) + (bound ? 1 : 0);
    return native->function && given >= native->minimum &&
           (native->maximum < 0 || given <= native->maximum) &&
           (bound || !native->owner ||
            (count > 0 && (arguments[0].is(native->owner) ||
                           vm.typeOf(arguments[0])->isSubtypeOf(native->owner))));
}

/// Drops the topmost `count` values of the evaluation stack: without a loop where that is a
/// constant of up to three, as it nearly always is.
[[gnu::always_inline]] inline void drop(Value*& sp, int count) {
    if (count >= 1) release(*--sp);
    if (count >= 2) release(*--sp);
    for (int dropped = 2; dropped < count; ++dropped) release(*--sp);
}

/// Makes a first frame for `code`, to be reused from then on: no type yet, every slot unbound.
[[nodiscard]] Frame* makeSpareFrame(Vm& vm, Code* code);

/// A frame of `code` with every slot unbound: the last one that recycleFrame kept, or a new one.
[[gnu::always_inline]] inline Frame* takeFrame(Vm& vm, Code* code) {
    Frame* frame = code->spareFrames;
    if (frame) [[likely]] {
        code->spareFrames = frame->back;
    } else {
        frame = makeSpareFrame(vm, code);
    }
    frame->refCount = 1;
    frame->flags = 0;
    frame->type = vm.types.frame;
    return frame;
}

/// A frame for a call whose positional arguments fill its parameters exactly; takes over the counts
/// of the arguments and of the function.
[[gnu::always_inline]] inline Frame* frameForCall(Vm& vm, Function* function, Code* code,
                                                  std::span<const Value> arguments) {
    Frame* frame = takeFrame(vm, code);
    frame->globals = function->globals.get();
    frame->function = function;  // keeps the code and the globals alive
    Value* slots = frame->slots();
    Value* slot = slots;
    for (const Value& argument : arguments) {
        // Word by word: the arguments were just pushed so, and one load of sixteen bytes would wait
        // until both stores have left the processor's store buffer.
        slot->tag = argument.tag;
        slot->integer = argument.integer;
        ++slot;
    }
    if (function->closure) {
        Value* cells = function->closure->items();
        for (std::uint32_t k = 0; k < function->closure->count; ++k) {
            retain(cells[k]);
            slots[code->localCount + k] = cells[k];
        }
    }
    return frame;
}

/// Is this the frame of a plain call that nobody else holds (a traceback would)? It is recycled
/// when it ends, without the detours of destroyObject.
[[nodiscard]] inline bool isPlainCall(const Frame* frame) {
    return frame->refCount == 1 && frame->flags == 0;
}

/// Lets go of a frame for which isPlainCall holds and whose stack is empty.
[[gnu::always_inline]] inline void recycleFrame(Frame* frame) {
    Code* code = frame->code;
    Value* slots = frame->slots();
    for (Value *slot = slots, *end = slots + code->slotCount; slot != end; ++slot) {
        const Tag tag = slot->tag;
        slot->tag = Tag::Unbound;
        if (tag == Tag::Object) release(slot->object);
    }
    Function* function = frame->function;
    frame->type = nullptr;  // to the heap, a free cell
    frame->back = code->spareFrames;
    code->spareFrames = frame;
    release(static_cast<Object*>(function));
}

}  // namespace coroscope::runtime
