/// The `invalid_…` rules for statements, parameters and patterns; see
/// syntax_errors.cpp.

#include <fmt/format.h>

#include "engine/language/parser_state.h"

namespace coroscope::language {

/// NEWLINE where a ':' was needed.
bool Parser::missingColon() {
    if (!is(Tok::Newline)) return false;
    raiseAtLast("expected ':'");
    return true;
}

/// ':' NEWLINE !INDENT
bool Parser::missingBlock(const char* what, int line) {
    if (!accept(Tok::Colon) || !accept(Tok::Newline) || is(Tok::Indent) || failed()) return false;
    raiseIndentation(what, line);
    return true;
}

/// invalid_if_stmt, invalid_elif_stmt, invalid_while_stmt
void Parser::invalidIf(Tok keyword, const char* what) {
    const int line = peek().line;
    if (!accept(keyword) || namedExpression() == nullptr) return;
    if (!missingColon()) missingBlock(what, line);
}

void Parser::invalidElse() {
    const int line = peek().line;
    ++pos_;
    missingBlock("'else' statement", line);
}

void Parser::invalidFinally() {
    const int line = peek().line;
    ++pos_;
    missingBlock("'finally' statement", line);
}

void Parser::invalidFor() {
    accept(Tok::Async);
    const int line = peek().line;
    if (!accept(Tok::For) || starTargets() == nullptr || !accept(Tok::In) ||
        starExpressions() == nullptr)
        return;
    if (!missingColon()) missingBlock("'for' statement", line);
}

void Parser::invalidDef() {
    accept(Tok::Async);
    const int line = peek().line;
    if (!accept(Tok::Def) || !accept(Tok::Name) || !accept(Tok::LeftParen)) return;
    const std::size_t inside = pos_;
    if (parameters(false) == nullptr) pos_ = inside;
    if (failed() || !accept(Tok::RightParen)) return;
    if (const std::size_t end = pos_; accept(Tok::Arrow) && expression() == nullptr) pos_ = end;
    missingBlock("function definition", line);
}

void Parser::invalidClass() {
    const int line = peek().line;
    if (!accept(Tok::Class) || !accept(Tok::Name)) return;
    if (const std::size_t end = pos_; accept(Tok::LeftParen)) {
        if (arguments() == nullptr) pos_ = end + 1;
        if (failed()) return;
        if (!accept(Tok::RightParen)) pos_ = end;
    }
    if (!missingColon()) missingBlock("class definition", line);
}

// ---------------------------------------------------------------------------
// with
// ---------------------------------------------------------------------------

/// ','.(expression ['as' star_target])+, or the same in brackets with
/// `expressions`
bool Parser::withItemsWithoutCheck(bool parenthesised) {
    if (parenthesised && !accept(Tok::LeftParen)) return false;
    bool any = false;
    std::size_t end = pos_;
    for (;;) {
        Expression* context = parenthesised ? expressions() : expression();
        if (context == nullptr) break;
        any = true;
        end = pos_;
        if (accept(Tok::As)) {
            if (starTarget() != nullptr) {
                end = pos_;
            } else {
                pos_ = end;
            }
        }
        if (failed() || !accept(Tok::Comma)) break;
    }
    if (!any || failed()) return false;
    pos_ = end;
    if (!parenthesised) return true;
    accept(Tok::Comma);
    return accept(Tok::RightParen);
}

void Parser::invalidWithIndent() {
    const std::size_t start = pos_;
    for (const bool isParenthesised : {false, true}) {
        pos_ = start;
        accept(Tok::Async);
        const int line = peek().line;
        if (!accept(Tok::With)) return;
        if (withItemsWithoutCheck(isParenthesised)) missingBlock("'with' statement", line);
        if (failed()) return;
    }
}

void Parser::invalidWith() {
    const std::size_t start = pos_;
    for (const bool isParenthesised : {false, true}) {
        pos_ = start;
        accept(Tok::Async);
        if (!accept(Tok::With)) return;
        if (withItemsWithoutCheck(isParenthesised)) missingColon();
        if (failed()) return;
    }
}

void Parser::invalidWithItem() {
    if (expression() == nullptr || !accept(Tok::As)) return;
    Expression* target = expression();
    if (target != nullptr && (is(Tok::Comma) || is(Tok::RightParen) || is(Tok::Colon))) {
        raiseInvalidTarget(TargetKind::Star, target);
    }
}

// ---------------------------------------------------------------------------
// try
// ---------------------------------------------------------------------------

void Parser::invalidTry() {
    const std::size_t start = pos_;
    const int line = peek().line;
    ++pos_;
    if (missingBlock("'try' statement", line) || failed()) return;
    pos_ = start + 1;
    if (!accept(Tok::Colon)) return;
    const std::size_t afterColon = pos_;
    if (block() != nullptr && !is(Tok::Except) && !is(Tok::Finally)) {
        raiseAtLast("expected 'except' or 'finally' block");
    }
    if (failed()) return;
    // 'try' ':' block* except_block+ 'except' '*' …, and the other way round
    for (const bool isStar : {false, true}) {
        pos_ = afterColon;
        for (std::size_t before = pos_; block() != nullptr; before = pos_) {
            if (before == pos_) break;
        }
        if (failed()) return;
        int handlers = 0;
        while (is(Tok::Except) && (isNext(Tok::Star) == isStar)) {
            const std::size_t before = pos_;
            if (exceptHandler(isStar) == nullptr) {
                pos_ = before;
                break;
            }
            ++handlers;
        }
        if (failed()) return;
        const Token& except = peek();
        if (handlers == 0 || !accept(Tok::Except)) continue;
        const Token& star = peek();
        if (!isStar && !accept(Tok::Star)) continue;
        const std::size_t end = pos_;
        Expression* type = expression();
        if (failed()) return;
        if (type == nullptr) {
            if (!isStar) continue;
            pos_ = end;
        } else if (is(Tok::As) && isNext(Tok::Name)) {
            pos_ += 2;
        }
        if (!is(Tok::Colon)) continue;
        const Token& last = isStar ? except : star;
        raiseSpan({except.line, except.column, last.endLine, last.endColumn},
                  "cannot have both 'except' and 'except*' on the same 'try'");
        return;
    }
}

/// invalid_except_stmt_indent, invalid_except_star_stmt_indent
void Parser::invalidExceptIndent() {
    const std::size_t start = pos_;
    const int line = peek().line;
    ++pos_;
    const bool isStar = accept(Tok::Star);
    if (isStar) {
        pos_ = start;
        invalidExcept();  // asked first by except_block
        if (failed()) return;
        pos_ = start + 2;
    }
    const std::size_t afterKeyword = pos_;
    if (expression() != nullptr) {
        if (is(Tok::As) && isNext(Tok::Name)) pos_ += 2;
    } else {
        if (isStar) return;
        pos_ = afterKeyword;
    }
    if (!failed()) missingBlock(isStar ? "'except*' statement" : "'except' statement", line);
}

void Parser::invalidExcept() {
    ++pos_;
    const std::size_t afterKeyword = pos_;
    const bool isStar = accept(Tok::Star);
    const std::size_t beforeType = pos_;
    const auto alias = [this] {
        if (is(Tok::As) && isNext(Tok::Name)) pos_ += 2;
    };
    Expression* type = expression();
    if (failed()) return;
    if (type != nullptr && accept(Tok::Comma)) {
        if (expressions() != nullptr) {
            alias();
            if (accept(Tok::Colon)) {
                raiseFrom(type, "multiple exception types must be parenthesized");
                return;
            }
        }
        if (failed()) return;
    }
    if (type != nullptr) {
        pos_ = beforeType;
        expression();
        alias();
        if (missingColon()) return;
    }
    pos_ = afterKeyword;
    if (!isStar) {
        missingColon();
        return;
    }
    ++pos_;
    if (is(Tok::Newline) || is(Tok::Colon)) raiseAtLast("expected one or more exception types");
}

// ---------------------------------------------------------------------------
// match
// ---------------------------------------------------------------------------

void Parser::invalidMatch() {
    const int line = peek().line;
    ++pos_;
    if (subjectExpression() == nullptr) return;
    if (!missingColon()) missingBlock("'match' statement", line);
}

void Parser::invalidCase() {
    const int line = peek().line;
    ++pos_;
    if (patterns() == nullptr) return;
    if (const std::size_t end = pos_; accept(Tok::If) && namedExpression() == nullptr) pos_ = end;
    if (failed()) return;
    if (!missingColon()) missingBlock("'case' statement", line);
}

void Parser::invalidAsPattern() {
    if (orPattern() == nullptr || !accept(Tok::As)) return;
    const Token& target = peek();
    if (isName("_")) {
        raiseAt(target, "cannot use '_' as a target");
        return;
    }
    if (target.type == Tok::Name) return;
    if (Expression* expression = this->expression()) raiseAt(expression, "invalid pattern target");
}

/// name_or_attr '(' [positional ','] keywords ',' positional
void Parser::invalidClassPattern() {
    if (dottedPatternName() == nullptr || !accept(Tok::LeftParen)) return;
    bool keywords = false;
    Pattern* first = nullptr;
    Pattern* last = nullptr;
    for (;;) {
        const bool isKeyword = is(Tok::Name) && isNext(Tok::Equal);
        if (isKeyword && first != nullptr) break;
        if (isKeyword) pos_ += 2;
        Pattern* item = pattern();
        if (item == nullptr) break;
        if (isKeyword) {
            keywords = true;
        } else if (keywords) {
            if (first == nullptr) first = item;
            last = item;
        }
        if (!accept(Tok::Comma)) break;
    }
    if (first != nullptr && !failed())
        raiseRange(first, last, "positional patterns follow keyword patterns");
}

// ---------------------------------------------------------------------------
// Parameters
// ---------------------------------------------------------------------------

/// invalid_parameters, invalid_lambda_parameters
void Parser::invalidParameters(bool lambda) {
    const std::size_t start = pos_;
    lateParameterWithoutDefault(lambda);
    if (failed()) return;
    pos_ = start;
    bracketedParameters(lambda);
    if (failed()) return;
    pos_ = start;
    misplacedSlash(lambda);
}

/// param_no_default* (slash_with_default | param_with_default+) param_no_default
void Parser::lateParameterWithoutDefault(bool lambda) {
    skipParametersWithoutDefault(lambda);
    bool defaults = slashParameters(lambda, true);
    if (!defaults) {
        while (parameterWithDefault(lambda)) defaults = true;
    }
    if (failed() || !defaults) return;
    if (const Parameter* late = parameterWithoutDefault(lambda))
        raiseAt(late, "non-default argument follows default argument");
}

void Parser::skipParametersWithoutDefault(bool lambda) {
    while (parameterWithoutDefault(lambda) != nullptr) {
    }
}

/// Gives how many there are.
int Parser::skipParametersMaybeDefault(bool lambda) {
    int count = 0;
    while (!failed() && parameterMaybeDefault(lambda)) ++count;
    return count;
}

/// param_no_default* '(' param_no_default+ ','? ')'
void Parser::bracketedParameters(bool lambda) {
    skipParametersWithoutDefault(lambda);
    const Token& open = peek();
    if (failed() || !accept(Tok::LeftParen)) return;
    bool any = false;
    if (lambda) {
        while (parameter(true) != nullptr) {
            any = true;
            if (!accept(Tok::Comma)) break;
        }
    } else {
        while (parameterWithoutDefault(false) != nullptr) any = true;
        accept(Tok::Comma);
    }
    const Token& close = peek();
    if (any && accept(Tok::RightParen)) {
        raiseSpan({open.line, open.column, close.endLine, close.endColumn},
                  lambda ? "Lambda expression parameters cannot be parenthesized"
                         : "Function parameters cannot be parenthesized");
    }
}

/// A '/' with nothing before it, a second one, one behind '*', and one just before it.
void Parser::misplacedSlash(bool lambda) {
    const std::size_t start = pos_;
    const auto slash = [&] {
        return slashParameters(lambda, false) || slashParameters(lambda, true);
    };
    if (is(Tok::Slash) && isNext(Tok::Comma)) {
        raiseAt(peek(), "at least one argument must precede /");
        return;
    }
    if (slash()) {
        skipParametersMaybeDefault(lambda);
        if (is(Tok::Slash)) {
            raiseAt(peek(), "/ may appear only once");
            return;
        }
    }
    if (failed()) return;

    pos_ = start;
    slash();
    skipParametersMaybeDefault(lambda);
    if (failed()) return;
    if (accept(Tok::Star) && (accept(Tok::Comma) || parameterWithoutDefault(lambda) != nullptr)) {
        skipParametersMaybeDefault(lambda);
        if (is(Tok::Slash)) {
            raiseAt(peek(), "/ must be ahead of *");
            return;
        }
    }
    if (failed()) return;

    pos_ = start;
    if (skipParametersMaybeDefault(lambda) > 0 && !failed() && accept(Tok::Slash) && is(Tok::Star))
        raiseAt(peek(), "expected comma between / and *");
}

/// invalid_star_etc, invalid_lambda_star_etc
void Parser::invalidStarEtc(bool lambda) {
    const std::size_t start = pos_;
    const Tok end = lambda ? Tok::Colon : Tok::RightParen;
    const Token& star = peek();
    ++pos_;
    const bool bare = is(end) || (is(Tok::Comma) && (isNext(end) || isNext(Tok::DoubleStar)));
    if (bare) {
        if (lambda) {
            raiseAtLast("named arguments must follow bare *");
        } else {
            raiseAt(star, "named arguments must follow bare *");
        }
        return;
    }
    if (parameter(lambda) != nullptr && is(Tok::Equal)) {
        raiseAt(peek(), "var-positional argument cannot have default value");
        return;
    }
    if (failed()) return;
    pos_ = start + 1;
    if (!accept(Tok::Comma) && parameterWithoutDefault(lambda) == nullptr) return;
    while (!failed() && parameterMaybeDefault(lambda)) {
    }
    const Token& second = peek();
    if (failed() || !accept(Tok::Star)) return;
    if (is(Tok::Comma) || parameterWithoutDefault(lambda) != nullptr) {
        raiseAt(second, "* argument may appear only once");
    }
}

/// invalid_kwds, invalid_lambda_kwds
void Parser::invalidKeywordsParameter(bool lambda) {
    ++pos_;
    if (parameter(lambda) == nullptr) return;
    if (is(Tok::Equal)) {
        raiseAt(peek(), "var-keyword argument cannot have default value");
        return;
    }
    if (!accept(Tok::Comma)) return;
    const Token& next = peek();
    const char* message = "arguments cannot follow var-keyword argument";
    if (const Parameter* late = parameter(lambda)) {
        raiseAt(late, message);
    } else if (next.type == Tok::Star || next.type == Tok::DoubleStar || next.type == Tok::Slash) {
        raiseAt(next, message);
    }
}

}  // namespace coroscope::language
