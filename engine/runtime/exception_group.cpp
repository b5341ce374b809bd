#include "engine/runtime/exception_group.h"

#include <algorithm>

#include <fmt/format.h>

#include "engine/runtime/effort.h"
#include "engine/runtime/native.h"
#include "engine/runtime/nesting.h"
#include "engine/runtime/types/generic_alias.h"
#include "engine/runtime/types_internal.h"

namespace coroscope::runtime {

std::span<const Value> exceptionsOf(const Exception* group) {
    return group->object.is(group->type->vm->types.tuple) ? group->object.as<Tuple>()->span()
                                                          : std::span<const Value>();
}

namespace {

Ptr<Exception> newGroup(Vm& vm, Type* type, Value message, Ptr<Tuple> members, Value given) {
    const Value args[] = {message, given};
    Ptr<Exception> group = makeException(vm, type, args);
    group->value = message;
    group->object = std::move(members).toRef();
    return group;
}

bool allOrdinary(Vm& vm, std::span<const Value> exceptions) {
    return std::all_of(exceptions.begin(), exceptions.end(), [&](Value each) {
        return each.object->type->isSubtypeOf(vm.exc.Exception);
    });
}

/// BaseExceptionGroup_new.
Ref construct(Vm& vm, Type* type, const Arguments& a) {
    constexpr std::string_view kName = "BaseExceptionGroup.__new__()";
    if (a.positional != 2) {
        return raise(vm, vm.exc.TypeError,
                     fmt::format("{} takes exactly 2 arguments ({} given)", kName, a.positional));
    }
    if (!isStr(a[0])) {
        return raise(
            vm, vm.exc.TypeError,
            fmt::format("{} argument 1 must be str, not {}", kName, vm.typeOf(a[0])->nameView()));
    }
    const Type* given = vm.typeOf(a[1]);
    if (!given->slots.getItem || !given->slots.length || given->has(kTypeIsDict)) {
        return raise(vm, vm.exc.TypeError, "second argument (exceptions) must be a sequence");
    }
    Ref members = CORO_TRY(tupleFromIterable(vm, a[1]));
    const auto exceptions = members.as<Tuple>()->span();
    if (exceptions.empty()) {
        return raise(vm, vm.exc.ValueError,
                     "second argument (exceptions) must be a non-empty sequence");
    }
    for (std::size_t i = 0; i < exceptions.size(); ++i) {
        if (isException(exceptions[i])) continue;
        return raise(vm, vm.exc.ValueError,
                     fmt::format("Item {} of second argument (exceptions) is not an exception", i));
    }
    const bool ordinary = allOrdinary(vm, exceptions);
    if (type == vm.exc.BaseExceptionGroup && ordinary) type = vm.exc.ExceptionGroup;
    if (!ordinary && type->isSubtypeOf(vm.exc.Exception)) {
        return raise(vm, vm.exc.TypeError,
                     type == vm.exc.ExceptionGroup
                         ? "Cannot nest BaseExceptions in an ExceptionGroup"
                         : fmt::format("Cannot nest BaseExceptions in '{}'", type->nameView()));
    }
    return newGroup(vm, type, a[0], Ptr<Tuple>(members.as<Tuple>()), a[1]).toRef();
}

/// BaseExceptionGroup_init: the arguments are as `construct` left them.
Status init(Vm& vm, Value self, const Arguments& a) {
    if (a.keywords == 0) return kDone;
    return raise(vm, vm.exc.TypeError,
                 fmt::format("{}() takes no keyword arguments", vm.typeOf(self)->nameView()));
}

Ref strOf(Vm& vm, Value self) {
    const std::size_t count = exceptionsOf(self.as<Exception>()).size();
    return newStr(vm, fmt::format("{} ({} sub-exception{})", viewOf(self.as<Exception>()->value),
                                  count, count == 1 ? "" : "s"));
}

// --- splitting ---------------------------------------------------------------------------------

/// get_matcher_type: what split() and subgroup() can be given.
Outcome<bool> isPredicate(Vm& vm, Value condition) {
    const auto isExceptionType = [](Value value) {
        return isType(value) && value.as<Type>()->has(kTypeIsException);
    };
    if (isExceptionType(condition)) return false;
    if (condition.is(vm.types.tuple)) {
        const auto types = condition.as<Tuple>()->span();
        if (std::all_of(types.begin(), types.end(), isExceptionType)) return false;
    } else if (!isType(condition) && vm.typeOf(condition)->slots.call) {
        return true;
    }
    return raise(vm, vm.exc.TypeError,
                 "expected a function, exception type or tuple of exception types");
}

/// exceptiongroup_subset: a group like the original, of some of its exceptions.
Outcome<Ptr<Exception>> subset(Vm& vm, Exception* original,
                               const std::vector<Ptr<Exception>>& members) {
    if (members.empty()) return Ptr<Exception>();
    Ptr<List> list = makeList(vm);
    for (const Ptr<Exception>& each : members) CORO_TRY(listAppend(vm, list.get(), each.value()));
    Ref derived = CORO_TRY(vm.callMethod(Value(original), vm.intern("derive"), {list.value()}));
    if (!isException(derived) || !isExceptionGroup(vm, derived.as<Exception>())) {
        return raise(vm, vm.exc.TypeError, "derive must return an instance of BaseExceptionGroup");
    }
    auto* group = derived.as<Exception>();
    group->traceback = original->traceback;
    group->context = original->context;
    group->cause = original->cause;
    group->suppressContext = true;  // PyException_SetCause does so
    const Value notes = instanceGet(original->attributes, vm.names.__notes__);
    if (notes.is(vm.types.list)) {
        Ref copy = CORO_TRY(listFromIterable(vm, notes));
        CORO_TRY(setAttribute(vm, derived, vm.names.__notes__, copy));
    }
    return Ptr<Exception>(group);
}

/// exceptiongroup_split_recursive. Without `wantRest` no group of the rest is made.
Outcome<ExceptionSplit> split(Vm& vm, Exception* exception, Value condition, bool predicate,
                              bool wantRest) {
    const Nesting nesting(vm);
    if (nesting.isTooDeep()) return raiseTooDeep(vm, "in exceptiongroup_split_recursive");
    if (!spendEffort(vm, 100)) return Raised{};  // two groups with all that they take over
    bool matches = false;
    if (predicate) {
        matches = CORO_TRY(truth(vm, CORO_TRY(vm.call(condition, {Value(exception)}))));
    } else {
        matches = CORO_TRY(isInstance(vm, Value(exception), condition));
    }
    if (matches) return ExceptionSplit{Ptr<Exception>(exception), {}};
    if (!isExceptionGroup(vm, exception)) return ExceptionSplit{{}, Ptr<Exception>(exception)};
    std::vector<Ptr<Exception>> match, rest;
    Ref keep = exception->object;
    for (const Value each : exceptionsOf(exception)) {
        ExceptionSplit parts =
            CORO_TRY(split(vm, each.as<Exception>(), condition, predicate, wantRest));
        if (parts.match) match.push_back(std::move(parts.match));
        if (parts.rest) rest.push_back(std::move(parts.rest));
    }
    ExceptionSplit parts;
    parts.match = CORO_TRY(subset(vm, exception, match));
    if (wantRest) parts.rest = CORO_TRY(subset(vm, exception, rest));
    return parts;
}

Ref splitMethod(Vm& vm, const Arguments& a) {
    ExceptionSplit parts = CORO_TRY(splitException(vm, a[0].as<Exception>(), a[1]));
    const Value pair[] = {parts.match.valueOrNone(), parts.rest.valueOrNone()};
    return makeTuple(vm, pair).toRef();
}

Ref subgroupMethod(Vm& vm, const Arguments& a) {
    const bool predicate = CORO_TRY(isPredicate(vm, a[1]));
    ExceptionSplit parts = CORO_TRY(split(vm, a[0].as<Exception>(), a[1], predicate, false));
    return Ref(parts.match.valueOrNone());
}

/// BaseExceptionGroup.derive: of the plain type, whatever this one's is.
Ref deriveMethod(Vm& vm, const Arguments& a) {
    return vm.call(Value(vm.exc.BaseExceptionGroup), {a[0].as<Exception>()->value, a[1]});
}

/// `class ExceptionGroup(BaseExceptionGroup, Exception)`: native types have but one base as made.
void addSecondBase(Vm& vm, Type* type, Type* second) {
    const Value bases[] = {Value(type->base), Value(second)};
    Ptr<Tuple> old = Ptr<Tuple>::steal(type->bases);
    type->bases = makeTuple(vm, bases).detach();
    std::erase(type->base->subclasses, type);
    const std::vector<Type*> before = type->mro;
    static_cast<void>(computeMro(vm, type));  // these two bases have an order
    for (std::size_t i = 1; i < before.size(); ++i) release(static_cast<Object*>(before[i]));
    for (std::size_t i = 1; i < type->mro.size(); ++i) type->mro[i]->subclasses.push_back(type);
    touchType(vm, type);
}

}  // namespace

Ptr<Exception> makeExceptionGroup(Vm& vm, std::string_view message,
                                  std::span<const Value> exceptions) {
    Type* type = allOrdinary(vm, exceptions) ? vm.exc.ExceptionGroup : vm.exc.BaseExceptionGroup;
    Ptr<Tuple> members = makeTuple(vm, exceptions);
    Ptr<List> given = makeList(vm);
    for (const Value each : exceptions) {
        if (listAppend(vm, given.get(), each).isRaised()) break;
    }
    return newGroup(vm, type, makeStr(vm, message).value(), std::move(members), given.value());
}

Ptr<Exception> makeGroupOfOne(Vm& vm, Value exception) {
    const std::span<const Value> one(&exception, 1);
    Type* type = allOrdinary(vm, one) ? vm.exc.ExceptionGroup : vm.exc.BaseExceptionGroup;
    Ptr<Tuple> members = makeTuple(vm, one);
    const Ref given = Value(members.get());
    return newGroup(vm, type, makeStr(vm, "").value(), std::move(members), given);
}

Outcome<ExceptionSplit> splitException(Vm& vm, Exception* exception, Value condition) {
    return split(vm, exception, condition, CORO_TRY(isPredicate(vm, condition)), true);
}

void initExceptionGroups(Vm& vm) {
    TypeSpec spec;
    spec.name = "BaseExceptionGroup";
    spec.base = vm.exc.BaseException;
    spec.flags = kTypeIsException | kTypeInstancesHaveAttributes;
    spec.instanceBytes = sizeof(Exception);
    spec.attributesOffset = offsetOfAttributes(&Exception::attributes);
    spec.slots.construct = construct;
    spec.slots.init = init;
    spec.slots.str = strOf;
    Type* type = vm.exc.BaseExceptionGroup = makeType(vm, spec);
    addMethod(vm, type, "split", splitMethod, 2, 2);
    addMethod(vm, type, "subgroup", subgroupMethod, 2, 2);
    addMethod(vm, type, "derive", deriveMethod, 2, 2);
    addGetter(vm, type, "message", [](Vm&, Value self) { return self.as<Exception>()->value; });
    addGetter(vm, type, "exceptions", [](Vm&, Value self) { return self.as<Exception>()->object; });
    addClassGetItem(vm, type);
    spec.name = "ExceptionGroup";
    spec.base = type;
    spec.slots = {};
    vm.exc.ExceptionGroup = makeType(vm, spec);
    addSecondBase(vm, vm.exc.ExceptionGroup, vm.exc.Exception);
    setValue(vm, vm.builtins.get(), "BaseExceptionGroup", Value(type));
    setValue(vm, vm.builtins.get(), "ExceptionGroup", Value(vm.exc.ExceptionGroup));
}

}  // namespace coroscope::runtime
