// itertools' iterators that need not end: count, cycle, repeat.
#include <fmt/format.h>

#include "engine/runtime/counted.h"
#include "engine/runtime/modules/itertools_parts.h"
#include "engine/runtime/types/int.h"

namespace coroscope::runtime::iteration {

namespace {

struct Count : Object {
    Ref next, step;
};

Ref countNext(Vm& vm, Count& self) {
    Ref value = self.next;
    self.next = CORO_TRY(binary(vm, Operator::Add, value, self.step));
    return value;
}

/// PyNumber_Check.
bool isNumber(Vm& vm, Value value) {
    if (isInt(value) || value.isFloat()) return true;
    for (Str* name : {vm.names.__index__, vm.names.__int__, vm.names.__float__}) {
        if (!lookupInType(vm, vm.typeOf(value), name).isUnbound()) return true;
    }
    return false;
}

Ref countConstruct(Vm& vm, Type* type, const Arguments& args) {
    static constexpr std::string_view kNames[] = {"start", "step"};
    Value bound[2];
    CORO_TRY(bindArguments(vm, "count", args, kNames, 0, 2, bound));
    for (const Value each : bound) {
        if (!each.isUnbound() && !isNumber(vm, each))
            return raise(vm, vm.exc.TypeError, "a number is required");
    }
    Ptr<Count> made = makeInstance<Count>(vm, type);
    made->next = bound[0].isUnbound() ? Ref::ofInt(0) : Ref(bound[0]);
    made->step = bound[1].isUnbound() ? Ref::ofInt(1) : Ref(bound[1]);
    return std::move(made).toRef();
}

Ref countRepr(Vm& vm, Value value) {
    auto* self = value.as<Count>();
    std::string text =
        fmt::format("{}({}", self->type->name->view(), CORO_TRY(reprText(vm, self->next)));
    const Value step = self->step;
    if (!(step.isSmallInt() || step.isBool()) || step.integer != 1)
        text += ", " + CORO_TRY(reprText(vm, self->step));
    return newStr(vm, text + ")");
}

struct Cycle : Object {
    Ref iterator;  ///< unbound once it has ended
    std::size_t at = 0;
    CountedDeque<Ref> kept;

    explicit Cycle(Heap& heap) : kept(Counted<Ref>(heap)) {}
};

Ref cycleNext(Vm& vm, Cycle& self) {
    if (!self.iterator.isUnbound()) {
        Ref item = CORO_TRY(next(vm, self.iterator));
        if (!item.isUnbound()) {
            self.kept.push_back(item);
            return item;
        }
        self.iterator.reset();
    }
    if (self.kept.empty()) return {};
    Ref item = self.kept[self.at];
    self.at = (self.at + 1) % self.kept.size();
    return item;
}

Ref cycleConstruct(Vm& vm, Type* type, const Arguments& args) {
    CORO_TRY(takesPositional(vm, "cycle", args, 1, 1));
    Ref iterator = CORO_TRY(iterate(vm, args[0]));
    Ptr<Cycle> made = makeInstance<Cycle>(vm, type, vm.heap);
    made->iterator = std::move(iterator);
    return std::move(made).toRef();
}

struct Repeat : Object {
    Ref item;
    std::int64_t left = -1;  ///< -1: without end
};

Ref repeatNext(Vm&, Repeat& self) {
    if (self.left == 0) return {};
    if (self.left > 0) --self.left;
    return self.item;
}

Ref repeatConstruct(Vm& vm, Type* type, const Arguments& args) {
    static constexpr std::string_view kNames[] = {"object", "times"};
    Value bound[2];
    CORO_TRY(bindArguments(vm, "repeat", args, kNames, 1, 2, bound));
    Ptr<Repeat> made = makeInstance<Repeat>(vm, type);
    made->item = bound[0];
    if (!bound[1].isUnbound())
        made->left = std::max<std::int64_t>(0, CORO_TRY(asIndex(vm, bound[1])));
    return std::move(made).toRef();
}

Ref repeatRepr(Vm& vm, Value value) {
    auto* self = value.as<Repeat>();
    const std::string item = CORO_TRY(reprText(vm, self->item));
    if (self->left < 0) return newStr(vm, fmt::format("{}({})", self->type->name->view(), item));
    return newStr(vm, fmt::format("{}({}, {})", self->type->name->view(), item, self->left));
}

Ref repeatLengthHint(Vm& vm, const Arguments& args) {
    const std::int64_t left = args[0].as<Repeat>()->left;
    if (left < 0) return raise(vm, vm.exc.TypeError, "len() of unsized object");
    return Ref::ofInt(left);
}

}  // namespace

void addEndless(Vm& vm, Dict* module) {
    Slots slots;
    slots.repr = countRepr;
    addIteratorType<Count, countNext, &Count::next, &Count::step>(vm, module, "itertools.count",
                                                                  countConstruct, slots);
    slots.repr = repeatRepr;
    Type* repeat = addIteratorType<Repeat, repeatNext, &Repeat::item>(
        vm, module, "itertools.repeat", repeatConstruct, slots);
    addMethod(vm, repeat, "__length_hint__", repeatLengthHint, 1, 1);
    slots.repr = nullptr;
    addIteratorType<Cycle, cycleNext, &Cycle::iterator, &Cycle::kept>(vm, module, "itertools.cycle",
                                                                      cycleConstruct, slots);
}

}  // namespace coroscope::runtime::iteration
