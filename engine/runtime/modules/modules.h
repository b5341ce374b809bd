// The native modules of the runtime: those that have nothing to do with time or tasks.
#pragma once

#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/runtime/vm.h"

namespace coroscope::runtime {

/// The module of this dotted name; Unbound if the runtime has none. The table is in modules.cpp.
[[nodiscard]] Ref makeRuntimeModule(Vm& vm, std::string_view name);

[[nodiscard]] Ref makeContextvarsModule(Vm& vm);
[[nodiscard]] Ref makeMathModule(Vm& vm);
[[nodiscard]] Ref makeRandomModule(Vm& vm);
[[nodiscard]] Ref makeSysModule(Vm& vm);
[[nodiscard]] Ref makeAbcParts(Vm& vm);
[[nodiscard]] Ref makeBisectModule(Vm& vm);
[[nodiscard]] Ref makeHashlibModule(Vm& vm);
[[nodiscard]] Ref makeUnicodedataModule(Vm& vm);
[[nodiscard]] Ref makeHeapqParts(Vm& vm);
[[nodiscard]] Ref makeReParts(Vm& vm);
[[nodiscard]] Ref makeCollectionsParts(Vm& vm);
[[nodiscard]] Ref makeItertoolsModule(Vm& vm);
[[nodiscard]] Ref makeTracebackParts(Vm& vm);
[[nodiscard]] Ref makeWeakrefParts(Vm& vm);
/// The native halves of functools, types and operator, whose rest is bundled Python.
[[nodiscard]] Ref makeFunctoolsParts(Vm& vm);
[[nodiscard]] Ref makeTypesParts(Vm& vm);
[[nodiscard]] Ref makeOperatorParts(Vm& vm);

/// The names that can be imported, for the check before a run.
[[nodiscard]] std::vector<std::string_view> runtimeModuleNames();

/// Files of bundled modules are named `<frozen NAME>`; their frames are not shown in tracebacks.
[[nodiscard]] std::string bundledFileName(std::string_view module);
[[nodiscard]] bool isBundledFile(std::string_view fileName);
/// Does this frame run code of the engine's own instead of the scenario's?
[[nodiscard]] bool isBundled(const Frame* frame);

/// Where print() writes: sys.stdout, if it is the run's own output stream or the scenario never
/// looked at sys.
struct OutputStream {
    bool isHost = true;
    Ref file;  ///< else this object
};
[[nodiscard]] OutputStream currentOutput(Vm& vm);

/// The type of a named tuple of the engine's own (Objects/structseq.c): `sys.version_info`,
/// `time.struct_time`. `name` as it stands in the repr. The scenario can make instances of those
/// that are `constructible`.
[[nodiscard]] Type* makeStructSequence(Vm& vm, std::string_view name,
                                       std::initializer_list<std::string_view> fields,
                                       bool constructible = false);
[[nodiscard]] Ref makeStructSequenceInstance(Vm& vm, Type* type, std::span<const Value> items);

}  // namespace coroscope::runtime
