#include "engine/loop/modules/asyncio_exceptions.h"

#include "engine/loop/run_context.h"

namespace coroscope::loop {

namespace {

Type* makeExceptionType(RunContext& run, std::string_view name, Type* base) {
    TypeSpec spec;
    spec.name = name;
    spec.base = base;
    spec.flags = kTypeIsException | kTypeInstancesHaveAttributes;
    spec.instanceBytes = sizeof(Exception);
    spec.attributesOffset = offsetOfAttributes(&Exception::attributes);
    return makeType(run.vm, spec);
}

}  // namespace

void initAsyncioExceptions(RunContext& run) {
    const ExceptionTypes& exc = run.vm.exc;
    run.cancelledError =
        makeExceptionType(run, "asyncio.exceptions.CancelledError", exc.BaseException);
    run.invalidStateError =
        makeExceptionType(run, "asyncio.exceptions.InvalidStateError", exc.Exception);
    run.brokenBarrierError =
        makeExceptionType(run, "asyncio.exceptions.BrokenBarrierError", exc.RuntimeError);
    run.queueEmpty = makeExceptionType(run, "asyncio.queues.QueueEmpty", exc.Exception);
    run.queueFull = makeExceptionType(run, "asyncio.queues.QueueFull", exc.Exception);
}

}  // namespace coroscope::loop
