#include "engine/language/compiler.h"

#include <utility>

#include "engine/language/code_generator.h"
#include "engine/language/future_features.h"
#include "engine/language/symbols.h"

namespace coroscope::language {

std::variant<std::shared_ptr<const CodeObject>, scenario::Diagnostic> compile(
    const Module& module, std::string_view fileName, std::vector<scenario::Diagnostic>* warnings) {
    auto future = futureFeatures(module, fileName);
    if (auto* error = std::get_if<scenario::Diagnostic>(&future)) return std::move(*error);
    const auto& features = std::get<FutureFeatures>(future);

    auto names = resolveNames(module, fileName, features);
    if (auto* error = std::get_if<scenario::Diagnostic>(&names)) return std::move(*error);
    auto& symbols = *std::get<std::unique_ptr<SymbolTable>>(names);

    CodeGenerator generator(fileName, features, symbols, warnings);
    auto code = generator.compileModule(module);
    if (generator.error()) return std::move(*generator.error());
    return code;
}

}  // namespace coroscope::language
