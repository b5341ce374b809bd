#include "engine/runtime/weak_references.h"

#include <algorithm>

#include <fmt/format.h>

#include "engine/runtime/cycle_collector.h"
#include "engine/runtime/modules/standard_streams.h"
#include "engine/runtime/native.h"
#include "engine/runtime/traceback.h"
#include "engine/runtime/types_internal.h"

namespace coroscope::runtime {

Ref WeakReference::get() const {
    // One whose count is zero only waits for its turn to be destroyed.
    if (target == nullptr || target->refCount == 0) return {};
    return Value(target);
}

namespace {

/// Of the core types those whose instances CPython gives a list of weak references.
bool nativeHasWeakList(Vm& vm, const Type* type) {
    if (type->has(kTypeIsException)) return false;
    if (type->has(kTypeIsSet) || type->has(kTypeIsType)) return true;
    const Types& t = vm.types;
    if (std::ranges::count(
            std::initializer_list<const Type*>{t.function, t.nativeFunction, t.method, t.module,
                                               t.generator, t.coroutine, t.asyncGenerator},
            type) > 0) {
        return true;
    }
    bool isCore = false;
#define CORO_IS(field, name) isCore = isCore || type == t.field;
    CORO_TYPES(CORO_IS)
#undef CORO_IS
    return !isCore;
}

/// handle_callback: what it raises is told and forgotten; what was under way goes on.
void callBack(Vm& vm, WeakReference* reference) {
    Ptr<Exception> saved = std::move(vm.pending);
    const Ref callback = std::move(reference->callback);
    const Ref result = vm.call(callback, {Value(reference)});
    if (result.isRaised() && vm.pending) reportIgnored(vm, callback, "a callback");
    vm.pending = std::move(saved);
}

}  // namespace

bool hasWeakReferences(const Type* type) {
    return std::ranges::any_of(type->mro, [](const Type* each) {
        return (each->typeFlags & kTypeAddsWeakReferences) != 0;
    });
}

bool allowsWeakReferences(Vm& vm, const Type* type) {
    // Instances of varying size have no room for them.
    if (type->typeFlags & (kTypeIsInt | kTypeIsTuple | kTypeIsBytes)) return false;
    return std::ranges::any_of(type->mro, [&](const Type* each) {
        if (each->has(kTypeIsClass)) return (each->typeFlags & kTypeAddsWeakReferences) != 0;
        return each != vm.types.object && nativeHasWeakList(vm, each);
    });
}

std::vector<Ptr<WeakReference>> takeCallers(WeakReference* latest) {
    std::vector<Ptr<WeakReference>> callers;
    for (WeakReference *each = latest, *next = nullptr; each != nullptr; each = next) {
        next = each->next;
        each->target = nullptr;
        each->previous = each->next = nullptr;
        if (!each->callback.isUnbound() && each->refCount > 0) callers.emplace_back(each);
    }
    return callers;
}

void callOf(Vm& vm, WeakReference* reference) {
    if (!vm.stopped() && !vm.heap.tearingDown) callBack(vm, reference);
}

void loseTarget(Vm& vm, WeakReference* latest) {
    std::vector<Ptr<WeakReference>> callers = takeCallers(latest);
    if (vm.heap.tearingDown) return;  // a collection may have been broken off
    if (vm.collector != nullptr && vm.collector->isDestroying())
        return vm.collector->callLater(std::move(callers));
    for (const Ptr<WeakReference>& each : callers) callOf(vm, each.get());
}

}  // namespace coroscope::runtime
