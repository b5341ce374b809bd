// bool: True and False, ints with a face of their own.
#include <fmt/format.h>

#include "engine/runtime/types/common.h"
#include "engine/runtime/types/int.h"

namespace coroscope::runtime {

void initBoolType(Vm& vm);

namespace {

Ref boolRepr(Vm& vm, Value self) { return Ref(Value(vm.intern(self.isTrue() ? "True" : "False"))); }

/// & | ^ of two bools give a bool; everything else is int's.
Ref boolBinary(Vm& vm, Operator op, Value left, Value right) {
    if (left.isBool() && right.isBool()) {
        if (op == Operator::And) return Ref::boolean((left.integer & right.integer) != 0);
        if (op == Operator::Or) return Ref::boolean((left.integer | right.integer) != 0);
        if (op == Operator::Xor) return Ref::boolean(left.integer != right.integer);
    }
    return intBinary(vm, op, left, right);
}

Ref boolConstruct(Vm& vm, Type*, const Arguments& args) {
    if (args.keywords != 0) return raise(vm, vm.exc.TypeError, "bool() takes no keyword arguments");
    if (args.positional > 1) {
        return raise(vm, vm.exc.TypeError,
                     fmt::format("bool expected at most 1 argument, got {}", args.positional));
    }
    return Ref::boolean(args.positional == 0 ? false : CORO_TRY(truth(vm, args[0])));
}

}  // namespace

void initBoolType(Vm& vm) {
    Slots slots;
    slots.repr = boolRepr;
    slots.binary = boolBinary;
    slots.construct = boolConstruct;
    readyType(vm, vm.types.bool_, vm.types.int_, kTypeIsInt | kTypeIsFinal, sizeof(BigInt), 0,
              slots);
}

}  // namespace coroscope::runtime
