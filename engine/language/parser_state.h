#pragma once

/// The recursive-descent parser, shared by the parse_*.cpp files.
///
/// It works as CPython's generated parser is seen to work from outside
/// (Parser/pegen.c: _PyPegen_run_parser). A first pass decides whether the text
/// is valid and builds the tree; it looks one or two tokens ahead and hardly
/// ever goes back. If it fails, a second pass over the same tokens
/// (`diagnosing_`) also asks, at the places where Grammar/python.gram has its
/// `invalid_…` rules, what kind of mistake this might be (syntax_errors.cpp).
/// The first answer is the error. If there is none, it is "invalid syntax" at
/// the furthest token that the first pass had looked at.
///
/// Conventions: a rule's function returns null, with `pos_` anywhere, when the
/// rule does not match; callers that have an alternative set `pos_` back. Once
/// an error has been raised nothing that follows matters: all later raises are
/// ignored.

#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "engine/language/ast.h"
#include "engine/language/lexer.h"
#include "engine/language/parser.h"

namespace coroscope::language {

/// A SyntaxError in the making. Columns count from 0 in bytes; an end that is
/// not after the beginning means that CPython gives none.
struct SyntaxErrorInfo {
    std::string kind;
    std::string message;
    int line = 0;
    int column = 0;
    int endLine = 0;
    int endColumn = -1;
};

using Tok = TokenType;

class Parser {
public:
    Parser(Arena& arena, TokenList& list);

    /// file: [statements] EndMarker. Null: see `error()`.
    Module* parseFile();
    /// fstring: star_expressions, for a replacement field.
    Expression* parseField();

    [[nodiscard]] const SyntaxErrorInfo& error() const { return *error_; }
    [[nodiscard]] const std::vector<std::pair<int, std::string>>& warnings() const {
        return list_.warnings;
    }

private:
    template <class T>
    class Children;
    class DepthGuard;

    /// The rules whose results are kept in the second pass: those for which
    /// CPython keeps them, since a result kept from where invalid rules were
    /// off hides errors later.
    enum class Rule : std::uint8_t {
        SimpleStatement,
        Block,
        Expression,
        StarExpression,
        Disjunction,
        Conjunction,
        Inversion,
        BitwiseOr,
        Factor,
        AwaitPrimary,
        Primary,
        Strings,
        Arguments,
        StarTarget,
        InvalidNamedExpression,
        ClosedPattern,
        Lambda,
    };

    /// What the arguments of a call have become; the span is theirs alone.
    struct Arguments {
        NodeList<Expression> positional;
        NodeList<Keyword> keywords;
        Span span;
    };

    struct KeyValue {
        Expression* key;
        Expression* value;
    };

    enum class TargetKind : std::uint8_t { Star, Delete, For };

    // --- tokens (parser.cpp) -----------------------------------------------

    /// The token `ahead` of the current one; it counts as looked at.
    const Token& peek(std::size_t ahead = 0) {
        const std::size_t index = pos_ + ahead < tokens_.size() ? pos_ + ahead : tokens_.size() - 1;
        if (index >= furthest_) look(index);
        return tokens_[index];
    }
    [[nodiscard]] bool is(TokenType type) { return peek().type == type; }
    [[nodiscard]] bool isNext(TokenType type) { return peek(1).type == type; }
    bool accept(TokenType type) {
        if (peek().type != type) return false;
        ++pos_;
        return true;
    }
    /// `&&'x'`: the token, or an error that says that it was expected.
    bool force(TokenType type, const char* text);
    [[nodiscard]] bool isName(std::string_view text) {
        return is(TokenType::Name) && peek().text == text;
    }
    [[nodiscard]] const Token& previous() const { return tokens_[pos_ - 1]; }
    void look(std::size_t index);

    [[nodiscard]] Span spanFrom(const Token& start) const {
        const Token& last = previous();
        return {start.line, start.column, last.endLine, last.endColumn};
    }
    [[nodiscard]] Span spanFrom(const Node* start) const {
        const Token& last = previous();
        return {start->span.line, start->span.column, last.endLine, last.endColumn};
    }
    /// For compound statements: up to the last token that is not white space.
    [[nodiscard]] Span statementSpan(const Token& start) const;

    Identifier identifier(const Token& token) { return arena_.intern(token.text); }
    Name* makeName(const Token& token, ExprContext context);

    template <class T, class... Fields>
    T* make(Span span, Fields... fields) {
        return arena_.create<T>(T{T::kKind, span, fields...});
    }

    Constant* makeConstant(Span span, ConstantType type) {
        return make<Constant>(span, type, false, false, std::string_view(), std::int64_t{0}, 0.0);
    }

    template <class Parse>
    auto kept(Rule rule, Parse parse) -> decltype(parse());

    // --- errors (parser.cpp, syntax_errors.cpp) ----------------------------

    [[nodiscard]] bool failed() const { return error_.has_value(); }
    std::nullptr_t raise(SyntaxErrorInfo error);
    std::nullptr_t raiseAtLast(std::string message, const char* kind = "SyntaxError");
    std::nullptr_t raiseInLiteral(std::string problem);
    std::nullptr_t raiseSpan(Span span, std::string message);
    std::nullptr_t raiseAt(const Node* node, std::string message) {
        return raiseSpan(node->span, std::move(message));
    }
    std::nullptr_t raiseAt(const Token& token, std::string message);
    std::nullptr_t raiseRange(const Node* first, const Node* last, std::string message) {
        return raiseSpan(scenario::join(first->span, last->span), std::move(message));
    }
    std::nullptr_t raiseFrom(const Token& start, std::string message);
    std::nullptr_t raiseFrom(const Node* start, std::string message);
    std::nullptr_t raiseInvalidTarget(TargetKind kind, Expression* target);
    std::nullptr_t raiseIndentation(const char* what, int line);
    void raiseLexical();
    void raiseUnclosed();
    void finishError(std::size_t furthestOfFirstPass);
    void preferLexicalError();
    /// A `:` is missing at the end of the line.
    bool missingColon();
    bool missingBlock(const char* what, int line);

    bool invalidExpression();
    bool invalidLegacyExpression();
    void invalidNamedExpression();
    void invalidAssignment();
    Expression* invalidAnnotationTarget();
    void invalidComprehension(TokenType open);
    bool foundWrongComprehension();
    void invalidDictComprehension();
    void invalidDoubleStarredPairs();
    void invalidKeyValue();
    void invalidDictionaryValue();
    void invalidArguments();
    void bareGeneratorArgument();
    void lateGeneratorArgument(const Arguments& arguments);
    void invalidKeywordArgument();
    void invalidForTarget();
    void invalidGroup();
    void invalidWithItem();
    void invalidParameters(bool lambda);
    void lateParameterWithoutDefault(bool lambda);
    void skipParametersWithoutDefault(bool lambda);
    int skipParametersMaybeDefault(bool lambda);
    void bracketedParameters(bool lambda);
    void misplacedSlash(bool lambda);
    void invalidStarEtc(bool lambda);
    void invalidKeywordsParameter(bool lambda);
    void invalidIf(TokenType keyword, const char* what);
    void invalidElse();
    void invalidFor();
    void invalidWithIndent();
    void invalidWith();
    void invalidTry();
    void invalidExceptIndent();
    void invalidExcept();
    void invalidFinally();
    void invalidDef();
    void invalidClass();
    void invalidMatch();
    void invalidCase();
    void invalidAsPattern();
    void invalidClassPattern();
    bool withItemsWithoutCheck(bool parenthesised);
    Expression* expressionWithoutInvalid();

    // --- statements (parse_statements.cpp, parse_compound.cpp) -------------

    bool statement(Children<Statement>& into);
    bool simpleStatements(Children<Statement>& into);
    Statement* simpleStatement();
    Statement* simpleStatementUnkept();
    Statement* expressionStatement();
    Statement* assignmentDiagnosing();
    Statement* annotatedAssignment(const Token& start, Expression* target, bool isSimple);
    Statement* returnStatement();
    Statement* raiseStatement();
    Statement* deleteStatement();
    Statement* assertStatement();
    Statement* importStatement();
    Statement* importFromStatement();
    bool importTargets(Children<Alias>& into);
    bool importNames(Children<Alias>& into);
    Statement* scopeStatement(bool isGlobal);
    Alias* dottedAlias();
    Identifier dottedName();
    Expression* annotatedValue();  // yield_expr | star_expressions
    std::optional<BinaryOperator> augmentedOperator();

    Statement* compoundStatement();
    NodeList<Statement>* block();
    NodeList<Statement>* blockUnkept();
    bool elseBlock(NodeList<Statement>& into);
    Statement* decorated();
    Statement* functionDefinition(NodeList<Expression> decorators);
    Statement* classDefinition(NodeList<Expression> decorators);
    struct Condition {
        const Token* start = nullptr;
        Expression* test = nullptr;
        NodeList<Statement>* body = nullptr;
    };
    bool condition(TokenType keyword, Condition& out);
    Statement* ifStatement();
    Statement* whileStatement();
    Statement* forStatement();
    Statement* withStatement();
    bool withItems(Children<WithItem>& into, bool parenthesised);
    WithItem* withItem();
    Statement* tryStatement();
    ExceptHandler* exceptHandler(bool isStar);
    Statement* matchStatement();
    Expression* subjectExpression();
    MatchCase* matchCase();

    // --- patterns (parse_patterns.cpp) -------------------------------------

    Pattern* patterns();
    Pattern* pattern();
    Pattern* orPattern();
    Pattern* closedPattern();
    Pattern* closedPatternUnkept();
    Pattern* maybeStarPattern();
    bool sequenceItems(Children<Pattern>& into);
    bool restOfSequence(Pattern* first, Children<Pattern>& into);
    Pattern* groupOrSequencePattern();
    Pattern* mappingPattern();
    Pattern* classPattern();
    Expression* literalExpression();
    Expression* signedNumber();
    Expression* complexNumber();
    Expression* dottedPatternName();
    const Token* captureTarget();

    // --- expressions (parse_expressions.cpp) -------------------------------

    Expression* expression();
    Expression* plainExpression();
    Expression* yieldExpression();
    Expression* starExpressions();
    Expression* starExpression();
    Expression* starNamedExpression();
    bool starNamedExpressions(Children<Expression>& into);
    Expression* expressions();
    Expression* assignmentExpression();
    Expression* namedExpression();
    Expression* assignmentOrExpression();  // assignment_expression | expression !':='
    Expression* disjunction();
    Expression* conjunction();
    Expression* inversion();
    Expression* comparison();
    std::optional<CompareOperator> compareOperator();
    Expression* bitwiseOr();
    Expression* binary(int minimum);
    Expression* factor();
    Expression* factorUnkept();
    Expression* power();
    Expression* awaitPrimary();
    Expression* lambda();

    // --- primaries (parse_primaries.cpp) -----------------------------------

    Expression* primary();
    Expression* primaryUnkept();
    Expression* call(Expression* function);
    Expression* subscript(Expression* value);
    Expression* slices();
    Expression* slice();
    Expression* atom();
    Expression* parenthesised();
    Expression* parenthesisedDiagnosing();
    Expression* tuple();
    Expression* group();
    Expression* generator();
    template <typename Node>
    Expression* comprehension(Expression* (Parser::*parseElement)(), TokenType closing);
    Expression* bracketed();
    Expression* braced();
    Expression* bracedDiagnosing();
    Expression* dictDisplay();
    Expression* dictComprehension();
    bool keyValuePairs(Children<Expression>& keys, Children<Expression>& values);
    bool keyValuePair(KeyValue& pair);
    bool plainKeyValue(KeyValue& pair);
    bool comprehensionClauses(Children<Comprehension>& into);
    Comprehension* comprehensionClause();
    Expression* forTarget(bool& isAsync);
    Arguments* arguments(bool mayBeGenerator = true);
    Arguments* argumentsUnkept(bool mayBeGenerator);
    struct ArgumentLists;
    Arguments* plainArguments();
    bool positionalArgument(ArgumentLists& lists);
    bool keywordArgument(ArgumentLists& lists, bool doubleStarred);
    Expression* starredArgument();
    Expression* numberLiteral();

    // --- string literals (parse_strings.cpp) -------------------------------

    Expression* strings();
    Expression* stringsUnkept();
    friend class FormatStringParser;

    // --- parameters (parse_parameters.cpp) ---------------------------------

    Parameters* parameters(bool lambda);
    struct ParameterLists;
    Parameters* plainParameters(bool lambda);
    bool positionalParameters(ParameterLists& lists, bool lambda);
    int keywordOnlyParameters(ParameterLists& lists, bool lambda);
    bool starParameters(ParameterLists& lists, bool lambda);
    void doubleStarParameter(ParameterLists& lists, bool lambda);
    Parameter* parameter(bool lambda, bool starAnnotation = false);
    bool parameterEnd(bool lambda);  // ',' | &terminator
    bool defaultValue(Expression*& value);
    Parameter* parameterWithoutDefault(bool lambda);
    bool parameterWithDefault(bool lambda);
    bool parameterMaybeDefault(bool lambda);
    bool slashParameters(bool lambda, bool withDefault);

    // --- targets (parse_targets.cpp) ---------------------------------------

    Expression* starTargets();
    Expression* starTarget();
    Expression* starTargetUnkept();
    Expression* deleteTarget();
    Expression* singleTarget();

    Arena& arena_;
    TokenList& list_;
    const std::vector<Token>& tokens_;
    std::size_t pos_ = 0;
    std::size_t furthest_ = 0;  // how many tokens have been looked at
    std::optional<SyntaxErrorInfo> error_;
    bool errorIsLexical_ = false;
    bool isField_ = false;       // a replacement field of an f-string
    bool diagnosing_ = false;    // the second pass
    bool invalidRules_ = false;  // … and the invalid rules are on
    bool keeping_ = false;       // results of rules are kept: text is read more than once
    int depth_ = 0;
    std::vector<void*> scratch_;  // children of the nodes under construction
    std::unordered_map<std::uint64_t, std::pair<void*, std::size_t>> kept_;
};

/// Collects the children of a node on the parser's own stack, then moves them
/// into the arena.
template <class T>
class Parser::Children {
public:
    explicit Children(Parser& parser) : parser_(parser), begin_(parser.scratch_.size()) {}
    ~Children() { parser_.scratch_.resize(begin_); }
    Children(const Children&) = delete;
    Children& operator=(const Children&) = delete;

    void add(T* child) { items_().push_back(child); }
    [[nodiscard]] std::size_t size() const {
        return own_ ? list_.size() : parser_.scratch_.size() - begin_;
    }
    [[nodiscard]] bool empty() const { return size() == 0; }
    [[nodiscard]] T* operator[](std::size_t i) const {
        return static_cast<T*>(own_ ? list_[i] : parser_.scratch_[begin_ + i]);
    }
    [[nodiscard]] T* back() const { return (*this)[size() - 1]; }
    /// Uses a list of its own: for two lists that grow at the same time.
    void separate() { own_ = true; }

    [[nodiscard]] NodeList<T> finish() const {
        if (empty()) return {};
        T** memory = static_cast<T**>(parser_.arena_.allocate(size() * sizeof(T*), alignof(T*)));
        for (std::size_t i = 0; i < size(); ++i) memory[i] = (*this)[i];
        return {memory, size()};
    }

private:
    std::vector<void*>& items_() { return own_ ? list_ : parser_.scratch_; }

    Parser& parser_;
    std::size_t begin_;
    bool own_ = false;
    std::vector<void*> list_;
};

/// Counts nested rules, so that no input can exhaust the C++ stack. CPython
/// too limits them, and raises a MemoryError (Parser/parser.c: MAXSTACK).
class Parser::DepthGuard {
public:
    explicit DepthGuard(Parser& parser) : parser_(parser) {
        if (++parser_.depth_ > kMaximumNesting) {
            parser_.raise({"MemoryError", "the program is nested too deeply", parser_.peek().line,
                           parser_.peek().column, 0, -1});
        }
    }
    ~DepthGuard() { --parser_.depth_; }
    DepthGuard(const DepthGuard&) = delete;
    DepthGuard& operator=(const DepthGuard&) = delete;

    [[nodiscard]] bool tooDeep() const { return parser_.depth_ > kMaximumNesting; }

private:
    static constexpr int kMaximumNesting = 2000;
    Parser& parser_;
};

template <class Parse>
auto Parser::kept(Rule rule, Parse parse) -> decltype(parse()) {
    if (!keeping_) return parse();
    using Result = decltype(parse());
    const std::uint64_t key =
        static_cast<std::uint64_t>(pos_) << 8U | static_cast<std::uint64_t>(rule);
    if (const auto found = kept_.find(key); found != kept_.end()) {
        pos_ = found->second.second;
        return static_cast<Result>(found->second.first);
    }
    const std::size_t start = pos_;
    Result result = parse();
    if (result == nullptr) pos_ = start;
    kept_.insert_or_assign(key, std::pair<void*, std::size_t>(result, pos_));
    return result;
}

/// Removes the const of a token's or node's description for messages.
[[nodiscard]] const char* expressionName(const Expression* expression);

/// Makes a target of an expression: sets the context of it and of its parts.
void setContext(Expression* expression, ExprContext context);
[[nodiscard]] bool isStarTarget(const Expression* expression);
[[nodiscard]] bool isDeleteTarget(const Expression* expression);

}  // namespace coroscope::language
