/// Patterns of `case` (Grammar/python.gram: "Match statement").

#include "engine/language/parser_state.h"

namespace coroscope::language {

/// patterns: open_sequence_pattern | pattern
Pattern* Parser::patterns() {
    const Token& start = peek();
    Pattern* first = maybeStarPattern();
    if (first == nullptr) return nullptr;
    if (!is(Tok::Comma)) return first->kind == NodeKind::MatchStar ? nullptr : first;
    Children<Pattern> items(*this);
    if (!restOfSequence(first, items)) return nullptr;
    return make<MatchSequence>(spanFrom(start), items.finish());
}

/// pattern: or_pattern ['as' pattern_capture_target]
Pattern* Parser::pattern() {
    const DepthGuard guard(*this);
    if (guard.tooDeep()) return nullptr;
    const Token& start = peek();
    const std::size_t begin = pos_;
    Pattern* inner = orPattern();
    if (inner == nullptr || !is(Tok::As)) return inner;
    const std::size_t end = pos_;
    ++pos_;
    if (const Token* target = captureTarget()) {
        return make<MatchAs>(spanFrom(start), inner, identifier(*target));
    }
    if (invalidRules_ && !failed()) {
        pos_ = begin;
        invalidAsPattern();
    }
    pos_ = end;
    return failed() ? nullptr : inner;
}

/// or_pattern: '|'.closed_pattern+
Pattern* Parser::orPattern() {
    const Token& start = peek();
    Pattern* first = closedPattern();
    if (first == nullptr || !is(Tok::Bar)) return first;
    Children<Pattern> alternatives(*this);
    alternatives.add(first);
    while (is(Tok::Bar)) {
        const std::size_t end = pos_;
        ++pos_;
        Pattern* next = closedPattern();
        if (next == nullptr) {
            pos_ = end;
            break;
        }
        alternatives.add(next);
    }
    if (alternatives.size() == 1) return first;
    return make<MatchOr>(spanFrom(start), alternatives.finish());
}

Pattern* Parser::closedPattern() {
    return kept(Rule::ClosedPattern, [this] { return closedPatternUnkept(); });
}

Pattern* Parser::closedPatternUnkept() {
    const Token& start = peek();
    const std::size_t begin = pos_;
    const auto singleton = [&](ConstantType value) {
        ++pos_;
        return make<MatchSingleton>(spanFrom(start), value);
    };
    switch (start.type) {
        case Tok::None: return singleton(ConstantType::None);
        case Tok::True: return singleton(ConstantType::True);
        case Tok::False: return singleton(ConstantType::False);
        case Tok::Number:
        case Tok::Minus:
        case Tok::String:
            if (Expression* value = literalExpression())
                return make<MatchValue>(spanFrom(start), value);
            return nullptr;
        case Tok::LeftParen:
        case Tok::LeftBracket: return groupOrSequencePattern();
        case Tok::LeftBrace: return mappingPattern();
        case Tok::Name: break;
        default: return nullptr;
    }
    if (const Token* target = captureTarget()) {
        return make<MatchAs>(spanFrom(start), static_cast<Pattern*>(nullptr), identifier(*target));
    }
    if (start.text == "_") {
        ++pos_;
        return make<MatchAs>(spanFrom(start), static_cast<Pattern*>(nullptr), Identifier());
    }
    Expression* name = dottedPatternName();
    if (name != nullptr && name->kind == NodeKind::Attribute && !is(Tok::Dot) &&
        !is(Tok::LeftParen) && !is(Tok::Equal)) {
        return make<MatchValue>(spanFrom(start), name);
    }
    pos_ = begin;
    return classPattern();
}

/// pattern_capture_target: !"_" NAME !('.' | '(' | '=')
const Token* Parser::captureTarget() {
    const Token& name = peek();
    if (name.type != Tok::Name || name.text == "_") return nullptr;
    const Tok next = peek(1).type;
    if (next == Tok::Dot || next == Tok::LeftParen || next == Tok::Equal) return nullptr;
    ++pos_;
    return &name;
}

/// name_or_attr: '.'.NAME+
Expression* Parser::dottedPatternName() {
    const Token& start = peek();
    if (!accept(Tok::Name)) return nullptr;
    Expression* value = makeName(start, ExprContext::Load);
    while (is(Tok::Dot) && isNext(Tok::Name)) {
        pos_ += 2;
        const Identifier name = identifier(previous());
        value = make<Attribute>(spanFrom(start), value, name, ExprContext::Load);
    }
    return value;
}

/// literal_expr without None, True and False
Expression* Parser::literalExpression() {
    if (is(Tok::String)) return strings();
    const std::size_t begin = pos_;
    Expression* number = signedNumber();
    if (number == nullptr || (!is(Tok::Plus) && !is(Tok::Minus))) return number;
    pos_ = begin;
    return complexNumber();
}

/// signed_number: ['-'] NUMBER
Expression* Parser::signedNumber() {
    const Token& start = peek();
    if (!accept(Tok::Minus)) return numberLiteral();
    Expression* number = numberLiteral();
    if (number == nullptr) return nullptr;
    return make<UnaryOp>(spanFrom(start), UnaryOperator::USub, number);
}

/// complex_number: ['-'] real ('+' | '-') imaginary
Expression* Parser::complexNumber() {
    const Token& start = peek();
    Expression* real = signedNumber();
    if (real == nullptr) return nullptr;
    Expression* unsignedReal =
        real->kind == NodeKind::UnaryOp ? real->as<UnaryOp>()->operand : real;
    if (unsignedReal->as<Constant>()->type == ConstantType::Imaginary) {
        return raiseAt(unsignedReal, "real number required in complex literal");
    }
    const BinaryOperator op = is(Tok::Plus) ? BinaryOperator::Add : BinaryOperator::Sub;
    ++pos_;
    Expression* imaginary = numberLiteral();
    if (imaginary == nullptr) return nullptr;
    if (imaginary->as<Constant>()->type != ConstantType::Imaginary) {
        return raiseAt(imaginary, "imaginary number required in complex literal");
    }
    return make<BinOp>(spanFrom(start), real, op, imaginary);
}

/// star_pattern | pattern
Pattern* Parser::maybeStarPattern() {
    const Token& start = peek();
    if (!accept(Tok::Star)) return pattern();
    if (const Token* target = captureTarget())
        return make<MatchStar>(spanFrom(start), identifier(*target));
    if (!isName("_")) return nullptr;
    ++pos_;
    return make<MatchStar>(spanFrom(start), Identifier());
}

/// maybe_sequence_pattern: ','.maybe_star_pattern+ [',']
bool Parser::sequenceItems(Children<Pattern>& into) {
    for (;;) {
        const std::size_t before = pos_;
        Pattern* next = maybeStarPattern();
        if (next == nullptr) {
            pos_ = before;
            return !into.empty() && !failed();
        }
        into.add(next);
        if (!accept(Tok::Comma)) return true;
    }
}

/// open_sequence_pattern: maybe_star_pattern ',' [maybe_sequence_pattern], from
/// its comma on
bool Parser::restOfSequence(Pattern* first, Children<Pattern>& into) {
    if (!accept(Tok::Comma)) return false;
    into.add(first);
    sequenceItems(into);
    return !failed();
}

/// group_pattern, sequence_pattern
Pattern* Parser::groupOrSequencePattern() {
    const Token& start = peek();
    Children<Pattern> items(*this);
    if (accept(Tok::LeftBracket)) {
        sequenceItems(items);
        if (failed() || !accept(Tok::RightBracket)) return nullptr;
        return make<MatchSequence>(spanFrom(start), items.finish());
    }
    ++pos_;
    if (accept(Tok::RightParen)) return make<MatchSequence>(spanFrom(start), NodeList<Pattern>());
    Pattern* first = maybeStarPattern();
    if (first == nullptr) return nullptr;
    if (first->kind != NodeKind::MatchStar && accept(Tok::RightParen)) return first;
    if (!restOfSequence(first, items) || !accept(Tok::RightParen)) return nullptr;
    return make<MatchSequence>(spanFrom(start), items.finish());
}

/// mapping_pattern: '{' ','.((literal_expr | attr) ':' pattern)* [',' '**' NAME] [','] '}'
Pattern* Parser::mappingPattern() {
    const Token& start = peek();
    ++pos_;
    Children<Expression> keys(*this);
    Children<Pattern> values(*this);
    values.separate();
    Identifier rest;
    while (!is(Tok::RightBrace)) {
        if (accept(Tok::DoubleStar)) {
            const Token* target = captureTarget();
            if (target == nullptr) return nullptr;
            rest = identifier(*target);
            accept(Tok::Comma);
            break;
        }
        Expression* key = nullptr;
        const Token& keyStart = peek();
        switch (keyStart.type) {
            case Tok::None:
                ++pos_;
                key = makeConstant(spanFrom(keyStart), ConstantType::None);
                break;
            case Tok::True:
                ++pos_;
                key = makeConstant(spanFrom(keyStart), ConstantType::True);
                break;
            case Tok::False:
                ++pos_;
                key = makeConstant(spanFrom(keyStart), ConstantType::False);
                break;
            case Tok::Name:
                key = dottedPatternName();
                if (key->kind != NodeKind::Attribute) return nullptr;
                break;
            default: key = literalExpression();
        }
        if (key == nullptr || !accept(Tok::Colon)) return nullptr;
        Pattern* value = pattern();
        if (value == nullptr) return nullptr;
        keys.add(key);
        values.add(value);
        if (!accept(Tok::Comma)) break;
    }
    if (!accept(Tok::RightBrace)) return nullptr;
    return make<MatchMapping>(spanFrom(start), keys.finish(), values.finish(), rest);
}

/// class_pattern: name_or_attr '(' [','.pattern+] [','.(NAME '=' pattern)+] [','] ')'
Pattern* Parser::classPattern() {
    const Token& start = peek();
    const std::size_t begin = pos_;
    Expression* type = dottedPatternName();
    if (type == nullptr || !accept(Tok::LeftParen)) return nullptr;
    Children<Pattern> positional(*this);
    Children<Pattern> keywordPatterns(*this);
    keywordPatterns.separate();
    std::vector<Identifier> names;
    bool valid = true;
    while (!is(Tok::RightParen)) {
        Pattern* next = nullptr;
        const bool isKeyword = is(Tok::Name) && isNext(Tok::Equal);
        if (isKeyword) {
            names.push_back(identifier(peek()));
            pos_ += 2;
            next = pattern();
            if (next != nullptr) keywordPatterns.add(next);
        } else if (names.empty()) {
            next = pattern();
            if (next != nullptr) positional.add(next);
        }
        valid = next != nullptr;
        if (!valid || !accept(Tok::Comma)) break;
    }
    if (failed()) return nullptr;
    if (!valid || !accept(Tok::RightParen)) {
        if (invalidRules_) {
            pos_ = begin;
            invalidClassPattern();
        }
        return nullptr;
    }
    return make<MatchClass>(spanFrom(start), type, positional.finish(),
                            arena_.copyList(std::span<const Identifier>(names)),
                            keywordPatterns.finish());
}

}  // namespace coroscope::language
