#include "engine/loop/bind_python.h"

#include <algorithm>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "engine/runtime/generator.h"
#include "engine/runtime/types_internal.h"

namespace coroscope::loop {

using namespace runtime;  // NOLINT: as in handle.h

namespace {

/// format_missing in Python/ceval.c: `'a', 'b', and 'c'`.
std::string listed(const std::vector<std::string_view>& names) {
    std::string text;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (i > 0) text += names.size() == 2 ? " and " : i + 1 == names.size() ? ", and " : ", ";
        text += fmt::format("'{}'", names[i]);
    }
    return text;
}

/// too_many_positional in Python/ceval.c.
Raised tooMany(Vm& vm, std::string_view function, const Signature& signature, const Arguments& a,
               std::span<const Value> out) {
    // A constructor's own `self` is not among the arguments, yet counts.
    const std::size_t itself = function.ends_with("__init__") ? 1 : 0;
    const std::size_t most = signature.positionalCount + itself;
    const std::size_t least = std::min(signature.required + itself, most);
    const std::size_t given = a.positional + itself;
    std::size_t keywordOnly = 0;
    for (std::size_t i = signature.positionalCount; i < signature.names.size(); ++i)
        keywordOnly += out[i].isUnbound() ? 0 : 1;
    const std::string takes =
        least < most ? fmt::format("from {} to {}", least, most) : fmt::format("{}", most);
    const bool plural = least < most || most != 1;
    const std::string extra =
        keywordOnly == 0
            ? ""
            : fmt::format(" positional argument{} (and {} keyword-only argument{})",
                          given != 1 ? "s" : "", keywordOnly, keywordOnly != 1 ? "s" : "");
    return raise(vm, vm.exc.TypeError,
                 fmt::format("{}() takes {} positional argument{} but {}{} {} given", function,
                             takes, plural ? "s" : "", given, extra,
                             given == 1 && keywordOnly == 0 ? "was" : "were"));
}

Status bindAll(Vm& vm, std::string_view function, const Arguments& a, const Signature& signature,
               std::span<Value> out) {
    const auto& names = signature.names;
    for (std::size_t i = 0; i < a.positional && i < signature.positionalCount; ++i)
        out[i] = a[static_cast<std::uint32_t>(i)];
    for (std::uint32_t k = 0; k < a.keywords; ++k) {
        const std::string_view name = viewOf(a.keywordNames[k]);
        const auto found = std::find(names.begin(), names.end(), name);
        if (found == names.end()) {
            return raise(
                vm, vm.exc.TypeError,
                fmt::format("{}() got an unexpected keyword argument '{}'", function, name));
        }
        Value& place = out[static_cast<std::size_t>(found - names.begin())];
        if (!place.isUnbound()) {
            return raise(vm, vm.exc.TypeError,
                         fmt::format("{}() got multiple values for argument '{}'", function, name));
        }
        place = a[a.positional + k];
    }
    if (a.positional > signature.positionalCount) return tooMany(vm, function, signature, a, out);
    std::vector<std::string_view> missing;
    for (std::size_t i = 0; i < signature.required; ++i) {
        if (out[i].isUnbound()) missing.push_back(names[i]);
    }
    if (missing.empty()) return kDone;
    return raise(vm, vm.exc.TypeError,
                 fmt::format("{}() missing {} required positional argument{}: {}", function,
                             missing.size(), missing.size() == 1 ? "" : "s", listed(missing)));
}

}  // namespace

Status bindLikePython(Vm& vm, std::string_view function, const Arguments& a,
                      const Signature& signature, std::span<Value> out) {
    const Status status = bindAll(vm, function, a, signature, out);
    // The function has no frame yet that could keep them: so much for keepArguments.
    if (status.isRaised() && vm.pending && !vm.pending->holds)
        vm.pending->holds = Ptr<Object>(makeTuple(vm, std::span<const Value>()).get());
    return status;
}

void keepArguments(Vm& vm, const Arguments& arguments) {
    // An error that has a traceback comes from elsewhere; who is kept by it might keep it.
    if (!vm.pending || vm.pending->traceback || vm.pending->holds) return;
    std::vector<Value> kept;
    for (const Value each : std::span(arguments.values, arguments.total())) {
        if (each.is(vm.types.coroutine) &&
            each.as<Generator>()->state == Generator::State::Created) {
            kept.push_back(each);
        }
    }
    if (!kept.empty()) vm.pending->holds = Ptr<Object>(makeTuple(vm, kept).get());
}

}  // namespace coroscope::loop
