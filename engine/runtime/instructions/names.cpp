// Names that are not found in a slot, or not found at all.
#include <fmt/format.h>

#include "engine/runtime/instructions/helpers.h"
#include "engine/runtime/native.h"
#include "engine/runtime/types_internal.h"

namespace coroscope::runtime {

Raised raiseNotDefined(Vm& vm, Str* name) {
    Ptr<Exception> exception =
        makeException(vm, vm.exc.NameError, fmt::format("name '{}' is not defined", name->view()));
    exception->value = Ref(Value(name));
    return raiseException(vm, std::move(exception));
}

Raised raiseUnbound(Vm& vm, Frame* frame, std::uint32_t slot) {
    const Code* code = frame->code;
    if (slot < code->localCount) {
        const Str* name = code->localNames[slot];
        return raise(
            vm, vm.exc.UnboundLocalError,
            fmt::format("cannot access local variable '{}' where it is not associated with a value",
                        name->view()));
    }
    Str* name = code->freeNames[slot - code->localCount];
    Ptr<Exception> exception =
        makeException(vm, vm.exc.NameError,
                      fmt::format("cannot access free variable '{}' where it is not associated "
                                  "with a value in enclosing scope",
                                  name->view()));
    exception->value = Ref(Value(name));
    return raiseException(vm, std::move(exception));
}

namespace {

/// What the namespace of a class body has by this name; Unbound if it has nothing. That of a
/// metaclass's own kind is asked as it answers others (`__missing__`).
Ref findInBody(Vm& vm, Dict* names, Str* name) {
    if (names->type == vm.types.dict) return Ref(dictGetStr(names, name));
    Ref found = getItem(vm, Value(names), Value(name));
    if (found.isRaised() && vm.pending && vm.pending->type->isSubtypeOf(vm.exc.KeyError)) {
        static_cast<void>(takePending(vm));
        return {};
    }
    return found;
}

}  // namespace

Ref loadClassDeref(Vm& vm, Frame* frame, const Instruction& instruction) {
    Str* name = frame->code->names[instruction.b];
    const auto slot = static_cast<std::uint32_t>(instruction.a);
    Ref found = CORO_TRY(findInBody(vm, frame->names, name));
    if (found.isUnbound()) found = frame->slots()[slot].as<Cell>()->content;
    if (found.isUnbound()) return raiseUnbound(vm, frame, slot);
    return found;
}

Ref loadName(Vm& vm, Frame* frame, Str* name) {
    Ref found;
    if (frame->names) found = CORO_TRY(findInBody(vm, frame->names, name));
    if (found.isUnbound()) found = Ref(dictGetStr(frame->globals, name));
    if (found.isUnbound()) found = Ref(dictGetStr(vm.builtins.get(), name));
    if (found.isUnbound()) return raiseNotDefined(vm, name);
    return found;
}

Status storeName(Vm& vm, Frame* frame, Str* name, Value value) {
    Dict* names = frame->names ? frame->names : frame->globals;
    if (names->type != vm.types.dict) return setItem(vm, Value(names), Value(name), value);
    if (!value.isUnbound()) {
        dictSetStr(vm, names, name, value);
    } else if (!dictDeleteStr(vm, names, name)) {
        return raiseNotDefined(vm, name);
    }
    return kDone;
}

void setUpAnnotations(Vm& vm, Frame* frame) {
    Dict* names = frame->names ? frame->names : frame->globals;
    if (dictGetStr(names, vm.names.__annotations__).isUnbound())
        dictSetStr(vm, names, vm.names.__annotations__, makeDict(vm).value());
}

}  // namespace coroscope::runtime
