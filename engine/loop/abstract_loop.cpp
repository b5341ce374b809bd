#include "engine/loop/abstract_loop.h"

#include "engine/loop/async_body.h"
#include "engine/loop/by_name.h"
#include "engine/loop/event_loop.h"

namespace coroscope::loop {

namespace {

struct AbstractLoop : Object {
    Attributes attributes;
};

Raised notImplemented(Vm& vm) {
    return raiseException(vm,
                          makeException(vm, vm.exc.NotImplementedError, std::span<const Value>()));
}

Ref raiseNotImplemented(Vm& vm, const Arguments&) { return notImplemented(vm); }

/// `async def`: it raises once it is awaited.
template <Name kName>
Ref awaitNotImplemented(Vm& vm, const Arguments& a) {
    static constexpr auto kQualified = Name("AbstractEventLoop.") + kName;
    return makeImmediate(
        vm, kQualified.text, [](Vm& v, Value, Value) -> Ref { return notImplemented(v); }, a[0]);
}

template <Name... kNames>
void addFunctions(Vm& vm, Type* type) {
    (addMethod(vm, type, kNames.text, raiseNotImplemented, 1, kAnyCount, kKeywords), ...);
}

template <Name... kNames>
void addCoroutineFunctions(Vm& vm, Type* type) {
    (addMethod(vm, type, kNames.text, awaitNotImplemented<kNames>, 1, kAnyCount, kKeywords), ...);
}

/// The one method that does something: `self.call_later(0, callback, …)`.
Ref callSoonMethod(Vm& vm, const Arguments& a) {
    Ref method = CORO_TRY(getAttribute(vm, a[0], vm.intern("call_later")));
    std::vector<Value> values(a.values, a.values + a.total());
    values[0] = Value::ofInt(0);
    return vm.call(method, Arguments{values.data(), a.positional, a.keywords, a.keywordNames});
}

}  // namespace

Type* makeAbstractLoopType(Vm& vm) {
    TypeSpec spec;
    spec.name = "asyncio.events.AbstractEventLoop";
    spec.instanceBytes = sizeof(AbstractLoop);
    spec.attributesOffset = offsetOfAttributes(&AbstractLoop::attributes);
    spec.slots.construct = [](Vm& v, Type* type, const Arguments&) -> Ref {
        return makeInstance<AbstractLoop>(v, type).toRef();
    };
    spec.slots.destroy = destroyAs<AbstractLoop>;
    Type* type = makeType(vm, spec);
    addMethod(vm, type, "call_soon", callSoonMethod, 1, kAnyCount, kKeywords);
    addFunctions<"_timer_handle_cancelled", "add_reader", "add_signal_handler", "add_writer",
                 "call_at", "call_exception_handler", "call_later", "call_soon_threadsafe", "close",
                 "create_future", "create_task", "default_exception_handler", "get_debug",
                 "get_exception_handler", "get_task_factory", "is_closed", "is_running",
                 "remove_reader", "remove_signal_handler", "remove_writer", "run_forever",
                 "run_in_executor", "run_until_complete", "set_debug", "set_default_executor",
                 "set_exception_handler", "set_task_factory", "stop", "time">(vm, type);
    addCoroutineFunctions<
        "connect_accepted_socket", "connect_read_pipe", "connect_write_pipe", "create_connection",
        "create_datagram_endpoint", "create_server", "create_unix_connection", "create_unix_server",
        "getaddrinfo", "getnameinfo", "sendfile", "shutdown_asyncgens", "shutdown_default_executor",
        "sock_accept", "sock_connect", "sock_recv", "sock_recv_into", "sock_recvfrom",
        "sock_recvfrom_into", "sock_sendall", "sock_sendfile", "sock_sendto", "start_tls",
        "subprocess_exec", "subprocess_shell">(vm, type);
    return type;
}

}  // namespace coroscope::loop
