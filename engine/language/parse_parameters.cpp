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

/// The parts of a parameter list as they are found.
struct Parser::ParameterLists {
    explicit ParameterLists(Parser& parser)
        : positional(parser), defaults(parser), keywordOnly(parser), keywordDefaults(parser) {
        defaults.separate();
        keywordOnly.separate();
        keywordDefaults.separate();
    }
    Children<Parameter> positional;
    Children<Expression> defaults;
    Children<Parameter> keywordOnly;
    Children<Expression> keywordDefaults;
    std::size_t positionalOnly = 0;  ///< of `positional`, before a '/'
    Parameter* starArgs = nullptr;
    Parameter* starStarArgs = nullptr;
};

/// Positional parameters, and the '/' among them. False: an error was raised.
bool Parser::positionalParameters(ParameterLists& lists, bool lambda) {
    for (;;) {
        const std::size_t start = pos_;
        if (is(Tok::Slash)) {
            if (lists.positional.empty() || lists.positionalOnly != 0) return true;
            ++pos_;
            if (!parameterEnd(lambda)) {
                pos_ = start;
                return true;
            }
            lists.positionalOnly = lists.positional.size();
            continue;
        }
        Parameter* next = parameter(lambda);
        if (next == nullptr) return true;
        Expression* value = nullptr;
        defaultValue(value);
        if (failed()) return false;
        if (!parameterEnd(lambda) || (value == nullptr && !lists.defaults.empty())) {
            pos_ = start;
            return true;
        }
        lists.positional.add(next);
        if (value != nullptr) lists.defaults.add(value);
    }
}

/// Those after the star; gives how many there are.
int Parser::keywordOnlyParameters(ParameterLists& lists, bool lambda) {
    for (int count = 0;; ++count) {
        const std::size_t start = pos_;
        Parameter* next = parameter(lambda);
        Expression* value = nullptr;
        if (next != nullptr) defaultValue(value);
        if (next == nullptr || failed() || !parameterEnd(lambda)) {
            pos_ = start;
            return count;
        }
        lists.keywordOnly.add(next);
        lists.keywordDefaults.add(value);
    }
}

/// star_etc: '*' and what may follow it. False: there is none.
bool Parser::starParameters(ParameterLists& lists, bool lambda) {
    const std::size_t star = pos_;
    if (invalidRules_) {
        invalidStarEtc(lambda);
        if (failed()) return false;
        pos_ = star;
    }
    ++pos_;
    bool valid = false;
    if (accept(Tok::Comma)) {
        valid = keywordOnlyParameters(lists, lambda) > 0;
    } else {
        lists.starArgs = parameter(lambda, true);
        valid = lists.starArgs != nullptr && parameterEnd(lambda);
        if (valid) keywordOnlyParameters(lists, lambda);
    }
    if (!valid && !failed()) pos_ = star;
    return valid && !failed();
}

/// kwds: '**' and the last parameter.
void Parser::doubleStarParameter(ParameterLists& lists, bool lambda) {
    if (!is(Tok::DoubleStar)) return;
    const std::size_t start = pos_;
    if (invalidRules_) {
        invalidKeywordsParameter(lambda);
        if (failed()) return;
        pos_ = start;
    }
    ++pos_;
    lists.starStarArgs = parameterWithoutDefault(lambda);
    if (lists.starStarArgs == nullptr) pos_ = start;
}

Parameters* Parser::plainParameters(bool lambda) {
    ParameterLists lists(*this);
    if (!positionalParameters(lists, lambda)) return nullptr;
    bool matched = !lists.positional.empty();
    if (is(Tok::Star)) {
        const bool starred = starParameters(lists, lambda);
        if (failed()) return nullptr;
        if (starred) doubleStarParameter(lists, lambda);
        matched = matched || starred;
    } else {
        doubleStarParameter(lists, lambda);
    }
    matched = matched || lists.starStarArgs != nullptr;
    if (!matched || failed()) return nullptr;

    Parameters result;
    const NodeList<Parameter> all = lists.positional.finish();
    result.positionalOnly = all.first(lists.positionalOnly);
    result.positional = all.subspan(lists.positionalOnly);
    result.starArgs = lists.starArgs;
    result.keywordOnly = lists.keywordOnly.finish();
    result.keywordDefaults = lists.keywordDefaults.finish();
    result.starStarArgs = lists.starStarArgs;
    result.defaults = lists.defaults.finish();
    return arena_.create<Parameters>(result);
}

}  // namespace coroscope::language
