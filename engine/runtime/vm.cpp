#include "engine/runtime/vm.h"

#include "engine/runtime/builtins/builtins.h"
#include "engine/runtime/modules/modules.h"
#include "engine/runtime/native.h"
#include "engine/runtime/nesting.h"
#include "engine/runtime/types_internal.h"
#include "engine/runtime/weak_references.h"

namespace coroscope::runtime {

void initNumberTypes(Vm& vm);
void initBytesTypes(Vm& vm);

std::string_view Type::nameView() const {
    if (!name) return "?";
    if (typeFlags & kTypeNamedWithModule) [[unlikely]] {
        const Value module = dictGetStr(dict, vm->names.__module__);
        if (isStr(module))
            return vm->intern(std::string(viewOf(module)) + "." + std::string(name->view()))
                ->view();
    }
    return name->view();
}

std::uintptr_t stackPosition() {
    return reinterpret_cast<std::uintptr_t>(__builtin_frame_address(0));
}

Vm::Vm(Host& h) : host(h) {
    makeCoreTypes(*this);
    makeNames();
    builtins = makeDict(*this);
    modules = makeDict(*this);
    privates = makeDict(*this);
    initObjectTypes(*this);
    initDescriptorTypes(*this);
    initFunctionTypes(*this);
    initNumberTypes(*this);
    initStrType(*this);
    initBytesTypes(*this);
    initListType(*this);
    initTupleType(*this);
    initRangeType(*this);
    initSliceType(*this);
    initDictType(*this);
    initSetType(*this);
    initFrameTypes(*this);
    initGeneratorTypes(*this);
    initExceptionTypes(*this);
    initModuleType(*this);
    initSuperType(*this);
    initCoreFunctions(*this);
    initBuiltins(*this);
}

void Vm::makeNames() {
#define CORO_FIELD(field) names.field = intern(#field);
    CORO_NAMES(CORO_FIELD)
#undef CORO_FIELD
    names.func = intern("__func__");
    names.throw_ = intern("throw");
    names.default_ = intern("default");
}

Vm::~Vm() {
    heap.tearDown();
    // Nothing may die of the others' destruction: each object gets one count more first.
    // Then every object is destroyed, types last, as the others' destructors ask them.
    heap.forEachAlive([](Object* object) { ++object->refCount; });
    pending.reset();
    baseExceptions.handled.reset();
    contexts.reset();
    builtins.reset();
    modules.reset();
    std::vector<Object*> typeObjects;
    heap.forEachAlive([&](Object* object) {
        if (object->type->has(kTypeIsType)) {
            typeObjects.push_back(object);
        } else {
            object->type->slots.destroy(object);
        }
    });
    for (Object* object : typeObjects) {
        auto* type = static_cast<Type*>(object);
        freeShapes(type->rootShape);
        type->~Type();
    }
}

Str* Vm::intern(std::string_view text) {
    auto found = interned_.find(text);
    if (found != interned_.end()) return found->second;
    Ptr<Str> str = makeStr(*this, text);
    str->flags |= Str::kInterned;
    strHash(str.get());
    Str* raw = str.detach();
    interned_.emplace(raw->view(), raw);
    return raw;
}

Str* Vm::intern(Str* str) {
    if (str->isInterned()) return str;
    auto found = interned_.find(str->view());
    if (found != interned_.end()) return found->second;
    if (str->type != types.str) return intern(str->view());
    retain(static_cast<Object*>(str));
    str->flags |= Str::kInterned;
    strHash(str);
    interned_.emplace(str->view(), str);
    return str;
}

Type* Vm::typeOfPlain(Tag tag) const {
    switch (tag) {
        case Tag::None: return types.none;
        case Tag::Bool: return types.bool_;
        case Tag::Int: return types.int_;
        case Tag::Float: return types.float_;
        case Tag::NotImplemented: return types.notImplemented;
        case Tag::Ellipsis: return types.ellipsis;
        case Tag::Object:
        case Tag::Unbound:
        case Tag::Raised: break;
    }
    assert(false && "no value");
    return types.none;
}

std::int64_t Vm::idOf(Value value) {
    // Small and in the order of asking; values without an object get a number of their own kind.
    if (!value.isObject()) {
        const auto tag = static_cast<std::uint64_t>(value.tag);  // unsigned: a float's may wrap
        const std::uint64_t number =
            0x1000 + tag * 0x100000 + static_cast<std::uint64_t>(value.integer) * 32;
        return static_cast<std::int64_t>(number & INT64_MAX);
    }
    value.object->flags |= kObjectHasAside;
    std::int64_t& id = asides_[value.object].id;
    if (id == 0) id = 0x7f0000000000 + 0x10 * ++nextId_;
    return id;
}

WeakReference*& Vm::weakReferencesTo(Object* object) {
    object->flags |= kObjectHasAside;
    return asides_[object].weak;
}

void Vm::forget(const Object* object) {
    const auto found = asides_.find(object);
    WeakReference* weak = found->second.weak;
    asides_.erase(found);
    if (weak) loseTarget(*this, weak);
}

void Vm::stop(StopReason reason) {
    if (stopReason != StopReason::None) return;
    stopReason = reason;
    // Where the scenario itself stood: not in the text of a module of the engine's own.
    Frame* place = frame;
    while (place && place->back && isBundled(place)) place = place->back;
    if (place) {
        stoppedFile = place->code->source->fileName;
        stoppedLine = place->line();
    }
    // The budget ends here; what was used of it is accounted for first.
    fuelGiven -= fuel + 1;
    fuel = -1;
}

}  // namespace coroscope::runtime
