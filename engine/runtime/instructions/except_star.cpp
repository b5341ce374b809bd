// What the instructions of except* ask: Python/ceval.c exception_group_match, Objects/exceptions.c
// _PyExc_PrepReraiseStar.
#include <algorithm>
#include <vector>

#include <fmt/format.h>

#include "engine/runtime/exception_group.h"
#include "engine/runtime/instructions/helpers.h"
#include "engine/runtime/native.h"

namespace coroscope::runtime {

namespace {

bool isGroup(Vm& vm, Value value) {
    return isException(value) && isExceptionGroup(vm, value.as<Exception>());
}

/// CheckExceptStarTypeValid
Status checkType(Vm& vm, Value type) {
    if (!isType(type) || !type.as<Type>()->has(kTypeIsException)) {
        return raise(vm, vm.exc.TypeError,
                     "catching classes that do not inherit from BaseException is not allowed");
    }
    if (type.as<Type>()->isSubtypeOf(vm.exc.BaseExceptionGroup)) {
        return raise(vm, vm.exc.TypeError,
                     "catching ExceptionGroup with except* is not allowed. Use except instead.");
    }
    return kDone;
}

/// The bare exceptions in a group and in the groups in it.
void collectLeaves(Vm& vm, Value exception, List* leaves) {
    std::vector<Value> open{exception};
    while (!open.empty()) {
        const Value each = open.back();
        open.pop_back();
        if (isGroup(vm, each)) {
            for (Value part : exceptionsOf(each.as<Exception>())) open.push_back(part);
        } else {
            static_cast<void>(listAppend(vm, leaves, each));
        }
    }
}

/// A predicate for splitException: is it one of the list?
Ref isListed(Vm&, const Arguments& a) {
    return Ref::boolean(std::ranges::any_of(a[0].as<List>()->span(),
                                            [&](Value each) { return each.identical(a[1]); }));
}

/// is_same_exception_metadata: was this group split off the original, and raised again as it is?
bool isPartOf(Vm& vm, Value exception, Exception* original) {
    if (!isGroup(vm, exception)) return false;
    auto* part = exception.as<Exception>();
    // Notes do not count: CPython asks for a field that add_note() leaves alone.
    return part->traceback.get() == original->traceback.get() &&
           part->cause.get() == original->cause.get() &&
           part->context.get() == original->context.get();
}

}  // namespace

Status matchExceptionGroup(Vm& vm, Value exception, Value type, ExceptionMatch& out) {
    if (hasFlag(type, kTypeIsTuple)) {
        for (Value each : type.as<Tuple>()->span()) CORO_TRY(checkType(vm, each));
    } else {
        CORO_TRY(checkType(vm, type));
    }
    if (exception.isNone()) return kDone;
    if (CORO_TRY(exceptionMatches(vm, exception.as<Exception>(), type))) {
        // A bare exception is handled as a group of one.
        out.match = isGroup(vm, exception) ? Ref(exception) : makeGroupOfOne(vm, exception).toRef();
        return kDone;
    }
    if (!isGroup(vm, exception)) {
        out.rest = Ref(exception);
        return kDone;
    }
    Ref pair = CORO_TRY(vm.callMethod(exception, vm.intern("split"), {type}));
    if (!pair.is(vm.types.tuple) || pair.as<Tuple>()->count < 2) {
        return raise(vm, vm.exc.TypeError,
                     fmt::format("{}.split must return a tuple, not {}",
                                 vm.typeOf(exception)->nameView(), vm.typeOf(pair)->nameView()));
    }
    for (std::uint32_t i = 0; i < 2; ++i) {
        const Value part = pair.as<Tuple>()->items()[i];
        if (!part.isNone() && !isException(part)) {
            return raise(vm, vm.exc.TypeError, "exceptions must derive from BaseException");
        }
        (i == 0 ? out.match : out.rest) = Ref(part);
    }
    if (out.match.isNone()) out.rest = Ref(exception);  // the very group goes on
    return kDone;
}

Ref exceptionToReraise(Vm& vm, Value original, List* raised) {
    const std::vector<Ref> all(raised->span().begin(), raised->span().end());
    if (all.empty()) return Ref::none();
    // A bare exception was wrapped: at most one clause ran.
    if (!isGroup(vm, original)) return all.front();
    std::vector<Value> fresh;
    Ptr<List> leaves = makeList(vm);
    for (const Ref& each : all) {
        if (each.isNone()) continue;
        if (isPartOf(vm, each, original.as<Exception>())) {
            collectLeaves(vm, each, leaves.get());
        } else {
            fresh.push_back(each);
        }
    }
    Ref unhandled = Ref::none();
    if (leaves->count > 0) {
        Ptr<NativeFunction> predicate =
            makeBoundNative(vm, "isListed", isListed, leaves.value(), 2, 2);
        unhandled = Ref(CORO_TRY(splitException(vm, original.as<Exception>(), predicate.value()))
                            .match.valueOrNone());
    }
    if (fresh.empty()) return unhandled;
    if (!unhandled.isNone()) fresh.push_back(unhandled);
    return makeExceptionGroup(vm, "", fresh).toRef();
}

}  // namespace coroscope::runtime
