// OSError: the number, its text and up to two file names (Objects/exceptions.c, OSError_new,
// oserror_parse_args, oserror_init, OSError_str).
//
// An OSError made of two to five arguments keeps (errno, strerror, filename, filename2) in
// `object`, Unbound or None where one is missing; any other has no tuple there.
#include <array>
#include <cerrno>

#include <fmt/format.h>

#include "engine/runtime/exception_kinds.h"
#include "engine/runtime/native.h"
#include "engine/runtime/types_internal.h"

namespace coroscope::runtime {

namespace {

enum Field : std::size_t { kErrno, kText, kFileName, kFileName2, kFields };

/// The exception type that belongs to an error number; OSError itself if none does.
Type* kindOf(Vm& vm, Value number) {
    if (!number.isSmallInt()) return vm.exc.OSError;
    switch (number.integer) {
        case EAGAIN:
        case EALREADY:
        case EINPROGRESS: return vm.exc.BlockingIOError;
        case EPIPE:
        case ESHUTDOWN: return vm.exc.BrokenPipeError;
        case ECHILD: return vm.exc.ChildProcessError;
        case ECONNABORTED: return vm.exc.ConnectionAbortedError;
        case ECONNREFUSED: return vm.exc.ConnectionRefusedError;
        case ECONNRESET: return vm.exc.ConnectionResetError;
        case EEXIST: return vm.exc.FileExistsError;
        case ENOENT: return vm.exc.FileNotFoundError;
        case EISDIR: return vm.exc.IsADirectoryError;
        case ENOTDIR: return vm.exc.NotADirectoryError;
        case EINTR: return vm.exc.InterruptedError;
        case EACCES:
        case EPERM: return vm.exc.PermissionError;
        case ESRCH: return vm.exc.ProcessLookupError;
        case ETIMEDOUT: return vm.exc.TimeoutError;
        default: return vm.exc.OSError;
    }
}

std::span<const Value> fieldsOf(Value self) {
    const Ref& fields = self.as<Exception>()->object;
    return fields.isUnbound() ? std::span<const Value>() : fields.as<Tuple>()->span();
}

Value field(Value self, Field which) {
    const auto fields = fieldsOf(self);
    return fields.empty() ? Value::none() : fields[which];
}

/// What the arguments say; with a file name, `args` is the first two of them.
void takeArguments(Vm& vm, Exception* error, std::span<const Value> args) {
    error->object = Ref();
    if (args.size() >= 2 && args.size() <= 5) {
        std::array<Value, kFields> fields{args[0], args[1], Value::none(), Value::none()};
        if (args.size() >= 3) fields[kFileName] = args[2];
        if (args.size() == 5) fields[kFileName2] = args[4];
        error->object = makeTuple(vm, fields).toRef();
        if (!fields[kFileName].isNone()) args = args.first(2);
    }
    error->args = makeTuple(vm, args);
}

Ref osErrorConstruct(Vm& vm, Type* type, const Arguments& a) {
    const std::span<const Value> args(a.values, a.positional);
    if (type == vm.exc.OSError && args.size() >= 2 && args.size() <= 5) type = kindOf(vm, args[0]);
    Ptr<Exception> error = makeInstance<Exception>(vm, type);
    takeArguments(vm, error.get(), args);
    return std::move(error).toRef();
}

Status osErrorInit(Vm& vm, Value self, const Arguments& a) {
    if (a.keywords != 0) {
        return raise(vm, vm.exc.TypeError,
                     fmt::format("{}() takes no keyword arguments", vm.typeOf(self)->nameView()));
    }
    takeArguments(vm, self.as<Exception>(), std::span(a.values, a.positional));
    return kDone;
}

Ref osErrorStr(Vm& vm, Value self) {
    const auto fields = fieldsOf(self);
    if (fields.empty()) return vm.exc.BaseException->slots.str(vm, self);
    std::string text = fmt::format("[Errno {}] {}", CORO_TRY(strText(vm, fields[kErrno])),
                                   CORO_TRY(strText(vm, fields[kText])));
    if (!fields[kFileName].isNone()) {
        text += ": " + CORO_TRY(reprText(vm, fields[kFileName]));
        if (!fields[kFileName2].isNone())
            text += " -> " + CORO_TRY(reprText(vm, fields[kFileName2]));
    }
    return newStr(vm, text);
}

template <Field kWhich>
void addField(Vm& vm, std::string_view name) {
    addGetter(
        vm, vm.exc.OSError, name, [](Vm&, Value self) { return Ref(field(self, kWhich)); },
        [](Vm& v, Value self, Value value) -> Status {
            std::array<Value, kFields> fields;
            for (std::size_t i = 0; i < kFields; ++i)
                fields[i] = field(self, static_cast<Field>(i));
            fields[kWhich] = value.isUnbound() ? Value::none() : value;
            self.as<Exception>()->object = makeTuple(v, fields).toRef();
            return kDone;
        });
}

}  // namespace

Slots osErrorSlots() {
    Slots slots;
    slots.construct = osErrorConstruct;
    slots.init = osErrorInit;
    slots.str = osErrorStr;
    return slots;
}

void addOsErrorFields(Vm& vm) {
    addField<kErrno>(vm, "errno");
    addField<kText>(vm, "strerror");
    addField<kFileName>(vm, "filename");
    addField<kFileName2>(vm, "filename2");
}

}  // namespace coroscope::runtime
