// itertools (Modules/itertoolsmodule.c).
#include <fmt/format.h>

#include "engine/runtime/modules/itertools_parts.h"
#include "engine/runtime/modules/modules.h"

namespace coroscope::runtime {

Status iteration::takesPositional(Vm& vm, std::string_view name, const Arguments& args,
                                  std::uint32_t minimum, std::uint32_t maximum) {
    if (args.keywords != 0)
        return raise(vm, vm.exc.TypeError, fmt::format("{}() takes no keyword arguments", name));
    if (args.positional >= minimum && args.positional <= maximum) return kDone;
    const bool tooFew = args.positional < minimum;
    const std::uint32_t bound = tooFew ? minimum : maximum;
    return raise(vm, vm.exc.TypeError,
                 fmt::format("{} expected {}{} argument{}, got {}", name,
                             minimum == maximum ? ""
                             : tooFew           ? "at least "
                                                : "at most ",
                             bound, bound == 1 ? "" : "s", args.positional));
}

Ref makeItertoolsModule(Vm& vm) {
    Ptr<Module> module = makeModule(vm, "itertools");
    Dict* names = module->dict.get();
    iteration::addEndless(vm, names);
    iteration::addChaining(vm, names);
    iteration::addFiltering(vm, names);
    iteration::addArranging(vm, names);
    iteration::addSplitting(vm, names);
    return module.toRef();
}

}  // namespace coroscope::runtime
