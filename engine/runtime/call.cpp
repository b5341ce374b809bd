// Calling: binding arguments to parameters, and what each kind of callable does.
// The messages are those of Python/ceval.c (missing_arguments, too_many_positional …).
#include <fmt/format.h>

#include "engine/runtime/fast_paths.h"
#include "engine/runtime/native.h"
#include "engine/runtime/nesting.h"
#include "engine/runtime/types_internal.h"

namespace coroscope::runtime {

namespace {

/// `'a'`, `'a' and 'b'`, `'a', 'b', and 'c'`.
std::string listNames(const std::vector<std::string>& names) {
    if (names.size() == 1) return names[0];
    if (names.size() == 2) return names[0] + " and " + names[1];
    std::string text;
    for (std::size_t i = 0; i + 1 < names.size(); ++i) text += names[i] + ", ";
    return text + "and " + names.back();
}

Raised raiseMissing(Vm& vm, Function* function, std::string_view kind,
                    const std::vector<std::string>& names) {
    return raise(
        vm, vm.exc.TypeError,
        fmt::format("{}() missing {} required {} argument{}: {}", viewOf(function->qualifiedName),
                    names.size(), kind, names.size() == 1 ? "" : "s", listNames(names)));
}

/// How many positional parameters have no default; below zero where the scenario has given it more
/// defaults than parameters, of which the first ones are for none.
std::int64_t requiredCount(const Function* function) {
    const std::int64_t defaults = function->defaults ? function->defaults->count : 0;
    return function->code->source->positionalCount - defaults;
}

Raised raiseTooManyPositional(Vm& vm, Function* function, Frame* frame, std::uint32_t given) {
    const CodeObject& code = *function->code->source;
    const auto positional = static_cast<std::uint32_t>(code.positionalCount);
    std::uint32_t keywordsGiven = 0;
    for (int i = 0; i < code.keywordOnlyCount; ++i) {
        if (!frame->slots()[positional + static_cast<std::uint32_t>(i)].isUnbound())
            ++keywordsGiven;
    }
    bool plural = true;
    std::string takes;
    if (function->defaults && function->defaults->count > 0) {
        takes = fmt::format("from {} to {}", requiredCount(function), positional);
    } else {
        plural = positional != 1;
        takes = fmt::format("{}", positional);
    }
    std::string keywordText;
    if (keywordsGiven > 0) {
        keywordText =
            fmt::format(" positional argument{} (and {} keyword-only argument{})",
                        given != 1 ? "s" : "", keywordsGiven, keywordsGiven != 1 ? "s" : "");
    }
    return raise(vm, vm.exc.TypeError,
                 fmt::format("{}() takes {} positional argument{} but {}{} {} given",
                             viewOf(function->qualifiedName), takes, plural ? "s" : "", given,
                             keywordText, given == 1 && keywordsGiven == 0 ? "was" : "were"));
}

void put(Value& slot, Value value) {
    retain(value);
    slot = value;
}

Status bindKeywords(Vm& vm, Function* function, Frame* frame, const Arguments& arguments,
                    Dict* extra) {
    const CodeObject& source = *function->code->source;
    const Code* code = function->code.get();
    const auto named = static_cast<std::uint32_t>(source.positionalCount + source.keywordOnlyCount);
    Value* slots = frame->slots();
    for (std::uint32_t k = 0; k < arguments.keywords; ++k) {
        const Value name = arguments.keywordNames[k];
        const Value value = arguments.values[arguments.positional + k];
        if (!isStr(name)) {
            return raise(
                vm, vm.exc.TypeError,
                fmt::format("{}() keywords must be strings", viewOf(function->qualifiedName)));
        }
        std::uint32_t index = static_cast<std::uint32_t>(source.positionalOnlyCount);
        while (index < named && !strEqual(code->localNames[index], name.as<Str>())) ++index;
        if (index < named) {
            if (!slots[index].isUnbound()) {
                return raise(vm, vm.exc.TypeError,
                             fmt::format("{}() got multiple values for argument '{}'",
                                         viewOf(function->qualifiedName), viewOf(name)));
            }
            put(slots[index], value);
            continue;
        }
        if (extra) {
            CORO_TRY(dictSet(vm, extra, name, value));
            continue;
        }
        std::vector<std::string> positionalOnly;
        for (std::uint32_t j = 0; j < arguments.keywords; ++j) {
            for (int p = 0; p < source.positionalOnlyCount; ++p) {
                if (isStr(arguments.keywordNames[j]) &&
                    code->localNames[static_cast<std::size_t>(p)]->view() ==
                        viewOf(arguments.keywordNames[j])) {
                    positionalOnly.emplace_back(viewOf(arguments.keywordNames[j]));
                }
            }
        }
        if (!positionalOnly.empty()) {
            std::string names;
            for (const std::string& each : positionalOnly)
                names += (names.empty() ? "" : ", ") + each;
            return raise(
                vm, vm.exc.TypeError,
                fmt::format(
                    "{}() got some positional-only arguments passed as keyword arguments: '{}'",
                    viewOf(function->qualifiedName), names));
        }
        return raise(vm, vm.exc.TypeError,
                     fmt::format("{}() got an unexpected keyword argument '{}'",
                                 viewOf(function->qualifiedName), viewOf(name)));
    }
    return kDone;
}

Status fillDefaults(Vm& vm, Function* function, Frame* frame, std::uint32_t givenPositional) {
    const CodeObject& source = *function->code->source;
    const Code* code = function->code.get();
    Value* slots = frame->slots();
    const auto positional = static_cast<std::uint32_t>(source.positionalCount);
    if (givenPositional < positional) {
        const std::int64_t required = requiredCount(function);
        const auto withoutDefault = static_cast<std::uint32_t>(std::max<std::int64_t>(0, required));
        std::vector<std::string> missing;
        for (std::uint32_t i = givenPositional; i < withoutDefault; ++i) {
            if (slots[i].isUnbound())
                missing.push_back(fmt::format("'{}'", code->localNames[i]->view()));
        }
        if (!missing.empty()) return raiseMissing(vm, function, "positional", missing);
        for (std::uint32_t i = std::max(givenPositional, withoutDefault); i < positional; ++i) {
            if (slots[i].isUnbound()) put(slots[i], function->defaults->items()[i - required]);
        }
    }
    if (source.keywordOnlyCount > 0) {
        std::vector<std::string> missing;
        for (std::uint32_t i = positional;
             i < positional + static_cast<std::uint32_t>(source.keywordOnlyCount); ++i) {
            if (!slots[i].isUnbound()) continue;
            const Value value = function->kwDefaults
                                    ? dictGetStr(function->kwDefaults.get(), code->localNames[i])
                                    : Value();
            if (value.isUnbound()) {
                missing.push_back(fmt::format("'{}'", code->localNames[i]->view()));
            } else {
                put(slots[i], value);
            }
        }
        if (!missing.empty()) return raiseMissing(vm, function, "keyword-only", missing);
    }
    return kDone;
}

}  // namespace

Outcome<Ptr<Frame>> bindFrame(Vm& vm, Function* function, const Arguments& arguments) {
    Code* code = function->code.get();
    const CodeObject& source = *code->source;
    Ptr<Frame> frame = makeFrame(vm, code, function->globals.get(), function);
    Value* slots = frame->slots();
    const auto positional = static_cast<std::uint32_t>(source.positionalCount);
    const std::uint32_t given = std::min(arguments.positional, positional);
    for (std::uint32_t i = 0; i < given; ++i) put(slots[i], arguments[i]);

    std::uint32_t slot = positional + static_cast<std::uint32_t>(source.keywordOnlyCount);
    if (source.hasVarArgs) {
        slots[slot++] =
            Value(makeTuple(vm, std::span(arguments.values + given, arguments.positional - given))
                      .detach());
    }
    Dict* extra = nullptr;
    if (source.hasVarKeywords) {
        extra = makeDict(vm).detach();
        slots[slot] = Value(extra);
    }
    CORO_TRY(bindKeywords(vm, function, frame.get(), arguments, extra));
    if (arguments.positional > positional && !source.hasVarArgs) {
        return raiseTooManyPositional(vm, function, frame.get(), arguments.positional);
    }
    CORO_TRY(fillDefaults(vm, function, frame.get(), given));
    if (function->closure) {
        for (std::uint32_t i = 0; i < function->closure->count; ++i) {
            put(slots[code->localCount + i], function->closure->items()[i]);
        }
    }
    return frame;
}

Ref Vm::call(Value callable, const Arguments& arguments) {
    if (callable.is(types.nativeFunction) || callable.is(types.methodDescriptor)) {
        auto* slot = callable.object->type->slots.call;
        return slot(*this, callable, arguments);
    }
    if (callable.is(types.function)) {
        auto* function = callable.as<Function>();
        Code* code = function->code.get();
        if (arguments.keywords == 0 &&
            static_cast<std::int32_t>(arguments.positional) == code->quickCallCount) {
            retain(callable);
            for (std::uint32_t i = 0; i < arguments.positional; ++i) retain(arguments[i]);
            Frame* quick =
                frameForCall(*this, function, code, {arguments.values, arguments.positional});
            quick->ip = code->instructions;
            quick->stackTop = quick->stackBase();
            StepOutcome outcome = run(quick);
            if (outcome.kind == StepOutcome::Kind::Raised) return Raised{};
            return std::move(outcome.value);
        }
        Ref keep(callable);
        Ptr<Frame> bound = CORO_TRY(bindFrame(*this, function, arguments));
        if (function->code->kind != CodeKind::Function)
            return makeGenerator(*this, std::move(bound)).toRef();
        StepOutcome outcome = run(bound.detach());
        if (outcome.kind == StepOutcome::Kind::Raised) return Raised{};
        return std::move(outcome.value);
    }
    return callObject(*this, callable, arguments);
}

Ref callObject(Vm& vm, Value callable, const Arguments& arguments) {
    auto* slot = vm.typeOf(callable)->slots.call;
    if (!slot) {
        return raise(vm, vm.exc.TypeError,
                     fmt::format("'{}' object is not callable", vm.typeOf(callable)->nameView()));
    }
    const Nesting nesting(vm);
    if (nesting.isTooDeep()) return raiseTooDeep(vm, "while calling a Python object");
    Ref keep(callable);
    return slot(vm, callable, arguments);
}

}  // namespace coroscope::runtime
