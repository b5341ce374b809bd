// format(), str.format() and % formatting.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "engine/runtime/type.h"

namespace coroscope::runtime {

/// A parsed format specification (Python/formatter_unicode.c InternalFormatSpec).
struct FormatSpec {
    char32_t fill = U' ';
    char align = 0;          ///< '<' '>' '=' '^', or 0 for the type's own
    char sign = 0;           ///< '+' '-' ' ', or 0
    bool alternate = false;
    bool negativeZero = false;  ///< 'z': no minus before a zero
    std::int64_t width = -1;
    char thousands = 0;  ///< ',' '_', or 0
    std::int64_t precision = -1;
    char32_t type = 0;  ///< 0: left out
};

/// `format(value, spec)` for values whose type has no `__format__` of the scenario's own: int,
/// float, bool, str by their specifications; everything else as object.__format__.
[[nodiscard]] Ref formatWithSpec(Vm& vm, Value value, std::string_view spec);
/// `value.__format__(spec)` as a method of a builtin type.
[[nodiscard]] Ref formatMethod(Vm& vm, const Arguments& args);

[[nodiscard]] Outcome<FormatSpec> parseFormatSpec(Vm& vm, std::string_view spec,
                                                  char32_t defaultType, char defaultAlign,
                                                  std::string_view typeName);
[[nodiscard]] Ref formatStr(Vm& vm, Value value, std::string_view spec);
[[nodiscard]] Ref formatInt(Vm& vm, Value value, std::string_view spec);

/// `format.format(*args, **kwargs)`; `mapping` instead of keyword arguments for format_map (else
/// Unbound).
[[nodiscard]] Ref strFormat(Vm& vm, std::string_view format, const Arguments& args, Value mapping);
/// `format % args`.
[[nodiscard]] Ref percentFormat(Vm& vm, std::string_view format, Value args);
/// `bytes % args`: the text of the result, which is bytes.
[[nodiscard]] Outcome<std::string> percentFormatBytes(Vm& vm, std::string_view format, Value args);

}  // namespace coroscope::runtime
