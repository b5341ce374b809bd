#include "engine/runtime/cycle_collector.h"

#include <algorithm>
#include <cassert>

#include "engine/runtime/effort.h"
#include "engine/runtime/vm.h"

namespace coroscope::runtime {

namespace {

/// Marks of objects during a collection; no type uses these bits. Counted: the references that
/// counted ones hold have been taken off its count. Condemned: it has not been reached.
constexpr std::uint32_t kCounted = 1U << 28;
constexpr std::uint32_t kCondemned = Heap::kCondemned;

/// Does its type show what it keeps? Of a class of the scenario's own at least what the class adds
/// is known. An object without a count is being destroyed.
bool showsWhatItKeeps(const Object* object) {
    const Type* type = object->type;
    if (object->refCount == 0) return false;
    if (type->has(kTypeIsType)) return static_cast<const Type*>(object)->has(kTypeIsClass);
    return type->slots.traverse != nullptr || type->has(kTypeIsClass);
}

/// Every reference that it owns and shows.
void traverse(Object* object, const Visitor& visit) {
    Type* type = object->type;
    if (type->has(kTypeIsClass)) visit(static_cast<Object*>(type));
    if (type->slots.traverse) type->slots.traverse(object, visit);
    const Attributes* attributes = type->attributesOf(object);
    if (attributes == nullptr) return;
    visit(static_cast<Object*>(attributes->dict));
    if (attributes->dict && attributes->slots) visit(attributes->slots[0]);  // its members
    if (attributes->shape == nullptr) return;
    for (std::uint32_t i = 0; i < attributes->shape->count; ++i) visit(attributes->slots[i]);
}

/// What a class leads to is mostly destroyed before it.
template <class T>
T* dropUnlessDestroyed(T* part) {
    if (part && (part->flags & kCondemned) == 0) release(static_cast<Object*>(part));
    return nullptr;
}

bool hasDied(const Object* object) { return object->type == nullptr || object->refCount == 0; }

bool leadsOn(Value value) { return value.isObject() && showsWhatItKeeps(value.object); }

/// Has it a dict of its own to CPython, that leads on? Instances of classes below `object` alone
/// keep their attributes in themselves.
bool hasOwnDict(Object* object) {
    const Type* type = object->type;
    const Attributes* attributes = type->attributesOf(object);
    if (!type->has(kTypeIsClass) || attributes == nullptr || attributes->shape == nullptr)
        return false;
    while (type->has(kTypeIsClass)) type = type->base;
    return type->base != nullptr &&
           std::any_of(attributes->slots, attributes->slots + attributes->shape->count, leadsOn);
}

/// How many objects it is to CPython's collector: a generator's frame is a part of it, and a dict
/// of what leads nowhere is left alone (MAINTAIN_TRACKING); a class has descriptors and a tuple
/// that is its MRO.
std::int64_t countOf(const Vm& vm, Object* object) {
    constexpr std::int64_t kPartsOfClass = 4, kTupleOfIterators = 1, kTupleOfResults = 1;
    if (object->type->has(kTypeIsType)) return kPartsOfClass;
    if (object->type == vm.types.frame) return static_cast<Frame*>(object)->generator ? 0 : 1;
    if (object->type == vm.types.tuple) return static_cast<Tuple*>(object)->count > 0 ? 1 : 0;
    if (object->type == vm.types.map) return 1 + kTupleOfIterators;
    if (object->type == vm.types.zip) return 1 + kTupleOfIterators + kTupleOfResults;
    if (object->type != vm.types.dict) return hasOwnDict(object) ? 2 : 1;
    std::uint32_t position = 0;
    Value key, value;
    while (dictNext(static_cast<Dict*>(object), position, key, value)) {
        if (leadsOn(key) || leadsOn(value)) return 1;
    }
    return 0;
}

}  // namespace

CycleCollector::CycleCollector(Vm& vm) : vm_(vm), isNested_(vm.collector != nullptr) {
    if (!isNested_) vm_.collector = this;
}

CycleCollector::~CycleCollector() {
    if (isNested_) return;
    vm_.collector = nullptr;
    vm_.heap.addExternal(-static_cast<std::ptrdiff_t>(bytes_));
}

std::int64_t CycleCollector::collect() {
    if (isNested_) return 0;
    constexpr std::size_t kBytesScannedInAnInstruction = 64;
    takeEffort(vm_, static_cast<std::int64_t>(vm_.heap.bytesHeld() / kBytesScannedInAnInstruction));
    condemnUnreachable([this](auto visit) { vm_.heap.forEachAlive(visit); });
    vm_.heap.forEachAlive([this](Object* object) {
        if (object->flags & kCondemned) condemned_.push_back(object);
    });
    if (condemned_.empty()) return 0;
    charge(condemned_.size());
    std::ranges::stable_sort(condemned_, {}, [](const Object* object) {
        return object->type->has(kTypeHasFinalizer) ? object->flags & Vm::kBirthBits : 0;
    });
    vm_.heap.keepCondemned();
    clearWeakReferences();
    for (Object* object : condemned_) lost(object);
    callBack();
    finalize();
    keepResurrected();
    std::int64_t count = 0;
    for (Object* object : condemned_) count += countOf(vm_, object);
    clearWeakReferences();
    destroyAll();
    vm_.heap.freeCondemned();
    callBack();
    return count;
}

/// `forEach(visit)` visits some objects: marks as condemned those of them that are kept by each
/// other alone (deduce_unreachable).
template <class ForEach>
void CycleCollector::condemnUnreachable(ForEach forEach) {
    std::size_t candidates = 0;
    forEach([&](Object* object) {
        if (hasDied(object) || !showsWhatItKeeps(object)) return;
        object->flags |= kCounted | kCondemned;
        ++candidates;
    });
    charge(candidates);
    const auto takeOff = [](Object* kept) {
        if (kept->flags & kCounted) --kept->refCount;
    };
    forEach([&](Object* object) {
        if (object->flags & kCounted) traverse(object, Visitor(takeOff));
    });
    forEach([&](Object* object) {
        if (object->refCount > 0 && (object->flags & kCondemned)) reachFrom(object);
    });
    // Of what was reached the counts are right again.
    const auto giveBack = [](Object* kept) {
        if (kept->flags & kCounted) ++kept->refCount;
    };
    forEach([&](Object* object) {
        if (object->flags & kCondemned) traverse(object, Visitor(giveBack));
    });
    forEach([](Object* object) { object->flags &= ~kCounted; });
}

/// It lives, with all that it leads to; what these keep gets its counts back.
void CycleCollector::reachFrom(Object* root) {
    const auto reach = [this](Object* kept) {
        if ((kept->flags & kCounted) == 0) return;
        ++kept->refCount;
        if ((kept->flags & kCondemned) == 0) return;
        kept->flags &= ~kCondemned;
        ahead_.push_back(kept);
    };
    root->flags &= ~kCondemned;
    ahead_.push_back(root);
    while (!ahead_.empty()) {
        Object* object = ahead_.back();
        ahead_.pop_back();
        traverse(object, Visitor(reach));
    }
}

/// handle_weakrefs: the references lose what is garbage before any code runs. Those that are
/// garbage themselves never call.
void CycleCollector::clearWeakReferences() {
    for (Object* object : condemned_) {
        if (hasDied(object) || (object->flags & kObjectHasAside) == 0) continue;
        WeakReference*& latest = vm_.weakReferencesTo(object);
        for (Ptr<WeakReference>& caller : takeCallers(std::exchange(latest, nullptr))) {
            if ((caller->flags & kCondemned) == 0) callers_.push_back(std::move(caller));
        }
    }
}

void CycleCollector::callLater(std::vector<Ptr<WeakReference>> callers) {
    for (Ptr<WeakReference>& caller : callers) callers_.push_back(std::move(caller));
}

void CycleCollector::callBack() {
    const std::vector<Ptr<WeakReference>> callers = std::exchange(callers_, {});
    for (const Ptr<WeakReference>& each : callers) callOf(vm_, each.get());
}

/// finalize_garbage. What a finalizer lets go of may die before its turn comes.
void CycleCollector::finalize() {
    for (Object* object : condemned_) {
        if (hasDied(object) || !object->type->has(kTypeHasFinalizer)) continue;
        const Ptr<Object> keep(object);
        object->type->slots.finalize(vm_, object);
    }
}

/// handle_resurrected_objects.
void CycleCollector::keepResurrected() {
    std::erase_if(condemned_, hasDied);
    condemnUnreachable([this](auto visit) { std::ranges::for_each(condemned_, visit); });
    std::erase_if(condemned_,
                  [](const Object* object) { return (object->flags & kCondemned) == 0; });
}

/// Each is destroyed as it stands: their memory stays until all are, and none dies of another's
/// end, for all have one count more. Frames go first, as they ask their code how long they are;
/// classes, of which all others ask that, go by themselves when nothing is left of them.
void CycleCollector::destroyAll() {
    isDestroying_ = true;
    for (Object* object : condemned_) retain(object);
    std::ranges::stable_partition(
        condemned_, [this](const Object* object) { return object->type == vm_.types.frame; });
    std::vector<Object*> classes;
    for (Object* object : condemned_) {
        if (object->type->has(kTypeIsType)) {
            classes.push_back(object);
            continue;
        }
        if (object->flags & kObjectHasAside) vm_.forget(object);
        object->type->slots.destroy(object);
    }
    for (Object* each : classes) {
        auto* type = static_cast<Type*>(each);
        type->dict = dropUnlessDestroyed(type->dict);
        type->bases = dropUnlessDestroyed(type->bases);
        release(each);
    }
    isDestroying_ = false;
}

/// What so many objects take: of work, and of memory while it goes on.
void CycleCollector::charge(std::size_t objects) {
    constexpr std::int64_t kInstructionsEach = 8;
    takeEffort(vm_, kInstructionsEach * static_cast<std::int64_t>(objects));
    const std::size_t bytes = objects * sizeof(Object*);
    bytes_ += bytes;
    vm_.heap.addExternal(static_cast<std::ptrdiff_t>(bytes));
}

}  // namespace coroscope::runtime
