// The native modules of the runtime: those that have nothing to do with time or tasks.
#pragma once

#include <string_view>

#include "engine/runtime/vm.h"

namespace coroscope::runtime {

/// The module of this dotted name; Unbound if the runtime has none. The table is in modules.cpp.
[[nodiscard]] Ref makeRuntimeModule(Vm &vm, std::string_view name);

[[nodiscard]] Ref makeMathModule(Vm &vm);
[[nodiscard]] Ref makeRandomModule(Vm &vm);
[[nodiscard]] Ref makeFunctoolsModule(Vm &vm);
[[nodiscard]] Ref makeSysModule(Vm &vm);
[[nodiscard]] Ref makeTypingModule(Vm &vm);
[[nodiscard]] Ref makeTypesModule(Vm &vm);
[[nodiscard]] Ref makeAbcModule(Vm &vm);
[[nodiscard]] Ref makeCollectionsAbcModule(Vm &vm);
[[nodiscard]] Ref makeFutureModule(Vm &vm);
[[nodiscard]] Ref makeItertoolsModule(Vm &vm);
[[nodiscard]] Ref makeOperatorModule(Vm &vm);
/// A module written in Python that comes with the engine (modules/bundled): Unbound if there is none of that name.
[[nodiscard]] Ref makeBundledModule(Vm &vm, std::string_view name);

/// Where print() writes: sys.stdout, if it is the run's own output stream or the scenario never looked at sys.
struct OutputStream {
  bool isHost = true;
  Ref file;  ///< else this object
};
[[nodiscard]] OutputStream currentOutput(Vm &vm);

/// The type of a named tuple of the engine's own (Objects/structseq.c): `sys.version_info`, `time.struct_time`.
/// `name` as it stands in the repr.
[[nodiscard]] Type *makeStructSequence(Vm &vm, std::string_view name, std::initializer_list<std::string_view> fields);
[[nodiscard]] Ref makeStructSequenceInstance(Vm &vm, Type *type, std::span<const Value> items);

}  // namespace coroscope::runtime
