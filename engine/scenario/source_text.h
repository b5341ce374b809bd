#pragma once

/// The text of a scenario file, checked and ready for the lexer.

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "engine/scenario/diagnostic.h"

namespace coroscope::scenario {

/// Valid UTF-8 without NUL characters, with `\n` as its only line end and one
/// at its end (unless it is empty). A byte order mark is gone. Line and column
/// numbers refer to this text; they equal those of the file as it was.
class SourceText {
public:
    /// Checks and normalises `bytes`. What is wrong comes back as a Diagnostic
    /// in CPython's words (Parser/tokenizer.c, Python/pythonrun.c) where it has
    /// some: NUL bytes, invalid UTF-8, an encoding declaration other than UTF-8.
    [[nodiscard]] static std::variant<SourceText, Diagnostic> fromBytes(std::string name,
                                                                        std::string_view bytes);

    /// Reads a file. A missing file, a folder, an unreadable or an oversized
    /// file come back as a Diagnostic without a position.
    [[nodiscard]] static std::variant<SourceText, Diagnostic> fromFile(
        const std::filesystem::path& path);

    /// The largest file that is read, in bytes.
    static constexpr std::size_t kMaximumSize = 16U << 20;

    /// The name for messages, as the user gave it.
    [[nodiscard]] const std::string& name() const { return name_; }
    [[nodiscard]] const std::string& text() const { return text_; }

    /// Lines are counted from 1.
    [[nodiscard]] int lineCount() const { return static_cast<int>(lineStarts_.size()); }
    /// Where in `text()` a line begins; the text's size for lines beyond its end.
    [[nodiscard]] std::size_t lineStart(int line) const;
    /// A line without its line end; empty beyond the end of the text.
    [[nodiscard]] std::string_view line(int line) const;

    /// Characters (code points) before byte `column` of that line. A column in
    /// the middle of a character counts as its beginning, one beyond the end of
    /// the line as the end.
    [[nodiscard]] int characterColumn(int line, int column) const;
    /// Bytes before character `characters` of that line.
    [[nodiscard]] int byteColumn(int line, int characters) const;

private:
    std::string name_;
    std::string text_;
    std::vector<std::size_t> lineStarts_;
};

/// CRLF and CR become LF, and the last line gets its line end
/// (Parser/tokenizer.c: translate_newlines).
[[nodiscard]] std::string normaliseLineEnds(std::string_view bytes);

/// Where valid UTF-8 ends: the index of the first byte that belongs to no valid
/// character (as RFC 3629 has it: no surrogates, nothing overlong), or nothing
/// if all is well.
[[nodiscard]] std::optional<std::size_t> findInvalidUtf8(std::string_view bytes);

}  // namespace coroscope::scenario
