// Dunder methods that call slots: a native type with Slots::length gets a `__len__` in its dict
// that calls the slot (Objects/typeobject.c: add_operators and the wrap_… functions). The other
// way round, for classes of the scenario: class_slots.cpp.
#include <fmt/format.h>

#include "engine/runtime/class_layout.h"
#include "engine/runtime/native.h"
#include "engine/runtime/operator_names.h"
#include "engine/runtime/types/int.h"
#include "engine/runtime/types_internal.h"

namespace coroscope::runtime {

namespace {

/// How a wrapper calls its slot. `a[0]` is `self`; `operation` tells a slot that serves several
/// methods (an Operator, UnaryOperator or Comparison) which one.
using Wrap = Ref (*)(Vm& vm, const Slots& slots, int operation, const Arguments& a);

struct Wrapper : NativeFunction {
    Wrap wrap = nullptr;
    int operation = 0;
};

/// `minimum` of a wrapper whose slot looks at the arguments itself.
constexpr std::int16_t kUncounted = -1;

// --- the wrappers ---------------------------------------------------------------------------

Ref wrapped(Ref result) { return result; }
Ref wrapped(Status done) { return done.isRaised() ? Ref(Raised{}) : Ref::none(); }
Ref wrapped(Outcome<std::int64_t> number) { return Ref::ofInt(CORO_TRY(std::move(number))); }
Ref wrapped(Outcome<bool> truth) { return Ref::boolean(CORO_TRY(std::move(truth))); }

template <auto kSlot>
Ref wrapSelf(Vm& vm, const Slots& slots, int /*operation*/, const Arguments& a) {
    return wrapped((slots.*kSlot)(vm, a[0]));
}
template <auto kSlot>
Ref wrapOne(Vm& vm, const Slots& slots, int /*operation*/, const Arguments& a) {
    return wrapped((slots.*kSlot)(vm, a[0], a[1]));
}
template <auto kSlot>
Ref wrapTwo(Vm& vm, const Slots& slots, int /*operation*/, const Arguments& a) {
    return wrapped((slots.*kSlot)(vm, a[0], a[1], a[2]));
}
/// Of a slot that sets, and deletes where the value is Unbound: `__delitem__` and its like.
template <auto kSlot>
Ref wrapDelete(Vm& vm, const Slots& slots, int /*operation*/, const Arguments& a) {
    return wrapped((slots.*kSlot)(vm, a[0], a[1], Value()));
}
template <auto kSlot>
Ref wrapAny(Vm& vm, const Slots& slots, int /*operation*/, const Arguments& a) {
    return wrapped((slots.*kSlot)(vm, a[0], a.withoutFirst()));
}

Ref wrapCompare(Vm& vm, const Slots& slots, int operation, const Arguments& a) {
    return slots.compare(vm, a[0], a[1], static_cast<Comparison>(operation));
}
Ref wrapBinary(Vm& vm, const Slots& slots, int operation, const Arguments& a) {
    return slots.binary(vm, static_cast<Operator>(operation), a[0], a[1]);
}
Ref wrapReflected(Vm& vm, const Slots& slots, int operation, const Arguments& a) {
    return slots.binary(vm, static_cast<Operator>(operation), a[1], a[0]);
}
/// wrap_ternaryfunc: the one operator that may be given a third value.
Ref wrapPower(Vm& vm, const Slots& slots, int operation, const Arguments& a) {
    if (a.positional < 3 || a[2].isNone()) return wrapBinary(vm, slots, operation, a);
    if (!isInt(a[0])) {
        return raise(vm, vm.exc.TypeError,
                     "pow() 3rd argument not allowed unless all arguments are integers");
    }
    if (!isInt(a[1]) || !isInt(a[2])) return Ref::notImplemented();
    return intPowModulo(vm, a[0], a[1], a[2]);
}
Ref wrapInPlace(Vm& vm, const Slots& slots, int operation, const Arguments& a) {
    return slots.inPlace(vm, static_cast<Operator>(operation), a[0], a[1]);
}
Ref wrapUnary(Vm& vm, const Slots& slots, int operation, const Arguments& a) {
    return slots.unary(vm, static_cast<UnaryOperator>(operation), a[0]);
}

Ref wrapNext(Vm& vm, const Slots& slots, int /*operation*/, const Arguments& a) {
    Ref item = CORO_TRY(slots.next(vm, a[0]));
    if (!item.isUnbound()) return item;
    return raiseException(vm, makeException(vm, vm.exc.StopIteration, std::span<const Value>()));
}

Ref wrapGet(Vm& vm, const Slots& slots, int /*operation*/, const Arguments& a) {
    Type* owner = a.positional > 2 && isType(a[2]) ? a[2].as<Type>() : vm.typeOf(a[1]);
    return slots.descriptorGet(vm, a[0], a[1].isNone() ? Value() : a[1], owner);
}

Ref wrapGetAttribute(Vm& vm, const Slots& slots, int /*operation*/, const Arguments& a) {
    if (!isStr(a[1])) return raise(vm, vm.exc.TypeError, "attribute name must be string");
    Str* name = vm.intern(a[1].as<Str>());
    Ref found = slots.getAttribute ? slots.getAttribute(vm, a[0], name)
                                   : genericGetAttribute(vm, a[0], name);
    if (found.isUnbound()) {
        Ptr<Exception> exception =
            makeException(vm, vm.exc.AttributeError,
                          fmt::format("'{}' object has no attribute '{}'",
                                      vm.typeOf(a[0])->nameView(), name->view()));
        exception->value = Ref(Value(name));
        exception->object = Ref(a[0]);
        return raiseException(vm, std::move(exception));
    }
    return found;
}

Ref changeAttribute(Vm& vm, const Slots& slots, Value self, Value name, Value value) {
    if (!isStr(name)) return raise(vm, vm.exc.TypeError, "attribute name must be string");
    auto* change = slots.setAttribute ? slots.setAttribute : &genericSetAttribute;
    return wrapped(change(vm, self, vm.intern(name.as<Str>()), value));
}
Ref wrapSetAttribute(Vm& vm, const Slots& slots, int /*operation*/, const Arguments& a) {
    return changeAttribute(vm, slots, a[0], a[1], a[2]);
}
Ref wrapDelAttribute(Vm& vm, const Slots& slots, int /*operation*/, const Arguments& a) {
    return changeAttribute(vm, slots, a[0], a[1], Value());
}

// --- putting them into a type's dict --------------------------------------------------------

/// Which operators a native type's `binary` slot is for, so that `dir` and `hasattr` tell the
/// truth.
std::initializer_list<Operator> operatorsOf(const Type* type) {
    static constexpr auto kSequence = {Operator::Add, Operator::Multiply};
    static constexpr auto kText = {Operator::Add, Operator::Multiply, Operator::Modulo};
    static constexpr auto kMapping = {Operator::Or};
    static constexpr auto kSets = {Operator::Subtract, Operator::And, Operator::Or, Operator::Xor};
    static constexpr auto kFloats = {
        Operator::Add,         Operator::Subtract, Operator::Multiply, Operator::TrueDivide,
        Operator::FloorDivide, Operator::Modulo,   Operator::Power};
    static constexpr auto kAll = {Operator::Add,        Operator::Subtract,    Operator::Multiply,
                                  Operator::TrueDivide, Operator::FloorDivide, Operator::Modulo,
                                  Operator::Power,      Operator::LeftShift,   Operator::RightShift,
                                  Operator::And,        Operator::Or,          Operator::Xor};
    if (type->has(kTypeIsStr) || type->has(kTypeIsBytes)) return kText;
    if (type->has(kTypeIsList) || type->has(kTypeIsTuple)) return kSequence;
    if (type->has(kTypeIsDict)) return kMapping;
    if (type->has(kTypeIsType)) return kMapping;
    if (type->has(kTypeIsSet)) return kSets;
    if (type->has(kTypeIsFloat)) return kFloats;
    return kAll;
}

/// Puts into the dict of one native type what its own slots (those that are not inherited) do.
class SlotExposer {
public:
    SlotExposer(Vm& vm, Type* type) : vm_(vm), n_(vm.names), type_(type) {
        if (type->base) inherited_ = type->base->slots;
    }
    void object();
    void container();
    void operators();
    void protocols();
    void making();

private:
    template <class F>
    [[nodiscard]] bool own(F Slots::*slot) const {
        return type_->slots.*slot && type_->slots.*slot != inherited_.*slot;
    }
    /// `arguments`: how many there are besides self, up to `maximum` where that is more.
    void add(Str* name, Wrap wrap, int arguments, int operation = 0, int maximum = 0);
    /// A method whose slot looks at the arguments itself.
    void addUncounted(Str* name, Wrap wrap);
    [[nodiscard]] Ptr<Wrapper> wrapper(Str* name, Wrap wrap) const;

    Vm& vm_;
    const Names& n_;
    Type* type_;
    Slots inherited_{};
};

Ptr<Wrapper> SlotExposer::wrapper(Str* name, Wrap wrap) const {
    Ptr<Wrapper> made = vm_.heap.make<Wrapper>(vm_.types.wrapperDescriptor);
    made->name = name;
    made->owner = type_;
    made->wrap = wrap;
    made->keywords = true;
    made->module = Ref::none();
    return made;
}

void SlotExposer::add(Str* name, Wrap wrap, int arguments, int operation, int maximum) {
    if (!dictGetStr(type_->dict, name).isUnbound()) return;
    Ptr<Wrapper> made = wrapper(name, wrap);
    made->operation = operation;
    made->minimum = static_cast<std::int16_t>(arguments + 1);
    made->maximum = static_cast<std::int16_t>(std::max(arguments, maximum) + 1);
    dictSetStr(vm_, type_->dict, name, made.value());
}

void SlotExposer::addUncounted(Str* name, Wrap wrap) {
    if (!dictGetStr(type_->dict, name).isUnbound()) return;
    Ptr<Wrapper> made = wrapper(name, wrap);
    made->minimum = kUncounted;
    dictSetStr(vm_, type_->dict, name, made.value());
}

void SlotExposer::object() {
    if (own(&Slots::repr)) add(n_.__repr__, wrapSelf<&Slots::repr>, 0);
    if (own(&Slots::str)) add(n_.__str__, wrapSelf<&Slots::str>, 0);
    if (own(&Slots::hash)) add(n_.__hash__, wrapSelf<&Slots::hash>, 0);
    if (own(&Slots::compare)) {
        for (int op = 0; op < 6; ++op)
            add(comparisonName(vm_, static_cast<Comparison>(op)), wrapCompare, 1, op);
        if (!type_->slots.hash) dictSetStr(vm_, type_->dict, n_.__hash__, Value::none());
    }
    if (own(&Slots::call)) addUncounted(n_.__call__, wrapAny<&Slots::call>);
    const bool isRoot = !type_->base;
    if (own(&Slots::getAttribute) || isRoot) add(n_.__getattribute__, wrapGetAttribute, 1);
    if (own(&Slots::setAttribute) || isRoot) {
        add(n_.__setattr__, wrapSetAttribute, 2);
        add(n_.__delattr__, wrapDelAttribute, 1);
    }
}

void SlotExposer::container() {
    if (own(&Slots::iterate)) add(n_.__iter__, wrapSelf<&Slots::iterate>, 0);
    if (own(&Slots::next)) add(n_.__next__, wrapNext, 0);
    if (own(&Slots::length)) add(n_.__len__, wrapSelf<&Slots::length>, 0);
    if (own(&Slots::truth)) add(n_.__bool__, wrapSelf<&Slots::truth>, 0);
    if (own(&Slots::getItem)) add(n_.__getitem__, wrapOne<&Slots::getItem>, 1);
    if (own(&Slots::setItem)) {
        add(n_.__setitem__, wrapTwo<&Slots::setItem>, 2);
        add(n_.__delitem__, wrapDelete<&Slots::setItem>, 1);
    }
    if (own(&Slots::contains)) add(n_.__contains__, wrapOne<&Slots::contains>, 1);
}

void SlotExposer::operators() {
    const auto addUnary = [&](UnaryOperator op) {
        add(unaryName(vm_, op), wrapUnary, 0, static_cast<int>(op));
    };
    if (own(&Slots::binary)) {
        constexpr auto kSequences = kTypeIsStr | kTypeIsList | kTypeIsTuple | kTypeIsBytes;
        for (Operator op : operatorsOf(type_)) {
            const OperatorNames names = operatorNames(vm_, op);
            if (op == Operator::Power)
                add(names.plain, wrapPower, 1, static_cast<int>(op), 2);
            else
                add(names.plain, wrapBinary, 1, static_cast<int>(op));
            const bool concatenation = op == Operator::Add && (type_->typeFlags & kSequences);
            if (!concatenation) add(names.reflected, wrapReflected, 1, static_cast<int>(op));
        }
    }
    if (own(&Slots::inPlace)) {
        for (Operator op : operatorsOf(type_))
            add(operatorNames(vm_, op).inPlace, wrapInPlace, 1, static_cast<int>(op));
    }
    if (own(&Slots::unary)) {
        addUnary(UnaryOperator::Negative);
        addUnary(UnaryOperator::Positive);
        addUnary(UnaryOperator::Absolute);
        if (type_->has(kTypeIsInt)) addUnary(UnaryOperator::Invert);
    }
    if (own(&Slots::index)) {
        add(n_.__index__, wrapSelf<&Slots::index>, 0);
        add(n_.__int__, wrapSelf<&Slots::index>, 0);
    }
}

void SlotExposer::protocols() {
    if (own(&Slots::descriptorGet)) add(n_.__get__, wrapGet, 1, 0, 2);
    if (own(&Slots::descriptorSet)) {
        add(n_.__set__, wrapTwo<&Slots::descriptorSet>, 2);
        add(n_.__delete__, wrapDelete<&Slots::descriptorSet>, 1);
    }
    if (own(&Slots::await)) add(n_.__await__, wrapSelf<&Slots::await>, 0);
    if (own(&Slots::asyncIterate)) add(n_.__aiter__, wrapSelf<&Slots::asyncIterate>, 0);
    if (own(&Slots::asyncNext)) add(n_.__anext__, wrapSelf<&Slots::asyncNext>, 0);
}

/// `__init__`, and `__new__`, which is a plain function and no wrapper.
void SlotExposer::making() {
    if (own(&Slots::init)) addUncounted(n_.__init__, wrapAny<&Slots::init>);
    if (!own(&Slots::construct) || !dictGetStr(type_->dict, n_.__new__).isUnbound()) return;
    Ptr<NativeFunction> construct = vm_.heap.make<NativeFunction>(vm_.types.nativeFunction);
    construct->name = n_.__new__;
    construct->owner = type_;
    construct->keywords = true;
    construct->module = Ref::none();
    dictSetStr(vm_, type_->dict, n_.__new__, construct.value());
}

}  // namespace

Ref newCall(Vm& vm, NativeFunction* function, const Arguments& a) {
    Type* owner = function->owner;
    if (a.positional == 0 || !isType(a[0])) {
        return raise(vm, vm.exc.TypeError,
                     fmt::format("{}.__new__(X): X is not a type object ({})", owner->nameView(),
                                 a.positional ? vm.typeOf(a[0])->nameView() : "missing"));
    }
    if (!a[0].as<Type>()->isSubtypeOf(owner)) {
        return raise(vm, vm.exc.TypeError,
                     fmt::format("{0}.__new__({1}): {1} is not a subtype of {0}", owner->nameView(),
                                 a[0].as<Type>()->nameView()));
    }
    auto* type = a[0].as<Type>();
    if (!canConstruct(owner, type)) {
        return raise(vm, vm.exc.TypeError,
                     fmt::format("{}.__new__({}) is not safe, use {}.__new__()", owner->nameView(),
                                 type->nameView(), firstNative(type)->nameView()));
    }
    return owner->slots.construct(vm, type, a.withoutFirst());
}

Ref wrapperCall(Vm& vm, Value self, const Arguments& a) {
    auto* wrapper = self.as<Wrapper>();
    Type* owner = wrapper->owner;
    if (a.positional == 0) {
        return raise(vm, vm.exc.TypeError,
                     fmt::format("descriptor '{}' of '{}' object needs an argument",
                                 wrapper->name->view(), owner->nameView()));
    }
    if (!vm.typeOf(a[0])->isSubtypeOf(owner)) {
        return raise(
            vm, vm.exc.TypeError,
            fmt::format("descriptor '{}' requires a '{}' object but received a '{}'",
                        wrapper->name->view(), owner->nameView(), vm.typeOf(a[0])->nameView()));
    }
    const int given = static_cast<int>(a.positional);
    if (wrapper->minimum != kUncounted && (given < wrapper->minimum || given > wrapper->maximum)) {
        return raise(vm, vm.exc.TypeError,
                     fmt::format("expected {} argument{}, got {}", wrapper->minimum - 1,
                                 wrapper->minimum == 2 ? "" : "s", given - 1));
    }
    return wrapper->wrap(vm, owner->slots, wrapper->operation, a);
}

void destroyWrapper(Object* object) { object->type->vm->heap.free(static_cast<Wrapper*>(object)); }

void exposeSlots(Vm& vm, Type* type) {
    if (vm.names.__repr__ == nullptr) return;
    SlotExposer exposer(vm, type);
    exposer.object();
    exposer.container();
    exposer.operators();
    exposer.protocols();
    exposer.making();
}

}  // namespace coroscope::runtime
