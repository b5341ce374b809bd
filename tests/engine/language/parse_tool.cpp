/// `parse_tool dump FILE…`: the tree of each file with positions, one a line.
/// `parse_tool error`: reads programs from standard input, each preceded by its
/// length in bytes on a line, and answers each with one line:
/// `ok`, or `kind\tmessage\tline\tcolumn\tendLine\tendColumn` (columns in
/// characters, counted from 1).
/// `parse_tool speed FILE…`: parses all files, says how fast.
///
/// For the scripts beside it, which compare with CPython.

#include <chrono>
#include <iostream>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "engine/language/ast_dump.h"
#include "engine/language/parser.h"
#include "engine/scenario/source_text.h"

namespace language = coroscope::language;
namespace scenario = coroscope::scenario;

namespace {

std::string errorLine(const scenario::Diagnostic& error, const scenario::SourceText* source) {
    const auto column = [source](int line, int bytes) {
        return source != nullptr && line <= source->lineCount()
                   ? source->characterColumn(line, bytes) + 1
                   : bytes + 1;
    };
    const scenario::Span& span = error.span;
    return fmt::format("{}\t{}\t{}\t{}\t{}\t{}", error.kind, error.message, span.line,
                       column(span.line, span.column), span.endLine,
                       column(span.endLine, span.endColumn));
}

std::string diagnose(const std::string& program) {
    const auto loaded = scenario::SourceText::fromBytes("test.py", program);
    if (const auto* problem = std::get_if<scenario::Diagnostic>(&loaded))
        return errorLine(*problem, nullptr);
    const auto& source = std::get<scenario::SourceText>(loaded);
    const language::ParseResult result = language::parse(source);
    return result ? "ok" : errorLine(result.error, &source);
}

int dump(const std::vector<std::string>& files) {
    for (const std::string& file : files) {
        const auto loaded = scenario::SourceText::fromFile(file);
        if (const auto* problem = std::get_if<scenario::Diagnostic>(&loaded)) {
            std::cout << "error " << renderLine(*problem, nullptr) << "\n";
            continue;
        }
        const auto& source = std::get<scenario::SourceText>(loaded);
        const language::ParseResult result = language::parse(source);
        std::cout << (result ? language::dumpAst(result.ast->module, true)
                             : "error " + renderLine(result.error, &source))
                  << "\n";
    }
    return 0;
}

int speed(const std::vector<std::string>& files) {
    std::vector<scenario::SourceText> sources;
    long lines = 0;
    std::size_t bytes = 0;
    for (const std::string& file : files) {
        auto loaded = scenario::SourceText::fromFile(file);
        if (auto* source = std::get_if<scenario::SourceText>(&loaded)) {
            lines += source->lineCount();
            bytes += source->text().size();
            sources.push_back(std::move(*source));
        }
    }
    const auto begin = std::chrono::steady_clock::now();
    int failed = 0;
    for (const auto& source : sources) {
        if (!language::parse(source)) ++failed;
    }
    const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - begin;
    fmt::print("{} files, {} lines, {} bytes in {:.3f} s: {:.0f} lines/s, {:.1f} MB/s; {} failed\n",
               sources.size(), lines, bytes, taken.count(),
               static_cast<double>(lines) / taken.count(),
               static_cast<double>(bytes) / taken.count() / 1e6, failed);
    return 0;
}

}  // namespace

int main(int argc, char** argv) {
    const std::vector<std::string> arguments(argv + 1, argv + argc);
    if (arguments.empty()) return 2;
    const std::vector<std::string> files(arguments.begin() + 1, arguments.end());
    if (arguments[0] == "dump") return dump(files);
    if (arguments[0] == "speed") return speed(files);
    std::string length;
    while (std::getline(std::cin, length)) {
        std::string program(std::stoul(length), '\0');
        std::cin.read(program.data(), static_cast<std::streamsize>(program.size()));
        std::cin.get();
        std::cout << diagnose(program) << std::endl;
    }
    return 0;
}
