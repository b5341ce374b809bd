#include "engine/runtime/modules/bundled/bundled.h"

#include <array>

namespace coroscope::runtime {

std::span<const BundledModule> bundledModules() {
  static const std::array kModules = {
      BundledModule{"functools", kFunctoolsText},
      BundledModule{"types", kTypesText},
      BundledModule{"typing", kTypingText},
      BundledModule{"abc", kAbcText},
      BundledModule{"collections", kCollectionsText},
      BundledModule{"collections.abc", kCollectionsAbcText},
      BundledModule{"__future__", kFutureText},
      BundledModule{"contextlib", kContextlibText},
      BundledModule{"itertools", kItertoolsText},
      BundledModule{"operator", kOperatorText},
      BundledModule{"dataclasses", kDataclassesText},
      BundledModule{"string", kStringText},
  };
  return kModules;
}

}  // namespace coroscope::runtime
