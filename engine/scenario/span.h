#pragma once

/// Positions in a scenario's source text.

#include <compare>

namespace coroscope::scenario {

/// A stretch of source text, half open: it begins at (`line`, `column`) and
/// ends before (`endLine`, `endColumn`).
///
/// Lines count from 1. Columns count from 0 in *bytes* of the UTF-8 text of
/// their line: the same numbers as `lineno`, `col_offset`, `end_lineno` and
/// `end_col_offset` of CPython's `ast` nodes. `SourceText` turns byte columns
/// into character columns where people are to see them.
///
/// `line == 0` means "no position known".
struct Span {
    int line = 0;
    int column = 0;
    int endLine = 0;
    int endColumn = 0;

    [[nodiscard]] constexpr bool known() const { return line > 0; }

    friend constexpr auto operator<=>(const Span&, const Span&) = default;
};

/// The span from the beginning of `first` to the end of `last`.
[[nodiscard]] constexpr Span join(const Span& first, const Span& last) {
    return {first.line, first.column, last.endLine, last.endColumn};
}

}  // namespace coroscope::scenario
