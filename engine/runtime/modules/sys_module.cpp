// sys, in the parts that scenarios use.
#include <algorithm>

#include <fmt/format.h>

#include "engine/runtime/modules/modules.h"
#include "engine/runtime/modules/standard_streams.h"
#include "engine/runtime/modules/sys_info.h"
#include "engine/runtime/modules/text_streams.h"
#include "engine/runtime/native.h"
#include "engine/runtime/object_protocols.h"
#include "engine/runtime/types/c_int.h"
#include "engine/runtime/types/common.h"

namespace coroscope::runtime {

namespace {

Ref sysExit(Vm& vm, const Arguments& args) {
    // PyErr_SetObject: None is no argument at all, a tuple is all of them.
    const Value status = args.positional == 0 ? Value::none() : args[0];
    std::span<const Value> of(&status, status.isNone() ? 0 : 1);
    if (hasFlag(status, kTypeIsTuple)) of = status.as<Tuple>()->span();
    return raiseException(vm, makeException(vm, vm.exc.SystemExit, of));
}

Ref sysGetRecursionLimit(Vm& vm, const Arguments&) { return Ref::ofInt(vm.recursionLimit); }

Ref sysGetOriginDepth(Vm& vm, const Arguments&) { return Ref::ofInt(vm.origins.depth); }

Ref sysSetOriginDepth(Vm& vm, const Arguments& args) {
    const std::int64_t depth = CORO_TRY(asIndex(vm, args[0]));
    if (depth < 0) return raise(vm, vm.exc.ValueError, "depth must be >= 0");
    vm.origins.depth = static_cast<int>(std::min<std::int64_t>(depth, INT32_MAX));
    return Ref::none();
}

constexpr std::int64_t kMaxRecursionLimit = 1'000'000;

Ref sysSetRecursionLimit(Vm& vm, const Arguments& args) {
    const std::int64_t limit = CORO_TRY(asCInt(vm, args[0]));
    if (limit < 1)
        return raise(vm, vm.exc.ValueError, "recursion limit must be greater or equal than 1");
    // Frames are not counted against the limit of memory, so their number stays bounded.
    vm.recursionLimit = static_cast<int>(std::min<std::int64_t>(limit, kMaxRecursionLimit));
    return Ref::none();
}

/// The exception that is being handled, looked for as _PyErr_GetTopmostException does.
Exception* handled(const Vm& vm) {
    for (const ExceptionState* state = vm.exceptions; state; state = state->previous) {
        if (state->handled) return state->handled.get();
    }
    return nullptr;
}

Ref sysExcInfo(Vm& vm, const Arguments&) {
    Exception* exception = handled(vm);
    if (!exception) {
        return makeTuple(vm,
                         std::initializer_list<Value>{Value::none(), Value::none(), Value::none()})
            .toRef();
    }
    return makeTuple(vm, std::initializer_list<Value>{Value(exception->type), Value(exception),
                                                      exception->traceback.valueOrNone()})
        .toRef();
}

Ref sysException(Vm& vm, const Arguments&) {
    Exception* exception = handled(vm);
    return exception ? Ref(Value(exception)) : Ref::none();
}

Ref sysIntern(Vm& vm, const Arguments& args) {
    if (!isStr(args[0])) {
        return raise(vm, vm.exc.TypeError,
                     fmt::format("intern() argument must be str, not {}", typeName(vm, args[0])));
    }
    return Value(vm.intern(args[0].as<Str>()));
}

/// What the type's `__sizeof__` says, if it has one of its own.
Ref sysGetSizeOf(Vm& vm, const Arguments& args) {
    Str* name = vm.intern("__sizeof__");
    if (lookupInType(vm, vm.typeOf(args[0]), name).is(vm.types.methodDescriptor))
        return Ref::ofInt(sizeInCPython(vm, args[0]));
    constexpr std::int64_t kHeader = 16;
    Ref size = CORO_TRY(vm.callMethod(args[0], name, {}));
    return Ref::ofInt(CORO_TRY(asIndex(vm, size)) + kHeader);
}

Ref sysGetRefCount(Vm&, const Arguments& args) {
    return Ref::ofInt(args[0].isObject() ? std::int64_t{args[0].object->refCount}
                                         : std::int64_t{1} << 30);
}

/// The frame of the caller, or of its caller's caller, `depth` times.
Ref sysGetFrame(Vm& vm, const Arguments& args) {
    std::int64_t depth = args.positional > 0 ? CORO_TRY(asIndex(vm, args[0])) : 0;
    Frame* frame = vm.frame;
    for (; frame && depth > 0; --depth) frame = frame->back;
    if (!frame) return raise(vm, vm.exc.ValueError, "call stack is not deep enough");
    return Value(frame);
}

Ref sysGetDefaultEncoding(Vm& vm, const Arguments&) { return newStr(vm, "utf-8"); }

void addVersion(Vm& vm, Dict* dict) {
    Type* type = makeStructSequence(vm, "sys.version_info",
                                    {"major", "minor", "micro", "releaselevel", "serial"});
    const Value parts[] = {Value::ofInt(3), Value::ofInt(11), Value::ofInt(2),
                           Value(vm.intern("final")), Value::ofInt(0)};
    setValue(vm, dict, "version_info", makeStructSequenceInstance(vm, type, parts));
    setValue(vm, dict, "version", Value(vm.intern("3.11.2 (Coroscope)")));
    setValue(vm, dict, "hexversion", Value::ofInt(0x030b02f0));
    Type* implementation = makeStructSequence(vm, "sys.implementation", {"name", "cache_tag"});
    const Value names[] = {Value(vm.intern("cpython")), Value(vm.intern("cpython-311"))};
    setValue(vm, dict, "implementation", makeStructSequenceInstance(vm, implementation, names));
}

}  // namespace

namespace {

OutputStream currentStream(Vm& vm, Stream stream) {
    OutputStream output;
    Value sys = vm.modules ? dictGetStr(vm.modules.get(), vm.intern("sys")) : Value();
    if (!sys.is(vm.types.module)) return output;
    Value file = dictGetStr(sys.as<Module>()->dict.get(),
                            vm.intern(stream == Stream::Out ? "stdout" : "stderr"));
    if (file.isUnbound()) return output;
    if (isUnchanged(vm, file, stream)) return output;
    output.isHost = false;
    output.file = file;
    return output;
}

}  // namespace

OutputStream currentOutput(Vm& vm) { return currentStream(vm, Stream::Out); }

Status writeToStandard(Vm& vm, Stream stream, std::string_view text) {
    const OutputStream output = currentStream(vm, stream);
    if (output.isHost) {
        vm.host.write(stream, text);
    } else if (!output.file.isNone()) {
        Ref value = newStr(vm, text);
        CORO_TRY(vm.callMethod(output.file, vm.names.write, {value}));
    }
    if (vm.stopped()) return Raised{};
    return kDone;
}

void writeReport(Vm& vm, std::string_view text) {
    Ptr<Exception> saved = std::move(vm.pending);
    if (writeToStandard(vm, Stream::Err, text).isRaised() && vm.stopped()) return;
    vm.pending = std::move(saved);
}

Ref makeSysModule(Vm& vm) {
    Ptr<Module> module = makeModule(vm, "sys");
    Dict* dict = module->dict.get();
    addStandardStreams(vm, dict);
    Ptr<List> argv = makeList(vm);
    Value main = dictGetStr(vm.modules.get(), vm.names.__main__);
    Value file = main.is(vm.types.module)
                     ? dictGetStr(main.as<Module>()->dict.get(), vm.names.__file__)
                     : Value();
    static_cast<void>(listAppend(vm, argv.get(), file.isUnbound() ? Value(vm.intern("")) : file));
    setValue(vm, dict, "argv", argv.value());
    setValue(vm, dict, "path", makeList(vm).value());
    setValue(vm, dict, "modules", vm.modules.value());
    setValue(vm, dict, "maxsize", Value::ofInt(INT64_MAX));
    setValue(vm, dict, "maxunicode", Value::ofInt(0x10FFFF));
    setValue(vm, dict, "platform", Value(vm.intern("linux")));
    setValue(vm, dict, "byteorder", Value(vm.intern("little")));
    setValue(vm, dict, "executable", Value(vm.intern("")));
    setValue(vm, dict, "prefix", Value(vm.intern("")));
    addVersion(vm, dict);
    addSysInfo(vm, dict);
    addFunction(vm, dict, "exit", sysExit, 0, 1);
    addFunction(vm, dict, "getrecursionlimit", sysGetRecursionLimit, 0, 0);
    addFunction(vm, dict, "setrecursionlimit", sysSetRecursionLimit, 1, 1);
    addFunction(vm, dict, "get_coroutine_origin_tracking_depth", sysGetOriginDepth, 0, 0);
    addFunction(vm, dict, "set_coroutine_origin_tracking_depth", sysSetOriginDepth, 1, 1);
    addFunction(vm, dict, "exc_info", sysExcInfo, 0, 0);
    addFunction(vm, dict, "exception", sysException, 0, 0);
    addFunction(vm, dict, "intern", sysIntern, 1, 1);
    addFunction(vm, dict, "getsizeof", sysGetSizeOf, 1, 2);
    addFunction(vm, dict, "getrefcount", sysGetRefCount, 1, 1);
    addFunction(vm, dict, "_getframe", sysGetFrame, 0, 1);
    addFunction(vm, dict, "getdefaultencoding", sysGetDefaultEncoding, 0, 0);
    return std::move(module).toRef();
}

}  // namespace coroscope::runtime
