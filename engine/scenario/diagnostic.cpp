#include "engine/scenario/diagnostic.h"

#include <algorithm>

#include <fmt/format.h>

#include "engine/scenario/source_text.h"

namespace coroscope::scenario {

namespace {

/// A line that stands under `line`: tabs stay tabs, all else becomes `mark`
/// from byte `from` up to `to`, and blank before. Wide characters count as one,
/// as in CPython's own caret lines.
std::string caretLine(std::string_view line, int from, int to) {
    std::string result;
    int marks = 0;
    for (int i = 0; i < static_cast<int>(line.size()); ++i) {
        const char c = line[static_cast<std::size_t>(i)];
        if ((static_cast<unsigned char>(c) & 0xC0) == 0x80) continue;
        if (i >= to && marks > 0) break;
        if (i < from) {
            result.push_back(c == '\t' ? '\t' : ' ');
        } else {
            result.push_back('^');
            ++marks;
        }
    }
    if (marks == 0) result.push_back('^');
    return result;
}

/// Up to where the first line of the error is marked. Of a missing block CPython marks the place
/// where it should begin, not the word that stands there (Python/pythonrun.c: print_error_text).
int endOfMarks(const Diagnostic& diagnostic, std::string_view line) {
    const Span& span = diagnostic.span;
    if (diagnostic.kind == "IndentationError") return span.column + 1;
    if (span.endLine > span.line) return static_cast<int>(line.size());
    return std::max(span.endColumn, span.column + 1);
}

}  // namespace

std::string messageWithKind(const Diagnostic& diagnostic) {
    if (diagnostic.kind.empty() || diagnostic.kind == "error") return diagnostic.message;
    if (diagnostic.message.empty()) return diagnostic.kind;
    return diagnostic.kind + ": " + diagnostic.message;
}

std::string renderLine(const Diagnostic& diagnostic, const SourceText* source) {
    const std::string message = messageWithKind(diagnostic);
    if (!diagnostic.span.known()) return fmt::format("{}: error: {}", diagnostic.file, message);
    const int column = source != nullptr
                           ? source->characterColumn(diagnostic.span.line, diagnostic.span.column)
                           : diagnostic.span.column;
    return fmt::format("{}:{}:{}: error: {}", diagnostic.file, diagnostic.span.line, column + 1,
                       message);
}

std::string render(const Diagnostic& diagnostic, const SourceText* source) {
    std::string result = renderLine(diagnostic, source) + "\n";
    const Span& span = diagnostic.span;
    if (source != nullptr && span.known() && span.line <= source->lineCount()) {
        const std::string_view line = source->line(span.line);
        result += fmt::format("    {}\n    {}\n", line,
                              caretLine(line, span.column, endOfMarks(diagnostic, line)));
    }
    if (!diagnostic.hint.empty()) result += fmt::format("hint: {}\n", diagnostic.hint);
    return result;
}

}  // namespace coroscope::scenario
