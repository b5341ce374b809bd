// coroscope_freeze OUTPUT MODULE.py...: writes a C++ file that defines `bundledModules()` of
// engine/runtime/modules/bundled/bundled.h.

#include <algorithm>
#include <cstddef>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <ostream>
#include <string>
#include <string_view>
#include <variant>

#include <fmt/format.h>

#include "engine/language/compiler.h"
#include "engine/language/frozen_code.h"
#include "engine/language/parser.h"
#include "engine/language/subset_check.h"
#include "engine/scenario/source_text.h"

namespace coroscope {

namespace {

using CodePointer = std::shared_ptr<const language::CodeObject>;

std::variant<CodePointer, scenario::Diagnostic> compileFile(const std::filesystem::path& path) {
    auto read = scenario::SourceText::fromFile(path);
    if (auto* wrong = std::get_if<scenario::Diagnostic>(&read)) return *wrong;
    const auto& source = std::get<scenario::SourceText>(read);
    const language::ParseResult parsed = language::parse(source);
    if (!parsed) return parsed.error;
    // What it imports is looked for when it gets there.
    language::ImportableModules anything;
    anything.isSibling = [](std::string_view, int) { return true; };
    const auto refused = language::checkSubset(*parsed.ast, source, anything);
    if (!refused.empty()) return refused.front();
    return language::compile(*parsed.ast->module, path.string());
}

/// Each byte is escaped with all its three digits: the next one might be a digit itself.
void writeLiteral(std::ostream& out, std::string_view bytes) {
    constexpr std::size_t kBytesOnALine = 24;
    std::string line;
    for (; !bytes.empty(); bytes.remove_prefix(std::min(kBytesOnALine, bytes.size()))) {
        line = "\n        \"";
        for (const char byte : bytes.substr(0, kBytesOnALine))
            fmt::format_to(std::back_inserter(line), "\\{:03o}", static_cast<unsigned char>(byte));
        out << line << '"';
    }
}

constexpr std::string_view kHead =
    "// Made from modules/bundled/*.py by coroscope_freeze.\n"
    "#include <array>\n\n"
    "#include \"engine/runtime/modules/bundled/bundled.h\"\n\n"
    "namespace coroscope::runtime {\n\n"
    "namespace {\n\n"
    "constexpr std::array kModules = {\n";

constexpr std::string_view kTail = R"(};

}  // namespace

std::span<const BundledModule> bundledModules() { return kModules; }

}  // namespace coroscope::runtime
)";

int freezeAll(const std::filesystem::path& output, int count, char** paths) {
    std::ofstream out(output, std::ios::binary);
    out << kHead;
    for (int at = 0; at < count; ++at) {
        const std::filesystem::path path = paths[at];
        const auto compiled = compileFile(path);
        if (const auto* wrong = std::get_if<scenario::Diagnostic>(&compiled)) {
            fmt::print(stderr, "{}:{}:{}: error: {}\n", path.string(), wrong->span.line,
                       wrong->span.column, wrong->message);
            return 1;
        }
        const std::string bytes = language::freeze(*std::get<CodePointer>(compiled));
        out << fmt::format("    BundledModule{{\"{}\", std::string_view(", path.stem().string());
        writeLiteral(out, bytes);
        out << fmt::format(",\n        {})}},\n", bytes.size());
    }
    out << kTail;
    out.close();
    if (out) return 0;
    fmt::print(stderr, "{}: cannot be written\n", output.string());
    return 1;
}

}  // namespace

}  // namespace coroscope

int main(int argc, char** argv) {
    if (argc < 3) {
        fmt::print(stderr, "usage: coroscope_freeze OUTPUT MODULE.py...\n");
        return 2;
    }
    return coroscope::freezeAll(argv[1], argc - 2, argv + 2);
}
