#include "engine/runtime/context.h"

#include <fmt/format.h>

#include "engine/runtime/context_types.h"
#include "engine/runtime/vm.h"

namespace coroscope::runtime {

Context* currentContext(Vm& vm) {
    Contexts& contexts = vm.contexts;
    if (!contexts.current) {
        makeContextTypes(vm);
        contexts.current = vm.heap.make<Context>(contexts.contextType);
        contexts.current->entered = true;
    }
    return contexts.current.get();
}

Ptr<Context> copyContext(Vm& vm) {
    Context* current = currentContext(vm);
    Ptr<Context> copy = vm.heap.make<Context>(vm.contexts.contextType);
    copy->values = current->values;
    return copy;
}

Status enterContext(Vm& vm, Context* context) {
    if (context->entered) {
        return raise(vm, vm.exc.RuntimeError,
                     fmt::format("cannot enter context: {} is already entered",
                                 CORO_TRY(reprText(vm, Value(context)))));
    }
    context->previous = Ptr<Context>(currentContext(vm));
    context->entered = true;
    vm.contexts.current = Ptr<Context>(context);
    return kDone;
}

void exitContext(Vm& vm, Context* context) {
    assert(vm.contexts.current.get() == context && context->entered);
    context->entered = false;
    Ptr<Context> previous = std::move(context->previous);
    vm.contexts.current = std::move(previous);
}

bool isContext(Vm& vm, Value value) {
    return vm.contexts.contextType && value.is(vm.contexts.contextType);
}

}  // namespace coroscope::runtime
