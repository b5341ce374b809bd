#include "engine/language/parser.h"

#include <algorithm>

#include <fmt/format.h>

#include "engine/language/ast_walk.h"
#include "engine/language/parser_state.h"

namespace coroscope::language {

Parser::Parser(Arena& arena, TokenList& list) : arena_(arena), list_(list), tokens_(list.tokens) {
    scratch_.reserve(256);
}

// ---------------------------------------------------------------------------
// The two passes
// ---------------------------------------------------------------------------

Module* Parser::parseFile() {
    const auto file = [this]() -> Module* {
        Children<Statement> body(*this);
        while (!is(Tok::EndMarker)) {
            if (!statement(body)) return nullptr;
        }
        return make<Module>(Span{}, body.finish());
    };
    if (Module* module = file(); module != nullptr && !failed()) return module;
    const std::size_t furthest = furthest_;
    if (!failed()) {
        pos_ = 0;
        diagnosing_ = invalidRules_ = keeping_ = true;
        kept_.clear();
        file();
    }
    finishError(furthest);
    return nullptr;
}

Expression* Parser::parseField() {
    isField_ = true;
    if (Expression* result = starExpressions(); result != nullptr && !failed()) return result;
    const std::size_t furthest = furthest_;
    if (!failed()) {
        pos_ = 0;
        diagnosing_ = invalidRules_ = keeping_ = true;
        kept_.clear();
        starExpressions();
    }
    finishError(furthest);
    return nullptr;
}

// ---------------------------------------------------------------------------
// Tokens
// ---------------------------------------------------------------------------

/// A token is looked at for the first time.
void Parser::look(std::size_t index) {
    furthest_ = index + 1;
    if (tokens_[index].type == Tok::Error) raiseLexical();
}

bool Parser::force(Tok type, const char* text) {
    if (accept(type)) return true;
    if (!failed()) raiseAt(peek(), fmt::format("expected '{}'", text));
    return false;
}

Span Parser::statementSpan(const Token& start) const {
    std::size_t last = pos_ - 1;
    while (tokens_[last].type == Tok::Newline || tokens_[last].type == Tok::Indent ||
           tokens_[last].type == Tok::Dedent || tokens_[last].type == Tok::EndMarker) {
        --last;
    }
    return {start.line, start.column, tokens_[last].endLine, tokens_[last].endColumn};
}

Name* Parser::makeName(const Token& token, ExprContext context) {
    return make<Name>({token.line, token.column, token.endLine, token.endColumn}, identifier(token),
                      context);
}

// ---------------------------------------------------------------------------
// Raising errors (Parser/pegen_errors.c)
// ---------------------------------------------------------------------------

std::nullptr_t Parser::raise(SyntaxErrorInfo error) {
    if (error_) return nullptr;
    if (isField_ && error.kind != "MemoryError") error.message = "f-string: " + error.message;
    error_ = std::move(error);
    return nullptr;
}

/// At the last token that has been looked at (_PyPegen_raise_error).
std::nullptr_t Parser::raiseAtLast(std::string message, const char* kind) {
    const Token& last = tokens_[furthest_ - 1];
    const int column = last.column == -1 ? last.cursor - 1 : last.column;
    return raise({kind, std::move(message), last.line, column, last.endLine, last.endColumn});
}

std::nullptr_t Parser::raiseSpan(Span span, std::string message) {
    return raise(
        {"SyntaxError", std::move(message), span.line, span.column, span.endLine, span.endColumn});
}

std::nullptr_t Parser::raiseAt(const Token& token, std::string message) {
    return raise({"SyntaxError", std::move(message), token.line, token.column, token.endLine,
                  token.endColumn});
}

/// From there to as far as has been read.
std::nullptr_t Parser::raiseFrom(const Token& start, std::string message) {
    const Token& last = tokens_[furthest_ - 1];
    const int end = (last.column == -1 ? last.cursor : last.endColumn) - 1;
    return raise({"SyntaxError", std::move(message), start.line, start.column, last.endLine, end});
}

std::nullptr_t Parser::raiseFrom(const Node* start, std::string message) {
    Token token;
    token.line = start->span.line;
    token.column = start->span.column;
    return raiseFrom(token, std::move(message));
}

std::nullptr_t Parser::raiseIndentation(const char* what, int line) {
    return raiseAtLast(fmt::format("expected an indented block after {} on line {}", what, line),
                       "IndentationError");
}

void Parser::raiseLexical() {
    if (error_ || !list_.error) return;
    const LexicalError& error = *list_.error;
    error_ = {error.kind, error.message, error.line, error.column, error.endLine, error.endColumn};
    errorIsLexical_ = true;
}

void Parser::raiseUnclosed() {
    const OpenBracket& open = *list_.unclosed;
    error_ = {"SyntaxError", fmt::format("'{}' was never closed", open.bracket),
              open.line,     open.column,
              open.line,     -1};
}

/// After both passes: the error found, or the general one
/// (_Pypegen_set_syntax_error).
void Parser::finishError(std::size_t furthestOfFirstPass) {
    if (error_) {
        if (!errorIsLexical_ && error_->kind != "MemoryError" && error_->kind != "error")
            preferLexicalError();
        return;
    }
    const Token& last = tokens_[furthestOfFirstPass - 1];
    if (last.type == Tok::Indent || last.type == Tok::Dedent) {
        raiseAtLast(last.type == Tok::Indent ? "unexpected indent" : "unexpected unindent",
                    "IndentationError");
        return;
    }
    raiseAt(last, "invalid syntax");
    if (last.column == -1) {
        error_->column = -1;
        error_->endColumn = -1;
    }
    preferLexicalError();
}

/// A lexical error further on explains more than an error of the grammar
/// (_PyPegen_tokenize_full_source_to_check_for_errors).
void Parser::preferLexicalError() {
    if (isField_) return;
    const int errorLine = tokens_[furthest_ - 1].line;
    if (list_.error && list_.error->takesPrecedence) {
        error_.reset();
        raiseLexical();
    } else if (list_.error && list_.unclosed && errorLine > list_.unclosed->line) {
        raiseUnclosed();
    }
}

// ---------------------------------------------------------------------------
// The whole
// ---------------------------------------------------------------------------

namespace {

/// `SyntaxErrorInfo` may lack a column or an end.
scenario::Diagnostic toDiagnostic(const SyntaxErrorInfo& error,
                                  const scenario::SourceText& source) {
    Span span{error.line, std::max(error.column, 0), error.endLine, error.endColumn};
    const bool endIsAfter =
        span.endLine > span.line || (span.endLine == span.line && span.endColumn > span.column);
    if (!endIsAfter) {
        span.endLine = span.line;
        span.endColumn = span.column;
    }
    return {source.name(), span, error.kind, error.message, {}};
}

}  // namespace

ParseResult parse(const scenario::SourceText& source) {
    ParseResult result;
    TokenList tokens = lexFile(source.text());
    auto ast = std::make_unique<Ast>();
    Parser parser(ast->arena, tokens);
    ast->module = parser.parseFile();
    for (const auto& [line, message] : tokens.warnings) {
        const int end = static_cast<int>(source.line(line).size());
        result.warnings.push_back(
            {source.name(), {line, 0, line, end}, "SyntaxWarning", message, {}});
    }
    if (ast->module == nullptr) {
        result.error = toDiagnostic(parser.error(), source);
        return result;
    }
    if (const Node* deep = findDeeperThan(ast->module, kMaximumDepth)) {
        result.error = {source.name(), deep->span, "RecursionError",
                        "maximum recursion depth exceeded during compilation",
                        "split this expression into several statements"};
        return result;
    }
    result.ast = std::move(ast);
    return result;
}

}  // namespace coroscope::language
