#include "tests/engine/language/compile_text.h"

#include <sstream>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "engine/language/code_verifier.h"
#include "engine/language/compiler.h"
#include "engine/language/disassembler.h"
#include "engine/language/parser.h"
#include "engine/scenario/source_text.h"

namespace coroscope::language {

std::variant<std::shared_ptr<const CodeObject>, scenario::Diagnostic> compileText(
    std::string_view program) {
    const auto loaded = scenario::SourceText::fromBytes("test.py", std::string(program));
    if (const auto* problem = std::get_if<scenario::Diagnostic>(&loaded)) return *problem;
    const ParseResult parsed = parse(std::get<scenario::SourceText>(loaded));
    if (!parsed) return parsed.error;
    auto compiled = compile(*parsed.ast->module, "test.py");
    if (const auto* code = std::get_if<std::shared_ptr<const CodeObject>>(&compiled)) {
        EXPECT_EQ(verify(**code), "") << program;
    }
    return compiled;
}

std::shared_ptr<const CodeObject> codeOf(std::string_view program) {
    auto compiled = compileText(program);
    if (const auto* error = std::get_if<scenario::Diagnostic>(&compiled)) {
        ADD_FAILURE() << error->message << "\n" << program;
        return std::make_shared<CodeObject>();
    }
    return std::get<std::shared_ptr<const CodeObject>>(compiled);
}

namespace {

const CodeObject* find(const CodeObject& code, std::string_view qualifiedName) {
    if (code.qualifiedName == qualifiedName) return &code;
    for (const CodeConstant& constant : code.constants) {
        const auto* nested = std::get_if<CodeConstant::Code>(&constant.value);
        if (nested == nullptr) continue;
        if (const CodeObject* found = find(**nested, qualifiedName)) return found;
    }
    return nullptr;
}

}  // namespace

const CodeObject& inner(const CodeObject& code, std::string_view qualifiedName) {
    static const CodeObject kNothing;
    const CodeObject* found = find(code, qualifiedName);
    if (found != nullptr) return *found;
    ADD_FAILURE() << "no code called " << qualifiedName;
    return kNothing;
}

std::string bodyOf(std::string_view program, std::string_view qualifiedName) {
    const auto code = codeOf(program);
    std::istringstream lines(disassemble(inner(*code, qualifiedName), {false, false}));
    std::string line;
    std::string result;
    std::getline(lines, line);  // the name
    while (std::getline(lines, line)) {
        const bool isRange = line.find(" -> ") != std::string::npos;
        result += line.substr(line.find_first_not_of(isRange ? " " : " 0123456789"));
        result += '\n';
    }
    return result;
}

std::string errorOf(std::string_view program) {
    const auto compiled = compileText(program);
    const auto* error = std::get_if<scenario::Diagnostic>(&compiled);
    if (error == nullptr) return "ok";
    const scenario::Span& span = error->span;
    return fmt::format("{}:{}-{}:{} {}", span.line, span.column, span.endLine, span.endColumn,
                       error->message);
}

TEST(CompileText, SaysWhereAnErrorIs) {
    EXPECT_EQ(errorOf("x = 1\nreturn x\n"), "2:0-2:8 'return' outside function");
}

}  // namespace coroscope::language
