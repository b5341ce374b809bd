// Modules that are written in Python and come with the engine, as text.
#pragma once

#include <span>
#include <string_view>

namespace coroscope::runtime {

struct BundledModule {
  std::string_view name;
  std::string_view text;
};

[[nodiscard]] std::span<const BundledModule> bundledModules();

extern const std::string_view kFunctoolsText, kTypesText, kTypingText, kAbcText, kCollectionsAbcText, kFutureText,
    kCollectionsText, kContextlibText, kItertoolsText, kOperatorText, kDataclassesText, kStringText;

}  // namespace coroscope::runtime
