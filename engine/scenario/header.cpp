#include "engine/scenario/header.h"

#include <algorithm>
#include <functional>
#include <optional>
#include <sstream>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <toml++/toml.h>

namespace coroscope::scenario {

namespace {

constexpr std::string_view kOpening = "# /// ";
constexpr std::string_view kClosing = "# ///";
/// toml++ calls itself for each part of a dotted key, and bounds all nesting but that.
constexpr std::size_t kLongestLine = 16'000;

/// The lines between the opening and the closing one, without their `# `.
struct Block {
    int firstLine = 0;  ///< the line of the file that the TOML's first line is in
    std::string toml;
};

std::string_view withoutTrailingBlanks(std::string_view line) {
    const std::size_t last = line.find_last_not_of(" \t");
    return last == std::string_view::npos ? std::string_view() : line.substr(0, last + 1);
}

/// TOML positions are in the block; this puts them into the file.
class Reader {
public:
    Reader(const SourceText& source, int firstLine) : source_(source), firstLine_(firstLine) {}

    [[nodiscard]] const std::optional<Diagnostic>& problem() const { return problem_; }

    void fail(const toml::source_region& where, std::string message, std::string hint = {}) {
        if (problem_) return;
        problem_ =
            Diagnostic{source_.name(), spanOf(where), "error", std::move(message), std::move(hint)};
    }

    /// Every key of the table must be one of these.
    void checkKeys(const toml::table& table, std::string_view what,
                   const std::vector<std::string_view>& known) {
        for (const auto& [key, value] : table) {
            if (std::find(known.begin(), known.end(), key.str()) != known.end()) continue;
            const std::string_view nearest = nearestName(key.str(), known);
            fail(key.source(),
                 nearest.empty() ? fmt::format("unknown key '{}' in {}", key.str(), what)
                                 : fmt::format("unknown key '{}' in {}; did you mean '{}'?",
                                               key.str(), what, nearest),
                 fmt::format("the keys are {}", fmt::join(known, ", ")));
        }
    }

    void text(const toml::table& table, std::string_view key, std::string& into) {
        const toml::node* node = table.get(key);
        if (node == nullptr) return;
        if (const auto* value = node->as_string()) {
            into = value->get();
        } else {
            mismatch(*node, key, "a string");
        }
    }

    void integer(const toml::table& table, std::string_view key, std::int64_t least,
                 std::int64_t most, const std::function<void(std::int64_t)>& set) {
        const toml::node* node = table.get(key);
        if (node == nullptr) return;
        const auto* value = node->as_integer();
        if (value == nullptr) {
            mismatch(*node, key, "an integer");
        } else if (value->get() < least || value->get() > most) {
            fail(node->source(), most == INT64_MAX
                                     ? fmt::format("'{}' must not be less than {}", key, least)
                                     : fmt::format("'{}' must be from {} to {}", key, least, most));
        } else {
            set(value->get());
        }
    }

    void number(const toml::table& table, std::string_view key, double& into) {
        const toml::node* node = table.get(key);
        if (node == nullptr) return;
        const std::optional<double> value =
            node->is_number() ? node->value<double>() : std::nullopt;
        if (!value) {
            mismatch(*node, key, "a number");
        } else if (!(*value >= 0) || *value > 1e9) {
            fail(node->source(), fmt::format("'{}' must be from 0 to 1e9", key));
        } else {
            into = *value;
        }
    }

    void texts(const toml::table& table, std::string_view key, std::vector<std::string>& into) {
        const toml::node* node = table.get(key);
        if (node == nullptr) return;
        const toml::array* list = node->as_array();
        if (list == nullptr) {
            mismatch(*node, key, "a list of strings");
            return;
        }
        for (const toml::node& item : *list) {
            if (const auto* value = item.as_string()) {
                into.push_back(value->get());
            } else {
                fail(item.source(),
                     fmt::format("'{}' must hold strings, not {}", key, typeName(item)));
            }
        }
    }

    const toml::table* table(const toml::table& in, std::string_view key) {
        const toml::node* node = in.get(key);
        if (node == nullptr) return nullptr;
        if (!node->is_table()) mismatch(*node, key, fmt::format("a table: [{}]", key));
        return node->as_table();
    }

    void tables(const toml::table& in, std::string_view key,
                const std::function<void(const toml::table&)>& read) {
        const toml::node* node = in.get(key);
        if (node == nullptr) return;
        const toml::array* list = node->as_array();
        if (list == nullptr) {
            mismatch(*node, key, fmt::format("a list of tables: [[{}]]", key));
            return;
        }
        for (const toml::node& item : *list) {
            if (const toml::table* each = item.as_table()) {
                read(*each);
            } else {
                mismatch(item, key, fmt::format("a list of tables: [[{}]]", key));
            }
        }
    }

    void require(const toml::table& table, std::string_view what, std::string_view key) {
        if (table.get(key) == nullptr)
            fail(table.source(), fmt::format("{} needs the key '{}'", what, key));
    }

    /// Where a value stands in the file; unknown if the table has no such key.
    [[nodiscard]] Span spanAt(const toml::table& table, std::string_view key) const {
        const toml::node* node = table.get(key);
        return node == nullptr ? Span() : spanOf(node->source());
    }

private:
    static std::string_view typeName(const toml::node& node) {
        switch (node.type()) {
            case toml::node_type::string: return "a string";
            case toml::node_type::integer: return "an integer";
            case toml::node_type::floating_point: return "a number with a fraction";
            case toml::node_type::boolean: return "a truth value";
            case toml::node_type::array: return "a list";
            case toml::node_type::table: return "a table";
            default: return "a date or time";
        }
    }

    void mismatch(const toml::node& node, std::string_view key, std::string_view wanted) {
        fail(node.source(), fmt::format("'{}' must be {}, not {}", key, wanted, typeName(node)));
    }

    /// toml++ counts lines and characters from 1, and puts the end on the last
    /// character or behind it.
    [[nodiscard]] Span spanOf(const toml::source_region& where) const {
        const auto place = [this](const toml::source_position& position, int& line, int& column) {
            line = firstLine_ + static_cast<int>(position.line) - 1;
            const std::string_view text = source_.line(line);
            const int prefix = text.starts_with("# ") ? 2 : 1;
            column = source_.byteColumn(line, prefix + static_cast<int>(position.column) - 1);
        };
        Span span;
        if (where.begin.line == 0) return {firstLine_, 0, firstLine_, 0};
        place(where.begin, span.line, span.column);
        place(where.end, span.endLine, span.endColumn);
        return span;
    }

    const SourceText& source_;
    int firstLine_;
    std::optional<Diagnostic> problem_;
};

/// Finds the block, or says what is wrong with its frame.
std::variant<Block, Diagnostic> findBlock(const SourceText& source) {
    const auto lineSpan = [&source](int line) {
        return Span{line, 0, line, static_cast<int>(source.line(line).size())};
    };
    Block block;
    for (int line = 1; line <= source.lineCount(); ++line) {
        const std::string_view text = withoutTrailingBlanks(source.line(line));
        if (!text.starts_with(kOpening) || text.substr(kOpening.size()) != "coroscope") continue;
        if (block.firstLine != 0) {
            return Diagnostic{
                source.name(), lineSpan(line), "error", "a scenario can have only one header", {}};
        }
        const int opening = line;
        block.firstLine = opening + 1;
        int closing = 0;
        for (int next = opening + 1;
             next <= source.lineCount() && source.line(next).starts_with("#"); ++next) {
            if (withoutTrailingBlanks(source.line(next)) == kClosing) {
                closing = next;
                break;
            }
        }
        if (closing == 0) {
            return Diagnostic{source.name(), lineSpan(opening), "error", "the header is not closed",
                              "end it with a line `# ///`; every line of it begins with `#`"};
        }
        for (int next = opening + 1; next < closing; ++next) {
            std::string_view content = source.line(next).substr(1);
            if (!content.empty() && content[0] != ' ') {
                return Diagnostic{source.name(),
                                  lineSpan(next),
                                  "error",
                                  "a header's line must begin with `# `",
                                  {}};
            }
            if (content.size() > kLongestLine) {
                return Diagnostic{
                    source.name(), lineSpan(next), "error",
                    fmt::format("a header's line can hold at most {} characters", kLongestLine),
                    "break it into several lines"};
            }
            if (!content.empty()) content.remove_prefix(1);
            block.toml += content;
            block.toml += '\n';
        }
        line = closing;
    }
    return block;
}

void readCost(Reader& reader, const toml::table& root, Cost& cost) {
    const toml::table* table = reader.table(root, "cost");
    if (table == nullptr) return;
    reader.checkKeys(*table, "[cost]", {"free", "instruction"});
    reader.integer(*table, "free", 0, INT64_MAX, [&cost](std::int64_t value) {
        cost.freeInstructions = static_cast<std::uint64_t>(value);
    });
    reader.number(*table, "instruction", cost.secondsPerInstruction);
}

void readLessons(Reader& reader, const toml::table& root, int lines, Header& header) {
    reader.tables(root, "note", [&](const toml::table& table) {
        Note& note = header.notes.emplace_back();
        reader.checkKeys(table, "[[note]]", {"line", "text"});
        reader.require(table, "[[note]]", "line");
        reader.require(table, "[[note]]", "text");
        reader.integer(table, "line", 1, lines,
                       [&note](std::int64_t line) { note.line = static_cast<int>(line); });
        note.writtenAt = reader.spanAt(table, "line");
        reader.text(table, "text", note.text);
    });
    reader.tables(root, "question", [&](const toml::table& table) {
        Question& question = header.questions.emplace_back();
        reader.checkKeys(table, "[[question]]", {"line", "text", "choices", "answer"});
        reader.require(table, "[[question]]", "text");
        reader.integer(table, "line", 1, lines,
                       [&question](std::int64_t line) { question.line = static_cast<int>(line); });
        question.writtenAt = reader.spanAt(table, "line");
        reader.text(table, "text", question.text);
        reader.texts(table, "choices", question.choices);
        reader.text(table, "answer", question.answer);
    });
}

}  // namespace

std::variant<Header, Diagnostic> Header::read(const SourceText& source) {
    auto found = findBlock(source);
    if (auto* problem = std::get_if<Diagnostic>(&found)) return std::move(*problem);
    const Block& block = std::get<Block>(found);
    Header header;
    if (block.firstLine == 0) return header;
    header.present = true;

    Reader reader(source, block.firstLine);
    toml::table root;
    try {
        root = toml::parse(block.toml);
    } catch (const toml::parse_error& error) {
        reader.fail(error.source(), std::string(error.description()));
        return *reader.problem();
    }

    reader.checkKeys(root, "the header",
                     {"title", "summary", "category", "level", "seed", "stdin", "cost", "network",
                      "note", "question"});
    reader.text(root, "title", header.title);
    reader.text(root, "summary", header.summary);
    reader.text(root, "category", header.category);
    reader.integer(root, "level", 1, 3,
                   [&header](std::int64_t value) { header.level = static_cast<int>(value); });
    reader.integer(root, "seed", 0, INT64_MAX, [&header](std::int64_t value) {
        header.seed = static_cast<std::uint64_t>(value);
    });
    reader.texts(root, "stdin", header.standardInput);
    readCost(reader, root, header.cost);
    if (const toml::table* network = reader.table(root, "network")) {
        std::ostringstream text;
        text << *network;
        header.network = text.str();
    }
    readLessons(reader, root, std::max(source.lineCount(), 1), header);
    if (reader.problem()) return *reader.problem();
    return header;
}

std::string_view nearestName(std::string_view word, const std::vector<std::string_view>& names) {
    std::string_view best;
    std::size_t fewest = SIZE_MAX;
    for (const std::string_view name : names) {
        // Edit distance, one row at a time.
        std::vector<std::size_t> row(name.size() + 1);
        for (std::size_t j = 0; j <= name.size(); ++j) row[j] = j;
        for (std::size_t i = 1; i <= word.size(); ++i) {
            std::size_t diagonal = row[0];
            row[0] = i;
            for (std::size_t j = 1; j <= name.size(); ++j) {
                const std::size_t above = row[j];
                const std::size_t replaced = diagonal + (word[i - 1] == name[j - 1] ? 0 : 1);
                row[j] = std::min({above + 1, row[j - 1] + 1, replaced});
                diagonal = above;
            }
        }
        const std::size_t distance = row[name.size()];
        if (distance < fewest && 3 * distance <= std::max(name.size(), word.size())) {
            fewest = distance;
            best = name;
        }
    }
    return best;
}

}  // namespace coroscope::scenario
