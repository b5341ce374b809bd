// Code objects as bytes, so that modules which come with the engine are compiled when the engine is
// built and not each time they are imported, as CPython's frozen modules are
// (Python/frozen.c, Python/marshal.c).
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "engine/language/code_object.h"

namespace coroscope::language {

/// `code` and all code within it, but for the name of its file. No format to keep: only `thaw` of
/// the same build understands it.
[[nodiscard]] std::string freeze(const CodeObject& code);

/// What `freeze` was given. `bytes` are trusted to come from there. `fileName` is what tracebacks
/// call the file of the code and of all within it.
[[nodiscard]] std::shared_ptr<const CodeObject> thaw(std::string_view bytes,
                                                     std::string_view fileName);

}  // namespace coroscope::language
