/// `compile_tool show FILE…`: the instructions of each file.
/// `compile_tool positions FILE…`: one line per instruction of each file:
/// `qualified name, first line, opcode, operands, line, column, end line, end column`, tabbed;
/// a line `file NAME` before each file, `error …` where it does not compile.
/// `compile_tool verify FILE…`: names every file whose code is not sound.
/// `compile_tool error`: reads programs from standard input, each preceded by its length in bytes
/// on a line, and answers each with one line: `ok`, or
/// `kind\tmessage\tline\tcolumn\tendLine\tendColumn` (columns in characters, counted from 1).
///
/// `compile_tool warnings`: as `error`, but answers with the compiler's warnings, `line message`
/// parted by tabs.
///
/// For the scripts beside it, which compare with CPython.

#include <iostream>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "engine/language/code_verifier.h"
#include "engine/language/compiler.h"
#include "engine/language/disassembler.h"
#include "engine/language/parser.h"
#include "engine/scenario/source_text.h"

namespace language = coroscope::language;
namespace scenario = coroscope::scenario;

namespace {

using Code = std::shared_ptr<const language::CodeObject>;
using Compiled = std::variant<Code, scenario::Diagnostic>;

Compiled compileSource(const scenario::SourceText& source) {
    const language::ParseResult parsed = language::parse(source);
    if (!parsed) return parsed.error;
    return language::compile(*parsed.ast->module, "test.py");
}

std::string warningsOf(const std::string& program) {
    const auto loaded = scenario::SourceText::fromBytes("test.py", program);
    const auto* source = std::get_if<scenario::SourceText>(&loaded);
    if (source == nullptr) return "unreadable";
    const language::ParseResult parsed = language::parse(*source);
    if (!parsed) return "error";
    std::vector<scenario::Diagnostic> warnings;
    static_cast<void>(language::compile(*parsed.ast->module, "test.py", &warnings));
    std::string result;
    for (const scenario::Diagnostic& each : warnings) {
        if (!result.empty()) result += '\t';
        result += fmt::format("{} {}", each.span.line, each.message);
    }
    return result;
}

std::string errorLine(const scenario::Diagnostic& error, const scenario::SourceText& source) {
    const auto column = [&source](int line, int bytes) {
        return line >= 1 && line <= source.lineCount() ? source.characterColumn(line, bytes) + 1
                                                       : bytes + 1;
    };
    const scenario::Span& span = error.span;
    return fmt::format("{}\t{}\t{}\t{}\t{}\t{}", error.kind, error.message, span.line,
                       column(span.line, span.column), span.endLine,
                       column(span.endLine, span.endColumn));
}

std::string diagnose(const std::string& program) {
    const auto loaded = scenario::SourceText::fromBytes("test.py", program);
    const auto* source = std::get_if<scenario::SourceText>(&loaded);
    if (source == nullptr) return std::get<scenario::Diagnostic>(loaded).message;
    const Compiled compiled = compileSource(*source);
    if (const auto* error = std::get_if<scenario::Diagnostic>(&compiled)) {
        return errorLine(*error, *source);
    }
    const std::string problem = language::verify(*std::get<Code>(compiled));
    return problem.empty() ? "ok" : "unsound\t" + problem;
}

void showPositions(const language::CodeObject& code) {
    const std::string text = language::disassemble(code, {false, false});
    std::size_t start = text.find('\n') + 1;
    for (std::size_t i = 0; i < code.instructions.size(); ++i) {
        const std::size_t end = text.find('\n', start);
        // "   7 LoadFast x": the index takes four columns or more.
        const std::size_t name = text.find_first_not_of("0123456789 ", start);
        const scenario::Span& span = code.spans[i];
        std::cout << fmt::format("{}\t{}\t{}\t{}\t{}\t{}\t{}\n", code.qualifiedName, code.firstLine,
                                 text.substr(name, end - name), span.line, span.column,
                                 span.endLine, span.endColumn);
        start = end + 1;
    }
    for (const language::CodeConstant& constant : code.constants) {
        if (const auto* inner = std::get_if<Code>(&constant.value)) showPositions(**inner);
    }
}

int run(const std::string& command, const std::vector<std::string>& files) {
    for (const std::string& file : files) {
        const auto loaded = scenario::SourceText::fromFile(file);
        const auto* source = std::get_if<scenario::SourceText>(&loaded);
        if (source == nullptr) {
            std::cout << "error " << file << "\n";
            continue;
        }
        const Compiled compiled = compileSource(*source);
        const auto* error = std::get_if<scenario::Diagnostic>(&compiled);
        if (command == "positions") std::cout << "file " << file << "\n";
        if (error != nullptr) {
            std::cout << "error " << file << ": " << errorLine(*error, *source) << "\n";
            continue;
        }
        const language::CodeObject& code = *std::get<Code>(compiled);
        if (command == "show") std::cout << language::disassemble(code, {true, true});
        if (command == "positions") showPositions(code);
        if (command == "verify") {
            const std::string problem = language::verify(code);
            if (!problem.empty()) std::cout << "unsound " << file << ": " << problem << "\n";
        }
    }
    return 0;
}

}  // namespace

int main(int argc, char** argv) {
    const std::vector<std::string> arguments(argv + 1, argv + argc);
    if (arguments.empty()) return 2;
    const bool isWarnings = arguments[0] == "warnings";
    if (arguments[0] != "error" && !isWarnings) {
        return run(arguments[0], {arguments.begin() + 1, arguments.end()});
    }
    std::string length;
    while (std::getline(std::cin, length)) {
        std::string program(std::stoul(length), '\0');
        std::cin.read(program.data(), static_cast<std::streamsize>(program.size()));
        std::cin.get();
        std::cout << (isWarnings ? warningsOf(program) : diagnose(program)) << std::endl;
    }
    return 0;
}
