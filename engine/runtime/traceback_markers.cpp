// Follows Lib/traceback.py of CPython 3.11: StackSummary.format_frame_summary and
// _extract_caret_anchors_from_line_segment.
#include "engine/runtime/traceback_markers.h"

#include <algorithm>
#include <optional>

namespace coroscope::runtime {

namespace {

using language::Opcode;

std::size_t countCharacters(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

struct Anchors {
  std::size_t begin, end;  // bytes within the segment
};

bool isBinary(Opcode op) {
  return op == Opcode::BinaryOp || op == Opcode::BinaryAdd || op == Opcode::BinarySubtract || op == Opcode::BinaryMultiply ||
         op == Opcode::AddFastConst || op == Opcode::SubtractFastConst || op == Opcode::AddFastFast;
}

/// Past a string literal or bracketed group that begins at `at`.
std::size_t skipGroup(std::string_view text, std::size_t at) {
  const char open = text[at];
  if (open == '"' || open == '\'') {
    const bool triple = text.substr(at, 3) == std::string(3, open);
    const std::string quote(triple ? 3 : 1, open);
    std::size_t i = at + quote.size();
    while (i < text.size()) {
      if (text[i] == '\\') {
        i += 2;
      } else if (text.substr(i, quote.size()) == quote) {
        return i + quote.size();
      } else {
        ++i;
      }
    }
    return text.size();
  }
  std::size_t i = at + 1;
  while (i < text.size()) {
    const char c = text[i];
    if (c == ')' || c == ']' || c == '}') return i + 1;
    i = (c == '(' || c == '[' || c == '{' || c == '"' || c == '\'') ? skipGroup(text, i) : i + 1;
  }
  return text.size();
}

bool opensGroup(char c) { return c == '(' || c == '[' || c == '{' || c == '"' || c == '\''; }

/// Binding strength of the binary operator at `at`, 0 if there is none; its length in `length`.
int operatorAt(std::string_view text, std::size_t at, std::size_t &length) {
  const std::string_view rest = text.substr(at);
  length = 2;
  if (rest.starts_with("**")) return 7;
  if (rest.starts_with("//")) return 5;
  if (rest.starts_with("<<") || rest.starts_with(">>")) return 3;
  length = 1;
  switch (rest.empty() ? ' ' : rest[0]) {
    case '*': case '/': case '%': case '@': return 5;
    case '+': case '-': return 4;
    case '&': return 2;
    case '^': return 1;
    case '|': return 1;
    default: return 0;
  }
}

/// The operator of the outermost binary operation of an expression: the last one of the
/// weakest kind outside of brackets (the first for `**`, which binds to the right).
std::optional<Anchors> binaryAnchors(std::string_view text) {
  std::optional<Anchors> best;
  int bestStrength = 100;
  bool operandBefore = false;
  for (std::size_t i = 0; i < text.size();) {
    const char c = text[i];
    if (opensGroup(c)) {
      i = skipGroup(text, i);
      operandBefore = true;
      continue;
    }
    std::size_t length = 0;
    int strength = operatorAt(text, i, length);
    if (strength == 1 && c == '|') strength = 0;
    const bool isOr = c == '|';
    if ((strength > 0 || isOr) && operandBefore) {
      if (strength < bestStrength || (strength == bestStrength && strength != 7)) {
        bestStrength = strength;
        best = Anchors{i, i + length};
      }
      operandBefore = false;
      i += length;
      continue;
    }
    if (c != ' ' && c != '\t') operandBefore = strength == 0;
    ++i;
  }
  return best;
}

/// The brackets of a subscript: the last group of the segment.
std::optional<Anchors> subscriptAnchors(std::string_view text) {
  std::optional<Anchors> last;
  for (std::size_t i = 0; i < text.size();) {
    if (opensGroup(text[i])) {
      const std::size_t end = skipGroup(text, i);
      if (text[i] == '[' && i > 0) last = Anchors{i, end};
      i = end;
    } else {
      ++i;
    }
  }
  return last;
}

}  // namespace

std::string tracebackMarkers(std::string_view line, const scenario::Span &span, Opcode op) {
  if (!span.known() || span.endLine <= 0) return {};
  const std::size_t stripBegin = line.find_first_not_of(" \t\f");
  if (stripBegin == std::string_view::npos) return {};
  const std::size_t stripEnd = line.find_last_not_of(" \t\f\r\n") + 1;
  const std::size_t begin = std::min(static_cast<std::size_t>(span.column), line.size());
  // A span over several lines is marked to the end of its first.
  const bool oneLine = span.endLine == span.line;
  const std::size_t end = oneLine ? std::min(static_cast<std::size_t>(span.endColumn), line.size()) : stripEnd;
  if (begin < stripBegin || end <= begin) return {};
  std::optional<Anchors> anchors;
  if (oneLine) {
    const std::string_view segment = line.substr(begin, end - begin);
    if (isBinary(op)) anchors = binaryAnchors(segment);
    if (op == Opcode::BinarySubscr) anchors = subscriptAnchors(segment);
  }
  const std::size_t indent = countCharacters(line.substr(stripBegin, begin - stripBegin));
  const std::size_t width = countCharacters(line.substr(begin, end - begin));
  const std::size_t stripped = countCharacters(line.substr(stripBegin, stripEnd - stripBegin));
  // Nothing is pointed at where it would be the whole line.
  if (!anchors && width >= stripped) return {};
  std::string markers(indent, ' ');
  if (!anchors) return markers + std::string(width, '^');
  const std::size_t left = countCharacters(line.substr(begin, anchors->begin));
  const std::size_t middle = countCharacters(line.substr(begin + anchors->begin, anchors->end - anchors->begin));
  return markers + std::string(left, '~') + std::string(middle, '^') + std::string(width - left - middle, '~');
}

}  // namespace coroscope::runtime
