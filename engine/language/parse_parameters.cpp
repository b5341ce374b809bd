/// Parameters of functions and lambdas (Grammar/python.gram: "Function
/// parameters", "Lambda functions"). A lambda's have no annotations and end at
/// a colon, a function's end at a bracket.

#include "engine/language/parser_state.h"

namespace coroscope::language {

/// params, lambda_params. Null if there is none, or if they are wrong.
Parameters* Parser::parameters(bool lambda) {
    if (invalidRules_) {
        const std::size_t start = pos_;
        invalidParameters(lambda);
        if (failed()) return nullptr;
        pos_ = start;
    }
    return plainParameters(lambda);
}

/// ',' or, not read, the end of the list
bool Parser::parameterEnd(bool lambda) {
    return accept(Tok::Comma) || is(lambda ? Tok::Colon : Tok::RightParen);
}

/// param: NAME [':' expression]; `*args: *annotation` too
Parameter* Parser::parameter(bool lambda, bool starAnnotation) {
    const Token& name = peek();
    if (name.type != Tok::Name) return nullptr;
    ++pos_;
    Expression* annotation = nullptr;
    if (!lambda && is(Tok::Colon)) {
        const std::size_t end = pos_;
        ++pos_;
        annotation = starAnnotation ? starExpression() : expression();
        if (annotation == nullptr) pos_ = end;
    }
    return make<Parameter>(spanFrom(name), identifier(name), annotation);
}

/// default: '=' expression
bool Parser::defaultValue(Expression*& value) {
    const std::size_t start = pos_;
    if (!accept(Tok::Equal)) return false;
    value = expression();
    if (value != nullptr) return true;
    if (invalidRules_ && !failed()) {
        pos_ = start + 1;
        if (is(Tok::RightParen) || is(Tok::Comma))
            raiseAt(tokens_[start], "expected default value expression");
    }
    pos_ = start;
    return false;
}

Parameter* Parser::parameterWithoutDefault(bool lambda) {
    const std::size_t start = pos_;
    Parameter* result = parameter(lambda);
    if (result != nullptr && parameterEnd(lambda)) return result;
    pos_ = start;
    return nullptr;
}

bool Parser::parameterWithDefault(bool lambda) {
    const std::size_t start = pos_;
    Expression* value = nullptr;
    if (parameter(lambda) != nullptr && defaultValue(value) && parameterEnd(lambda)) return true;
    pos_ = start;
    return false;
}

bool Parser::parameterMaybeDefault(bool lambda) {
    const std::size_t start = pos_;
    Expression* value = nullptr;
    if (parameter(lambda) != nullptr) {
        defaultValue(value);
        if (!failed() && parameterEnd(lambda)) return true;
    }
    pos_ = start;
    return false;
}

/// slash_no_default, slash_with_default
bool Parser::slashParameters(bool lambda, bool withDefault) {
    const std::size_t start = pos_;
    int without = 0;
    int with = 0;
    while (parameterWithoutDefault(lambda) != nullptr) ++without;
    while (withDefault && parameterWithDefault(lambda)) ++with;
    if ((withDefault ? with : without) > 0 && accept(Tok::Slash) && parameterEnd(lambda))
        return true;
    pos_ = start;
    return false;
}

Parameters* Parser::plainParameters(bool lambda) {
    Parameters result;
    Children<Parameter> positional(*this);
    Children<Expression> defaults(*this);
    Children<Parameter> keywordOnly(*this);
    Children<Expression> keywordDefaults(*this);
    defaults.separate();
    keywordOnly.separate();
    keywordDefaults.separate();
    std::size_t positionalOnly = 0;
    bool matched = false;

    // Positional parameters, and the '/' among them.
    for (;;) {
        const std::size_t start = pos_;
        if (is(Tok::Slash)) {
            if (positional.empty() || positionalOnly != 0) break;
            ++pos_;
            if (!parameterEnd(lambda)) {
                pos_ = start;
                break;
            }
            positionalOnly = positional.size();
            continue;
        }
        Parameter* next = parameter(lambda);
        if (next == nullptr) break;
        Expression* value = nullptr;
        defaultValue(value);
        if (failed()) return nullptr;
        if (!parameterEnd(lambda) || (value == nullptr && !defaults.empty())) {
            pos_ = start;
            break;
        }
        positional.add(next);
        if (value != nullptr) defaults.add(value);
        matched = true;
    }

    // star_etc
    const auto keywordParameters = [&] {
        int count = 0;
        for (;; ++count) {
            const std::size_t start = pos_;
            Parameter* next = parameter(lambda);
            Expression* value = nullptr;
            if (next != nullptr) defaultValue(value);
            if (next == nullptr || failed() || !parameterEnd(lambda)) {
                pos_ = start;
                return count;
            }
            keywordOnly.add(next);
            keywordDefaults.add(value);
        }
    };
    const auto doubleStarred = [&] {
        if (!is(Tok::DoubleStar)) return;
        const std::size_t start = pos_;
        if (invalidRules_) {
            invalidKeywordsParameter(lambda);
            if (failed()) return;
            pos_ = start;
        }
        ++pos_;
        result.starStarArgs = parameterWithoutDefault(lambda);
        if (result.starStarArgs == nullptr) pos_ = start;
        matched = matched || result.starStarArgs != nullptr;
    };

    const std::size_t star = pos_;
    if (is(Tok::Star)) {
        if (invalidRules_) {
            invalidStarEtc(lambda);
            if (failed()) return nullptr;
            pos_ = star;
        }
        ++pos_;
        bool valid = false;
        if (accept(Tok::Comma)) {
            valid = keywordParameters() > 0;
        } else {
            result.starArgs = parameter(lambda, true);
            valid = result.starArgs != nullptr && parameterEnd(lambda);
            if (valid) keywordParameters();
        }
        if (failed()) return nullptr;
        if (valid) {
            matched = true;
            doubleStarred();
        } else {
            pos_ = star;
        }
    } else {
        doubleStarred();
    }
    if (!matched || failed()) return nullptr;

    const NodeList<Parameter> all = positional.finish();
    result.positionalOnly = all.first(positionalOnly);
    result.positional = all.subspan(positionalOnly);
    result.defaults = defaults.finish();
    result.keywordOnly = keywordOnly.finish();
    result.keywordDefaults = keywordDefaults.finish();
    return arena_.create<Parameters>(result);
}

}  // namespace coroscope::language
