// Follows Lib/traceback.py of CPython 3.11 (StackSummary.format_frame_summary and
// _extract_caret_anchors_from_line_segment) and its twin in Python/traceback.c.
#include "engine/runtime/traceback_markers.h"

#include <algorithm>
#include <optional>

#include "engine/language/ast.h"
#include "engine/language/constant_folding.h"
#include "engine/language/parser.h"
#include "engine/scenario/source_text.h"

namespace coroscope::runtime {

namespace {

std::size_t countCharacters(std::string_view text) {
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

struct Anchors {
    std::size_t begin, end;  // bytes within the segment
};

bool isSpace(char c) { return c == ' ' || c == '\t' || c == '\f'; }

/// Between the operands: the first character that is no space, and the next if that is none
/// either. (Closing brackets of the left operand are between them, too: CPython points at those.)
std::optional<Anchors> binaryAnchors(std::string_view text, const language::BinOp& operation) {
    const auto end = static_cast<std::size_t>(operation.right->span.column);
    for (auto i = static_cast<std::size_t>(operation.left->span.endColumn);
         i < end && i < text.size(); ++i) {
        if (isSpace(text[i])) continue;
        return Anchors{i, i + 1 < end && !isSpace(text[i + 1]) ? i + 2 : i + 1};
    }
    return std::nullopt;
}

/// The length of a constant that can be subscripted.
std::optional<std::int64_t> lengthOf(const language::CodeConstant& constant) {
    using language::CodeConstant;
    if (const auto* text = std::get_if<std::string>(&constant.value))
        return static_cast<std::int64_t>(countCharacters(*text));
    if (const auto* bytes = std::get_if<CodeConstant::Bytes>(&constant.value))
        return static_cast<std::int64_t>(bytes->data.size());
    if (const auto* tuple = std::get_if<CodeConstant::Tuple>(&constant.value))
        return static_cast<std::int64_t>(tuple->items.size());
    return std::nullopt;
}

/// An item of a constant, which is a constant itself to CPython's interpreter (ast_opt.c:
/// fold_subscr).
bool isConstant(const language::Subscript& subscript) {
    language::ConstantFolder folder;
    const auto value = folder.fold(subscript.value);
    const auto index = folder.fold(subscript.index);
    if (!value || !index) return false;
    const auto length = lengthOf(*value);
    if (!length) return false;
    if (const auto* truth = std::get_if<bool>(&index->value)) return (*truth ? 1 : 0) < *length;
    const auto* at = std::get_if<std::int64_t>(&index->value);
    return at && *at < *length && *at >= -*length;
}

/// What is marked `^` in a segment that is a binary operation or a subscript: CPython parses
/// the segment anew, and so do we.
std::optional<Anchors> findAnchors(std::string_view segment, PrintedBy by) {
    const auto loaded = scenario::SourceText::fromBytes("", std::string(segment));
    const auto* source = std::get_if<scenario::SourceText>(&loaded);
    if (!source) return std::nullopt;
    const language::ParseResult parsed = language::parse(*source);
    if (!parsed || parsed.ast->module->body.size() != 1) return std::nullopt;
    const auto* statement = parsed.ast->module->body.front()->tryAs<language::ExprStmt>();
    if (!statement) return std::nullopt;
    if (const auto* operation = statement->value->tryAs<language::BinOp>())
        return binaryAnchors(segment, *operation);
    if (const auto* subscript = statement->value->tryAs<language::Subscript>()) {
        if (by == PrintedBy::Interpreter && isConstant(*subscript)) return std::nullopt;
        const auto begin = static_cast<std::size_t>(subscript->value->span.endColumn);
        const auto end = static_cast<std::size_t>(subscript->index->span.endColumn) + 1;
        if (begin < end && end <= segment.size()) return Anchors{begin, end};
    }
    return std::nullopt;
}

}  // namespace

std::string tracebackMarkers(std::string_view line, const scenario::Span& span, PrintedBy by) {
    if (!span.known() || span.endLine <= 0) return {};
    const std::size_t stripBegin = line.find_first_not_of(" \t\f");
    if (stripBegin == std::string_view::npos) return {};
    const std::size_t stripEnd = line.find_last_not_of(" \t\f\r\n") + 1;
    const std::size_t begin = std::min(static_cast<std::size_t>(span.column), line.size());
    // A span over several lines is marked to the end of its first.
    const bool oneLine = span.endLine == span.line;
    const std::size_t end =
        oneLine ? std::min(static_cast<std::size_t>(span.endColumn), line.size()) : stripEnd;
    if (begin < stripBegin || end <= begin) return {};
    std::optional<Anchors> anchors;
    if (oneLine) anchors = findAnchors(line.substr(begin, end - begin), by);
    std::size_t indent = countCharacters(line.substr(stripBegin, begin - stripBegin));
    std::size_t width = countCharacters(line.substr(begin, end - begin));
    std::size_t shown = countCharacters(line.substr(stripBegin, stripEnd - stripBegin));
    const std::size_t blanks = line.size() - stripEnd;
    if (by == PrintedBy::Interpreter) {
        shown += blanks;
    } else {
        indent -= std::min(indent, blanks);
        if (!oneLine) width += blanks;
    }
    // Nothing is pointed at where it would be the whole line.
    if (!anchors && width >= shown) return {};
    std::string markers(indent, ' ');
    if (!anchors) return markers + std::string(width, '^');
    const std::size_t left = countCharacters(line.substr(begin, anchors->begin));
    const std::size_t middle =
        countCharacters(line.substr(begin + anchors->begin, anchors->end - anchors->begin));
    return markers + std::string(left, '~') + std::string(middle, '^') +
           std::string(width - left - middle, '~');
}

}  // namespace coroscope::runtime
