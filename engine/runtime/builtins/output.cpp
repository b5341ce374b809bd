// print, input and open (Python/bltinmodule.c).
#include <cerrno>

#include <fmt/format.h>

#include "engine/runtime/builtins/builtins_internal.h"
#include "engine/runtime/modules/modules.h"
#include "engine/runtime/modules/text_streams.h"
#include "engine/runtime/types/bytes.h"

namespace coroscope::runtime {

namespace {

/// Can str(value) neither print nor raise?
bool isPlain(const Vm& vm, Value value) {
    return !value.isObject() || value.object->type == vm.types.str ||
           value.object->type == vm.types.int_;
}

/// Half of a surrogate pair, which a str can hold and UTF-8, the encoding of the output, cannot?
bool hasSurrogate(std::string_view text) {
    for (std::size_t at = text.find('\xED'); at != std::string_view::npos;
         at = text.find('\xED', at + 1)) {
        if (at + 1 < text.size() && static_cast<unsigned char>(text[at + 1]) >= 0xA0) return true;
    }
    return false;
}

/// What is printed: gathered for the host's output, and written piece by piece to a file.
class Printer {
public:
    Printer(Vm& vm, Value file) : vm_(vm), file_(file) {}

    Status add(Value value) {
        if (value.is(vm_.types.str)) return addText(value);
        // What str() itself prints comes behind what was printed before.
        if (!isPlain(vm_, value)) CORO_TRY(flush());
        Ref text = CORO_TRY(str(vm_, value));
        return addText(text);
    }
    Status addPiece(Value given, std::string_view otherwise) {
        if (isStr(given)) return addText(given);
        return addText(CORO_TRY(newStr(vm_, otherwise)));
    }

    Status flush() {
        if (text_.empty()) return kDone;
        vm_.host.write(Stream::Out, text_);
        text_.clear();
        return vm_.stopped() ? Status(Raised{}) : Status(kDone);
    }

private:
    Status addText(Value text) {
        if (!file_.isUnbound()) {
            CORO_TRY(vm_.callMethod(file_, vm_.names.write, {text}));
            return kDone;
        }
        if (hasSurrogate(viewOf(text))) CORO_TRY(encodeText(vm_, text, "utf-8", "strict"));
        text_ += viewOf(text);
        return kDone;
    }

    Vm& vm_;
    Value file_;  ///< Unbound: the host's output
    std::string text_;
};

Status checkSeparator(Vm& vm, Value value, std::string_view name) {
    if (value.isUnbound() || value.isNone() || isStr(value)) return kDone;
    return raise(
        vm, vm.exc.TypeError,
        fmt::format("{} must be None or a string, not {}", name, vm.typeOf(value)->nameView()));
}

Ref builtinPrint(Vm& vm, const Arguments& args) {
    Value separator, end, file, flush;
    for (std::uint32_t k = 0; k < args.keywords; ++k) {
        const Value name = args.keywordNames[k];
        const Value value = args.values[args.positional + k];
        if (name.object == vm.names.sep) {
            separator = value;
        } else if (name.object == vm.names.end) {
            end = value;
        } else if (name.object == vm.names.file) {
            file = value;
        } else if (name.object == vm.names.flush) {
            flush = value;
        } else {
            return raise(
                vm, vm.exc.TypeError,
                fmt::format("'{}' is an invalid keyword argument for print()", viewOf(name)));
        }
    }
    CORO_TRY(checkSeparator(vm, separator, "sep"));
    CORO_TRY(checkSeparator(vm, end, "end"));
    OutputStream output;
    if (file.isUnbound() || file.isNone()) {
        output = currentOutput(vm);
        if (!output.isHost) {
            if (output.file.isNone()) return Ref::none();
            file = output.file;
        } else {
            file = Value();
        }
    }
    Printer printer(vm, file);
    for (std::uint32_t i = 0; i < args.positional; ++i) {
        if (i > 0) CORO_TRY(printer.addPiece(separator, " "));
        auto added = printer.add(args[i]);
        if (added.isRaised()) {
            // What came before is out already.
            if (!vm.stopped() && vm.pending) {
                Ptr<Exception> saved = takePending(vm);
                CORO_TRY(printer.flush());
                vm.pending = std::move(saved);
            }
            return Raised{};
        }
    }
    CORO_TRY(printer.addPiece(end, "\n"));
    CORO_TRY(printer.flush());
    if (!flush.isUnbound() && !file.isUnbound() && CORO_TRY(truth(vm, flush))) {
        CORO_TRY(vm.callMethod(file, vm.names.flush));
    }
    return Ref::none();
}

Ref builtinInput(Vm& vm, const Arguments& args) {
    if (args.positional > 0) {
        const OutputStream output = currentOutput(vm);
        Printer printer(vm, output.isHost ? Value() : Value(output.file));
        CORO_TRY(printer.add(args[0]));
        CORO_TRY(printer.flush());
    }
    return readInputLine(vm);
}

/// A scenario has no files: what it would read is not there, and nothing can be written.
Ref builtinOpen(Vm& vm, const Arguments& args) {
    static constexpr std::string_view kNames[] = {"file",   "mode",    "buffering", "encoding",
                                                  "errors", "newline", "closefd",   "opener"};
    Value bound[8];
    CORO_TRY(bindArguments(vm, "open", args, kNames, 1, 8, bound));
    const bool isName = isStr(bound[0]) || hasFlag(bound[0], kTypeIsBytes);
    const bool onlyReads =
        bound[1].isUnbound() ||
        (isStr(bound[1]) && viewOf(bound[1]).find_first_of("wax+") == std::string_view::npos);
    if (!isName || !onlyReads) {
        return raise(vm, vm.exc.PermissionError,
                     "open() is not supported by Coroscope: a scenario has no files");
    }
    const Ref text = newStr(vm, "No such file or directory");
    Ref error =
        CORO_TRY(vm.call(Value(vm.exc.FileNotFoundError), {Value::ofInt(ENOENT), text, bound[0]}));
    return raiseException(vm, Ptr<Exception>(error.as<Exception>()));
}

/// A type, so that annotations and questions may name it; there are no instances.
Ref constructComplex(Vm& vm, Type*, const Arguments&) {
    return raise(vm, vm.exc.RuntimeError,
                 "complex() is not supported by Coroscope: use a pair of floats");
}

Type* makeComplexType(Vm& vm) {
    TypeSpec spec;
    spec.name = "complex";
    spec.flags = kTypeIsFinal;
    spec.instanceBytes = sizeof(Object);
    spec.slots.construct = constructComplex;
    return makeType(vm, spec);
}

Ref builtinMemoryView(Vm& vm, const Arguments&) {
    return raise(vm, vm.exc.RuntimeError,
                 "memoryview() is not supported by Coroscope: use slices of bytes");
}

Ref builtinExec(Vm& vm, const Arguments&) {
    return raise(vm, vm.exc.RuntimeError,
                 "exec() is not supported by Coroscope: write the code as a function");
}
Ref builtinEval(Vm& vm, const Arguments&) {
    return raise(
        vm, vm.exc.RuntimeError,
        "eval() is not supported by Coroscope: int(), float() and json.loads() read values");
}
Ref builtinCompile(Vm& vm, const Arguments&) {
    return raise(vm, vm.exc.RuntimeError,
                 "compile() is not supported by Coroscope: write the code as a function");
}

}  // namespace

void addOutputBuiltins(Vm& vm) {
    Dict* dict = vm.builtins.get();
    addFunction(vm, dict, "print", builtinPrint, 0, kAnyCount, kKeywords);
    addFunction(vm, dict, "input", builtinInput, 0, 1);
    addFunction(vm, dict, "open", builtinOpen, 0, kAnyCount, kKeywords);
    setValue(vm, dict, "complex", Value(makeComplexType(vm)));
    addFunction(vm, dict, "memoryview", builtinMemoryView, 0, kAnyCount, kKeywords);
    addFunction(vm, dict, "exec", builtinExec, 0, kAnyCount, kKeywords);
    addFunction(vm, dict, "eval", builtinEval, 0, kAnyCount, kKeywords);
    addFunction(vm, dict, "compile", builtinCompile, 0, kAnyCount, kKeywords);
}

}  // namespace coroscope::runtime
