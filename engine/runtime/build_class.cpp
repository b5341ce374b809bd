// The class statement: Python/bltinmodule.c builtin___build_class__ and
// Objects/typeobject.c type_new.
#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "engine/language/symbols.h"
#include "engine/runtime/class_layout.h"
#include "engine/runtime/effort.h"
#include "engine/runtime/native.h"
#include "engine/runtime/types_internal.h"
#include "engine/runtime/weak_references.h"

namespace coroscope::runtime {

Type* firstNative(Type* type) {
    while (type->has(kTypeIsClass)) type = type->base;
    return type;
}

namespace {

/// The names of its own members, sorted (CPython's ht_slots).
std::vector<std::string_view> ownMembers(const Type* type) {
    std::vector<std::string_view> names;
    if ((type->typeFlags & kTypeWithMembers) == 0) return names;
    const Dict* dict = type->dict;
    for (std::uint32_t i = 0; i < dict->used; ++i) {
        if (isMember(dict->entries[i].value)) names.push_back(viewOf(dict->entries[i].key));
    }
    std::ranges::sort(names);
    return names;
}

/// The farthest base with the same C++ layout.
Type* nativeBase(Type* type) {
    type = firstNative(type);
    while (type->base && type->base->instanceBytes == type->instanceBytes &&
           type->base->slots.destroy == type->slots.destroy) {
        type = type->base;
    }
    return type;
}

/// solid_base: the farthest base with the same layout. Two types with one can be bases of the same
/// class (all that add nothing to Exception, for instance).
Type* solidBase(Type* type) {
    for (Type* each = type; each->has(kTypeIsClass); each = each->base) {
        if (!ownMembers(each).empty()) return each;
    }
    return nativeBase(type);
}

}  // namespace

bool canConstruct(const Type* maker, Type* type) {
    const Type* native = firstNative(type);
    if (native == maker) return true;
    return !native->has(kTypeNoConstruct) && native->slots.construct == maker->slots.construct &&
           native->instanceBytes == maker->instanceBytes &&
           native->slots.destroy == maker->slots.destroy;
}

namespace {

/// The farthest base whose instances have no less than the type's own (compatible_with_tp_base).
Type* widestBase(Type* type) {
    const auto addsNothing = [](const Type* each) {
        return (each->typeFlags & (kTypeAddsDict | kTypeAddsWeakReferences)) == 0 &&
               ownMembers(each).empty();
    };
    while (type->has(kTypeIsClass) && addsNothing(type)) type = type->base;
    return type->has(kTypeIsClass) ? type : nativeBase(type);
}

}  // namespace

bool haveSameLayout(Type* one, Type* other) {
    // Exceptions that are one struct here are many in CPython, and say different things with it.
    if (one->has(kTypeIsException) && firstNative(one) != firstNative(other)) return false;
    one = widestBase(one);
    other = widestBase(other);
    if (one == other) return true;
    constexpr std::uint32_t kAdded = kTypeAddsDict | kTypeAddsWeakReferences;
    return one->has(kTypeIsClass) && other->has(kTypeIsClass) && one->base == other->base &&
           (one->typeFlags & kAdded) == (other->typeFlags & kAdded) &&
           ownMembers(one) == ownMembers(other);
}

bool instancesHaveDict(const Type* type) {
    return type->has(kTypeIsClass) ? (type->typeFlags & kTypeWithoutDict) == 0
                                   : type->attributesOffset != 0;
}

Outcome<Type*> bestBase(Vm& vm, Tuple* bases) {
    Type *winner = nullptr, *solid = nullptr;
    for (Value value : bases->span()) {
        if (!isType(value)) return raise(vm, vm.exc.TypeError, "bases must be types");
        Type* base = value.as<Type>();
        if (base->has(kTypeIsFinal)) {
            return raise(vm, vm.exc.TypeError,
                         fmt::format("type '{}' is not an acceptable base type", base->nameView()));
        }
        Type* candidate = solidBase(base);
        if (!winner || (candidate != solid && candidate->isSubtypeOf(solid))) {
            winner = base;
            solid = candidate;
        } else if (!solid->isSubtypeOf(candidate)) {
            return raise(vm, vm.exc.TypeError, "multiple bases have instance lay-out conflict");
        }
    }
    return winner;
}

namespace {

/// Up to so many classes in an MRO a class statement costs what its instructions do.
constexpr std::size_t kManyBases = 64;

void layOut(Type* type, Type* base) {
    type->instanceBytes = base->instanceBytes;
    type->attributesOffset = base->attributesOffset;
    // The instances of a metaclass are classes, which keep their attributes in Type::dict.
    if (type->has(kTypeIsType)) return;
    // Types of variable size (str, tuple, bytes) have instanceBytes 0 and keep no attributes.
    if (type->attributesOffset == 0 && type->instanceBytes != 0) {
        type->attributesOffset = (type->instanceBytes + 7U) & ~7U;
        type->instanceBytes =
            type->attributesOffset + static_cast<std::uint32_t>(sizeof(Attributes));
    }
}

/// The names that `__slots__` gives, mangled; none if there is no `__slots__`.
Outcome<std::optional<std::vector<std::string>>> slotNames(Vm& vm, Type* type) {
    Ref given(dictGetStr(type->dict, vm.names.__slots__));
    if (given.isUnbound()) return std::optional<std::vector<std::string>>();
    if (isStr(given)) {
        const Value one = given;
        given = makeTuple(vm, std::span<const Value>(&one, 1)).toRef();
    }
    Ref listed = CORO_TRY(tupleFromIterable(vm, given));
    language::SymbolTable table;
    std::vector<std::string> names;
    for (Value name : listed.as<Tuple>()->span()) {
        if (!isStr(name)) {
            return raise(vm, vm.exc.TypeError,
                         fmt::format("__slots__ items must be strings, not '{}'",
                                     vm.typeOf(name)->nameView()));
        }
        Ref isIdentifier = CORO_TRY(vm.callMethod(name, vm.intern("isidentifier"), {}));
        if (!isIdentifier.isTrue())
            return raise(vm, vm.exc.TypeError, "__slots__ must be identifiers");
        names.emplace_back(table.mangled(type->nameView(), viewOf(name)));
    }
    return std::optional(std::move(names));
}

/// What a class adds to what the instances of its base have.
struct Additions {
    bool dict = false;
    bool weakReferences = false;
};

/// Takes the names in `__slots__` one by one: those of members stay.
Status readSlotNames(Vm& vm, Type* type, const Additions& possible, Additions& added,
                     std::vector<std::string>& names) {
    std::vector<std::string> members;
    for (std::string& name : names) {
        if (name == "__dict__") {
            if (!possible.dict || added.dict)
                return raise(vm, vm.exc.TypeError, "__dict__ slot disallowed: we already got one");
            added.dict = true;
        } else if (name == "__weakref__") {
            if (!possible.weakReferences || added.weakReferences) {
                return raise(vm, vm.exc.TypeError,
                             "__weakref__ slot disallowed: either we already got one, or "
                             "__itemsize__ != 0");
            }
            added.weakReferences = true;
        } else if (!dictGetStr(type->dict, vm.intern(name)).isUnbound()) {
            return raise(vm, vm.exc.ValueError,
                         fmt::format("'{}' in __slots__ conflicts with class variable", name));
        } else {
            members.push_back(std::move(name));
        }
    }
    std::ranges::sort(members);
    names = std::move(members);
    return kDone;
}

/// type_add_getset: what the class body itself defines by that name stays.
void addOwnGetter(Vm& vm, Type* type, std::string_view name, Getter getter, Setter setter) {
    if (dictGetStr(type->dict, vm.intern(name)).isUnbound())
        addGetter(vm, type, name, getter, setter);
}

/// type_new_slots: a descriptor for each name in `__slots__`; unless a base has one or they ask
/// for it, the instances have no `__dict__` then, nor room for weak references.
Status declareSlots(Vm& vm, Type* type) {
    auto names = CORO_TRY(slotNames(vm, type));
    const Type* base = type->base;
    const bool isVariable = (base->typeFlags & (kTypeIsInt | kTypeIsTuple | kTypeIsBytes)) != 0;
    const Additions possible{!type->has(kTypeIsType) && !instancesHaveDict(base),
                             !isVariable && !allowsWeakReferences(vm, base)};
    Additions added = possible;
    if (names) {
        // Without room for attributes there is none for members.
        if (!names->empty() && (isVariable || type->attributesOffset == 0)) {
            return raise(vm, vm.exc.TypeError,
                         fmt::format("nonempty __slots__ not supported for subtype of '{}'",
                                     base->nameView()));
        }
        added = Additions();
        CORO_TRY(readSlotNames(vm, type, possible, added, *names));
        // The other bases may bring what the first has not.
        for (Value value : type->bases->span()) {
            const Type* other = value.as<Type>();
            added.dict = added.dict || (possible.dict && instancesHaveDict(other));
            added.weakReferences = added.weakReferences ||
                                   (possible.weakReferences && allowsWeakReferences(vm, other));
        }
        for (const std::string& name : *names) addMember(vm, type, name);
        if (!names->empty()) type->typeFlags |= kTypeWithMembers;
    }
    if (added.dict) {
        type->typeFlags |= kTypeAddsDict;
        addOwnGetter(vm, type, "__dict__", getInstanceDict, setInstanceDict);
    } else if (!type->has(kTypeIsType) && !instancesHaveDict(base)) {
        type->typeFlags |= kTypeWithoutDict;
    }
    if (added.weakReferences) {
        type->typeFlags |= kTypeAddsWeakReferences;
        addOwnGetter(vm, type, "__weakref__", getWeakReference, nullptr);
    }
    return kDone;
}

Status callSetNames(Vm& vm, Type* type) {
    Ptr<Dict> copy = dictCopy(vm, type->dict);
    std::uint32_t position = 0;
    Value key, value;
    while (dictNext(copy.get(), position, key, value)) {
        if (!value.isObject()) continue;
        Ref hook = CORO_TRY(lookupSpecial(vm, value, vm.names.__set_name__));
        if (hook.isUnbound()) continue;
        Ref result = vm.call(hook, {Value(type), key});
        if (result.isRaised() && vm.pending && !vm.stopped()) {
            Ptr<Exception> cause = takePending(vm);
            Ptr<Exception> error =
                makeException(vm, vm.exc.RuntimeError,
                              fmt::format("Error calling __set_name__ on '{}' instance {} in '{}'",
                                          vm.typeOf(value)->nameView(), CORO_TRY(reprText(vm, key)),
                                          type->nameView()));
            error->cause = cause;
            error->suppressContext = true;
            raiseException(vm, error);
            error->context = std::move(cause);
            return Raised{};
        }
        CORO_TRY(std::move(result));
    }
    return kDone;
}

/// super(type, type).__init_subclass__(**keywords)
Status callInitSubclass(Vm& vm, Type* type, const Arguments& keywords) {
    for (std::size_t i = 1; i < type->mro.size(); ++i) {
        Value hook = dictGetStr(type->mro[i]->dict, vm.names.__init_subclass__);
        if (hook.isUnbound()) continue;
        Ref bound = CORO_TRY(bindAttribute(vm, hook, Value(), type));
        CORO_TRY(vm.call(bound, keywords));
        return kDone;
    }
    return kDone;
}

/// `__abc_tpflags__`, by which collections.abc says what matches `[...]` and `{...}`
/// (Modules/_abc.c, _abc__abc_init).
void takePatternFlags(Vm& vm, Type* type, Dict* body) {
    Str* name = vm.intern("__abc_tpflags__");
    const Value flags = dictGetStr(body, name);
    if (!flags.isSmallInt()) return;
    if (flags.integer & (1 << 5)) type->typeFlags |= kTypeIsSequence;
    if (flags.integer & (1 << 6)) type->typeFlags |= kTypeIsMapping;
    dictDeleteStr(vm, body, name);
}

}  // namespace

Outcome<Type*> metaclassOf(Vm& vm, Type* asked, std::span<const Value> bases) {
    Type* winner = asked;
    for (Value base : bases) {
        Type* meta = vm.typeOf(base);
        if (winner->isSubtypeOf(meta)) continue;
        if (!meta->isSubtypeOf(winner)) {
            return raise(vm, vm.exc.TypeError,
                         "metaclass conflict: the metaclass of a derived class must be a "
                         "(non-strict) subclass of the "
                         "metaclasses of all its bases");
        }
        winner = meta;
    }
    return winner;
}

namespace {

/// What is in a class body for the sake of `type`, and what `type` adds to it, before it becomes
/// the class's dict.
void completeBody(Vm& vm, Dict* body) {
    dictDeleteStr(vm, body, vm.names.__qualname__);
    dictDeleteStr(vm, body, vm.names.__classcell__);
    if (dictGetStr(body, vm.names.__module__).isUnbound() && vm.frame) {
        Value module = dictGetStr(vm.frame->globals, vm.names.__name__);
        if (!module.isUnbound()) dictSetStr(vm, body, vm.names.__module__, module);
    }
    // A class with == and no hash of its own is unhashable.
    if (!dictGetStr(body, vm.names.__eq__).isUnbound() &&
        dictGetStr(body, vm.names.__hash__).isUnbound()) {
        dictSetStr(vm, body, vm.names.__hash__, Value::none());
    }
}

/// `__new__` is a static method, `__init_subclass__` and `__class_getitem__` class methods,
/// undecorated.
Status wrapSpecialMethods(Vm& vm, Dict* body) {
    const auto wrapIfFunction = [&](Str* name, Type* wrapper) -> Status {
        Value function = dictGetStr(body, name);
        if (!function.is(vm.types.function)) return kDone;
        Ref wrapped = CORO_TRY(vm.call(Value(wrapper), {function}));
        dictSetStr(vm, body, name, wrapped);
        return kDone;
    };
    CORO_TRY(wrapIfFunction(vm.names.__new__, vm.types.staticMethod));
    CORO_TRY(wrapIfFunction(vm.names.__init_subclass__, vm.types.classMethod));
    return wrapIfFunction(vm.names.__class_getitem__, vm.types.classMethod);
}

}  // namespace

Ref makeClass(Vm& vm, Type* meta, Str* name, Ptr<Tuple> bases, Ptr<Dict> body,
              const Arguments& keywords) {
    if (bases->count == 0) {
        const Value object(vm.types.object);
        bases = makeTuple(vm, std::span<const Value>(&object, 1));
    }
    Type* base = CORO_TRY(bestBase(vm, bases.get()));
    Ptr<Type> made = vm.heap.make<Type>(meta);
    if (meta->has(kTypeIsClass)) retain(static_cast<Object*>(meta));
    Type* type = made.get();
    type->vm = &vm;
    type->version = vm.nextVersion();
    type->name = Ptr<Str>(name).detach();
    type->typeFlags = kTypeIsClass | (base->typeFlags & kInheritedTypeFlags);
    for (Value each : bases->span()) {
        type->typeFlags |=
            each.as<Type>()->typeFlags & (kTypeIsSequence | kTypeIsMapping | kTypeWithMembers);
    }
    takePatternFlags(vm, type, body.get());
    type->base = Ptr<Type>(base).detach();
    type->bases = bases.detach();
    type->mro.push_back(type);
    Value qualified = dictGetStr(body.get(), vm.names.__qualname__);
    type->qualifiedName =
        isStr(qualified) ? Ptr<Str>(qualified.as<Str>()).detach() : Ptr<Str>(name).detach();
    const Ref cell(dictGetStr(body.get(), vm.names.__classcell__));
    completeBody(vm, body.get());
    type->dict = Ptr<Dict>(body).detach();
    CORO_TRY(wrapSpecialMethods(vm, type->dict));
    layOut(type, base);
    CORO_TRY(declareSlots(vm, type));
    if (dictGetStr(type->dict, vm.names.__doc__).isUnbound())
        dictSetStr(vm, type->dict, vm.names.__doc__, Value::none());
    CORO_TRY(computeMro(vm, type));
    // Its slots are looked for in all of them.
    if (!spendEffort(vm, static_cast<std::int64_t>(64 * type->mro.size()))) return Raised{};
    for (std::size_t i = 1; i < type->mro.size(); ++i) type->mro[i]->subclasses.push_back(type);
    type->slots = base->slots;
    updateClassSlots(vm, type);
    // Looking all of them up takes as long as a program of its own where there are many.
    if (const std::size_t length = type->mro.size(); length > kManyBases) {
        if (!burnFuel(vm, static_cast<std::int64_t>(length) * 16)) return Raised{};
    }
    if (cell.is(vm.types.cell)) cell.as<Cell>()->content = Ref(Value(type));
    CORO_TRY(callSetNames(vm, type));
    CORO_TRY(callInitSubclass(vm, type, keywords));
    return std::move(made).toRef();
}

namespace {

/// PEP 560: a base that is no class may stand for some (`Generic[T]`).
Outcome<Ptr<Tuple>> resolveBases(Vm& vm, std::span<const Value> given) {
    std::vector<Ref> resolved;
    Str* hookName = vm.intern("__mro_entries__");
    for (Value base : given) {
        if (isType(base)) {
            resolved.emplace_back(base);
            continue;
        }
        Ref hook = CORO_TRY(findAttribute(vm, base, hookName));
        if (hook.isUnbound()) {
            resolved.emplace_back(base);
            continue;
        }
        Ptr<Tuple> all = makeTuple(vm, given);
        Ref entries = CORO_TRY(vm.call(hook, {all.value()}));
        if (!entries.is(vm.types.tuple))
            return raise(vm, vm.exc.TypeError, "__mro_entries__ must return a tuple");
        for (Value entry : entries.as<Tuple>()->span()) resolved.emplace_back(entry);
    }
    Ptr<Tuple> bases = makeTuple(vm, static_cast<std::uint32_t>(resolved.size()));
    for (std::size_t i = 0; i < resolved.size(); ++i) bases->items()[i] = resolved[i].detach();
    return bases;
}

/// The namespace in which the body of a class runs: what the metaclass prepares, an empty dict as a
/// rule.
Outcome<Ptr<Dict>> prepareBody(Vm& vm, Value meta, Value name, Tuple* bases,
                               const Arguments& keywords) {
    if (meta.identical(Value(vm.types.type))) return makeDict(vm);
    Ref prepare = CORO_TRY(findAttribute(vm, meta, vm.intern("__prepare__")));
    if (prepare.isUnbound()) return makeDict(vm);
    std::vector<Value> values{name, Value(bases)};
    values.insert(values.end(), keywords.values, keywords.values + keywords.keywords);
    Ref body = CORO_TRY(
        vm.call(prepare, Arguments{values.data(), 2, keywords.keywords, keywords.keywordNames}));
    if (!hasFlag(body, kTypeIsDict)) {
        return raise(vm, vm.exc.TypeError,
                     fmt::format("{}.__prepare__() must return a dict under Coroscope, not {}",
                                 isType(meta) ? meta.as<Type>()->nameView() : "<metaclass>",
                                 vm.typeOf(body)->nameView()));
    }
    return Ptr<Dict>(body.as<Dict>());
}

}  // namespace

Ref buildClass(Vm& vm, const Arguments& a) {
    if (a.positional < 2 || !a[0].is(vm.types.function) || !isStr(a[1])) {
        return raise(vm, vm.exc.TypeError, "__build_class__: not enough arguments");
    }
    const std::span<const Value> given(a.values + 2, a.positional - 2);
    Ptr<Tuple> bases = CORO_TRY(resolveBases(vm, given));
    std::vector<Value> values, names;
    Value asked;
    for (std::uint32_t k = 0; k < a.keywords; ++k) {
        if (viewOf(a.keywordNames[k]) == "metaclass") {
            asked = a.values[a.positional + k];
            continue;
        }
        values.push_back(a.values[a.positional + k]);
        names.push_back(a.keywordNames[k]);
    }
    const Arguments keywords{values.data(), 0, static_cast<std::uint32_t>(names.size()),
                             names.data()};
    Ref meta = asked;
    if (asked.isUnbound() || isType(asked)) {
        meta = Value(CORO_TRY(
            metaclassOf(vm, asked.isUnbound() ? vm.types.type : asked.as<Type>(), bases->span())));
    }
    Ptr<Dict> body = CORO_TRY(prepareBody(vm, meta, a[1], bases.get(), keywords));
    Ptr<Frame> frame = CORO_TRY(bindFrame(vm, a[0].as<Function>(), Arguments{}));
    frame->names = Ptr<Dict>(body.get()).detach();
    frame->flags |= kFrameIsSpecial;
    StepOutcome outcome = vm.run(frame.detach());
    if (outcome.kind == StepOutcome::Kind::Raised) return Raised{};
    if (outcome.value.is(vm.types.cell))
        dictSetStr(vm, body.get(), vm.names.__classcell__, outcome.value);
    const auto identical = [](Value x, Value y) { return x.identical(y); };
    if (!std::ranges::equal(bases->span(), given, identical))
        dictSetStr(vm, body.get(), vm.intern("__orig_bases__"), makeTuple(vm, given).value());
    if (isType(meta) && meta.as<Type>()->isSubtypeOf(vm.types.type) &&
        !meta.as<Type>()->has(kTypeIsClass)) {
        return makeClass(vm, meta.as<Type>(), a[1].as<Str>(), std::move(bases), std::move(body),
                         keywords);
    }
    const Value positional[] = {a[1], bases.value(), body.value()};
    values.insert(values.begin(), std::begin(positional), std::end(positional));
    return vm.call(
        meta, Arguments{values.data(), 3, static_cast<std::uint32_t>(names.size()), names.data()});
}

}  // namespace coroscope::runtime
