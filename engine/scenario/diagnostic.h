#pragma once

/// Messages about a scenario's text: what is wrong, and where.

#include <string>
#include <string_view>

#include "engine/scenario/span.h"

namespace coroscope::scenario {

class SourceText;

/// One thing that is wrong with a scenario's text.
struct Diagnostic {
    /// The file's name as the user gave it (`-` for standard input).
    std::string file;
    /// Where in that file; `line == 0` when the file as a whole is meant.
    Span span;
    /// "SyntaxError", "IndentationError", "TabError", "MemoryError" or
    /// "RecursionError" where CPython would raise that; "error" where it is
    /// Coroscope that refuses (header, subset, unreadable file).
    std::string kind = "error";
    /// One line, without a full stop. For Python's own errors these are
    /// CPython 3.11's words.
    std::string message;
    /// What to do about it, or empty.
    std::string hint;
};

/// `message`, preceded by `kind` and a colon where `kind` is one of Python's
/// exceptions: `SyntaxError: invalid syntax`.
[[nodiscard]] std::string messageWithKind(const Diagnostic& diagnostic);

/// The one-line form `FILE:LINE:COL: error: MESSAGE`, without a line end.
/// COL counts characters from 1. Without a position: `FILE: error: MESSAGE`.
/// `source` (may be null) serves to turn byte columns into characters.
[[nodiscard]] std::string renderLine(const Diagnostic& diagnostic, const SourceText* source);

/// The full form, each line ended: the one-line form, the source line, carets
/// under the span (as far as it lies on that line), and the hint.
/// Tabs of the source line are kept in the caret line, so that the carets
/// stand in the right place whatever the width of a tab is.
[[nodiscard]] std::string render(const Diagnostic& diagnostic, const SourceText* source);

}  // namespace coroscope::scenario
