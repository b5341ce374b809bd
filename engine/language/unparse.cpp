#include "engine/language/unparse.h"

#include <array>
#include <charconv>
#include <cstdint>

namespace coroscope::language {
namespace {

/// Binding strength, as in ast_unparse.c; a part that binds less is put in parentheses.
enum Precedence : std::uint8_t {
    kTuple,
    kTest,
    kOr,
    kAnd,
    kNot,
    kCompare,
    kBitOr,
    kBitXor,
    kBitAnd,
    kShift,
    kArithmetic,
    kTerm,
    kFactor,
    kPower,
    kAwait,
    kAtom
};

struct OperatorText {
    const char* text;
    Precedence precedence;
};

OperatorText textOf(BinaryOperator op) {
    switch (op) {
        case BinaryOperator::Add: return {" + ", kArithmetic};
        case BinaryOperator::Sub: return {" - ", kArithmetic};
        case BinaryOperator::Mult: return {" * ", kTerm};
        case BinaryOperator::MatMult: return {" @ ", kTerm};
        case BinaryOperator::Div: return {" / ", kTerm};
        case BinaryOperator::Mod: return {" % ", kTerm};
        case BinaryOperator::LShift: return {" << ", kShift};
        case BinaryOperator::RShift: return {" >> ", kShift};
        case BinaryOperator::BitOr: return {" | ", kBitOr};
        case BinaryOperator::BitXor: return {" ^ ", kBitXor};
        case BinaryOperator::BitAnd: return {" & ", kBitAnd};
        case BinaryOperator::FloorDiv: return {" // ", kTerm};
        case BinaryOperator::Pow: return {" ** ", kPower};
    }
    return {" ? ", kAtom};
}

const char* textOf(CompareOperator op) {
    switch (op) {
        case CompareOperator::Eq: return " == ";
        case CompareOperator::NotEq: return " != ";
        case CompareOperator::Lt: return " < ";
        case CompareOperator::LtE: return " <= ";
        case CompareOperator::Gt: return " > ";
        case CompareOperator::GtE: return " >= ";
        case CompareOperator::Is: return " is ";
        case CompareOperator::IsNot: return " is not ";
        case CompareOperator::In: return " in ";
        case CompareOperator::NotIn: return " not in ";
    }
    return " ? ";
}

void appendEscaped(std::string& out, std::string_view text, bool isBytes) {
    // As repr: single quotes unless only double ones would need no escape.
    const bool useDouble =
        text.find('\'') != std::string_view::npos && text.find('"') == std::string_view::npos;
    const char quote = useDouble ? '"' : '\'';
    out += quote;
    constexpr const char* kHex = "0123456789abcdef";
    for (const char each : text) {
        const auto byte = static_cast<unsigned char>(each);
        if (each == quote || each == '\\') {
            out += '\\';
            out += each;
        } else if (each == '\n') {
            out += "\\n";
        } else if (each == '\r') {
            out += "\\r";
        } else if (each == '\t') {
            out += "\\t";
        } else if (byte < 0x20 || byte == 0x7F || (isBytes && byte >= 0x80)) {
            out += "\\x";
            out += kHex[byte >> 4];
            out += kHex[byte & 15];
        } else {
            out += each;
        }
    }
    out += quote;
}

std::string floatText(double value) {
    std::array<char, 32> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value).ptr;
    std::string text(buffer.data(), end);
    if (text == "inf") return "1e309";
    if (text.find_first_of(".en") == std::string::npos) text += ".0";
    return text;
}

class Unparser {
public:
    std::string out;

    void write(const Expression* node, Precedence level) {
        switch (node->kind) {
            case NodeKind::BoolOp: boolOp(*node->as<BoolOp>(), level); break;
            case NodeKind::NamedExpr:
                wrap(level > kTuple, [&] {
                    write(node->as<NamedExpr>()->target, kAtom);
                    out += " := ";
                    write(node->as<NamedExpr>()->value, kAtom);
                });
                break;
            case NodeKind::BinOp: binOp(*node->as<BinOp>(), level); break;
            case NodeKind::UnaryOp: unaryOp(*node->as<UnaryOp>(), level); break;
            case NodeKind::Lambda:
                wrap(level > kTest, [&] {
                    // Without a blank where nothing is positional or keyword: as in CPython.
                    out +=
                        node->as<Lambda>()->parameters->positional.empty() ? "lambda" : "lambda ";
                    parameters(*node->as<Lambda>()->parameters);
                    out += ": ";
                    write(node->as<Lambda>()->body, kTest);
                });
                break;
            case NodeKind::IfExp:
                wrap(level > kTest, [&] {
                    const auto& choice = *node->as<IfExp>();
                    write(choice.body, kOr);
                    out += " if ";
                    write(choice.test, kOr);
                    out += " else ";
                    write(choice.orElse, kTest);
                });
                break;
            case NodeKind::DictExpr: dict(*node->as<DictExpr>()); break;
            case NodeKind::SetExpr: list("{", node->as<SetExpr>()->elements, "}"); break;
            case NodeKind::ListComp:
                comprehension("[", node->as<ListComp>()->element, nullptr,
                              node->as<ListComp>()->generators, "]");
                break;
            case NodeKind::SetComp:
                comprehension("{", node->as<SetComp>()->element, nullptr,
                              node->as<SetComp>()->generators, "}");
                break;
            case NodeKind::DictComp:
                comprehension("{", node->as<DictComp>()->key, node->as<DictComp>()->value,
                              node->as<DictComp>()->generators, "}");
                break;
            case NodeKind::GeneratorExp:
                comprehension("(", node->as<GeneratorExp>()->element, nullptr,
                              node->as<GeneratorExp>()->generators, ")");
                break;
            case NodeKind::Compare: compare(*node->as<Compare>(), level); break;
            case NodeKind::Call: call(*node->as<Call>()); break;
            case NodeKind::JoinedStr: joinedStr(node); break;
            case NodeKind::Constant: constant(*node->as<Constant>()); break;
            case NodeKind::Attribute: attribute(*node->as<Attribute>()); break;
            case NodeKind::Subscript:
                write(node->as<Subscript>()->value, kAtom);
                out += '[';
                write(node->as<Subscript>()->index, kTuple);
                out += ']';
                break;
            case NodeKind::Starred:
                out += '*';
                write(node->as<Starred>()->value, kBitOr);
                break;
            case NodeKind::Name: out += node->as<Name>()->id; break;
            case NodeKind::ListExpr: list("[", node->as<ListExpr>()->elements, "]"); break;
            case NodeKind::TupleExpr: tuple(*node->as<TupleExpr>(), level); break;
            case NodeKind::Slice: slice(*node->as<Slice>()); break;
            default: out += "..."; break;  // await and yield: not in annotations
        }
    }

private:
    template <class Body>
    void wrap(bool isNeeded, const Body& body) {
        if (isNeeded) out += '(';
        body();
        if (isNeeded) out += ')';
    }

    static Precedence above(Precedence level) { return static_cast<Precedence>(level + 1); }

    void boolOp(const BoolOp& node, Precedence level) {
        const bool isAnd = node.op == BoolOperator::And;
        const Precedence own = isAnd ? kAnd : kOr;
        wrap(level > own, [&] {
            bool isFirst = true;
            for (const Expression* each : node.values) {
                if (!isFirst) out += isAnd ? " and " : " or ";
                isFirst = false;
                write(each, above(own));
            }
        });
    }

    void binOp(const BinOp& node, Precedence level) {
        const OperatorText op = textOf(node.op);
        const bool isRight = node.op == BinaryOperator::Pow;
        wrap(level > op.precedence, [&] {
            write(node.left, isRight ? above(op.precedence) : op.precedence);
            out += op.text;
            write(node.right, isRight ? op.precedence : above(op.precedence));
        });
    }

    void unaryOp(const UnaryOp& node, Precedence level) {
        const Precedence own = node.op == UnaryOperator::Not ? kNot : kFactor;
        wrap(level > own, [&] {
            switch (node.op) {
                case UnaryOperator::Invert: out += '~'; break;
                case UnaryOperator::Not: out += "not "; break;
                case UnaryOperator::UAdd: out += '+'; break;
                case UnaryOperator::USub: out += '-'; break;
            }
            write(node.operand, own);
        });
    }

    void compare(const Compare& node, Precedence level) {
        wrap(level > kCompare, [&] {
            write(node.left, above(kCompare));
            for (std::size_t i = 0; i < node.operators.size(); ++i) {
                out += textOf(node.operators[i]);
                write(node.comparators[i], above(kCompare));
            }
        });
    }

    void parameter(const Parameter& node) {
        out += node.name;
        if (node.annotation == nullptr) return;
        out += ": ";
        write(node.annotation, kTest);
    }

    void parameters(const Parameters& node) {
        bool isFirst = true;
        const auto separate = [&] {
            if (!isFirst) out += ", ";
            isFirst = false;
        };
        const std::size_t count = node.positionalOnly.size() + node.positional.size();
        for (std::size_t i = 0; i < count; ++i) {
            const bool isOnly = i < node.positionalOnly.size();
            separate();
            parameter(isOnly ? *node.positionalOnly[i]
                             : *node.positional[i - node.positionalOnly.size()]);
            const std::size_t withoutDefault = count - node.defaults.size();
            if (i >= withoutDefault) {
                out += '=';
                write(node.defaults[i - withoutDefault], kTest);
            }
            if (i + 1 == node.positionalOnly.size()) out += ", /";
        }
        if (node.starArgs != nullptr || !node.keywordOnly.empty()) {
            separate();
            out += '*';
            if (node.starArgs != nullptr) parameter(*node.starArgs);
        }
        for (std::size_t i = 0; i < node.keywordOnly.size(); ++i) {
            separate();
            parameter(*node.keywordOnly[i]);
            if (node.keywordDefaults[i] != nullptr) {
                out += '=';
                write(node.keywordDefaults[i], kTest);
            }
        }
        if (node.starStarArgs != nullptr) {
            separate();
            out += "**";
            parameter(*node.starStarArgs);
        }
    }

    void list(const char* open, const NodeList<Expression>& elements, const char* close) {
        out += open;
        bool isFirst = true;
        for (const Expression* each : elements) {
            if (!isFirst) out += ", ";
            isFirst = false;
            write(each, kTest);
        }
        out += close;
    }

    void tuple(const TupleExpr& node, Precedence level) {
        if (node.elements.empty()) {
            out += "()";
            return;
        }
        wrap(level > kTuple, [&] {
            list("", node.elements, "");
            if (node.elements.size() == 1) out += ',';
        });
    }

    void dict(const DictExpr& node) {
        out += '{';
        for (std::size_t i = 0; i < node.values.size(); ++i) {
            if (i > 0) out += ", ";
            if (node.keys[i] == nullptr) {
                out += "**";
                write(node.values[i], kBitOr);
            } else {
                write(node.keys[i], kTest);
                out += ": ";
                write(node.values[i], kTest);
            }
        }
        out += '}';
    }

    void comprehension(const char* open, const Expression* element, const Expression* value,
                       const NodeList<Comprehension>& generators, const char* close) {
        out += open;
        write(element, kTest);
        if (value != nullptr) {
            out += ": ";
            write(value, kTest);
        }
        for (const Comprehension* each : generators) {
            out += each->isAsync ? " async for " : " for ";
            write(each->target, kTuple);
            out += " in ";
            write(each->iterable, above(kTest));
            for (const Expression* condition : each->conditions) {
                out += " if ";
                write(condition, above(kTest));
            }
        }
        out += close;
    }

    void call(const Call& node) {
        write(node.function, kAtom);
        const bool isGenerator = node.arguments.size() == 1 && node.keywords.empty() &&
                                 node.arguments.front()->kind == NodeKind::GeneratorExp;
        if (isGenerator) {
            write(node.arguments.front(), kTest);
            return;
        }
        list("(", node.arguments, "");
        bool isFirst = node.arguments.empty();
        for (const Keyword* keyword : node.keywords) {
            if (!isFirst) out += ", ";
            isFirst = false;
            if (keyword->name.empty()) {
                out += "**";
            } else {
                out += keyword->name;
                out += '=';
            }
            write(keyword->value, kTest);
        }
        out += ')';
    }

    void attribute(const Attribute& node) {
        write(node.value, kAtom);
        const auto* constantNode = node.value->tryAs<Constant>();
        const bool isInteger = constantNode != nullptr && constantNode->type == ConstantType::Int;
        out += isInteger ? " ." : ".";
        out += node.name;
    }

    void slice(const Slice& node) {
        if (node.lower != nullptr) write(node.lower, kTest);
        out += ':';
        if (node.upper != nullptr) write(node.upper, kTest);
        if (node.step != nullptr) {
            out += ':';
            write(node.step, kTest);
        }
    }

    void constant(const Constant& node) {
        switch (node.type) {
            case ConstantType::None: out += "None"; break;
            case ConstantType::True: out += "True"; break;
            case ConstantType::False: out += "False"; break;
            case ConstantType::Ellipsis: out += "..."; break;
            case ConstantType::Int:
                out += node.fitsInteger ? std::to_string(node.integer) : std::string(node.text);
                break;
            case ConstantType::Float: out += floatText(node.number); break;
            case ConstantType::Imaginary: {
                std::string text = floatText(node.number);
                if (text.ends_with(".0")) text.resize(text.size() - 2);
                out += text;
                out += 'j';
                break;
            }
            case ConstantType::Str:
                if (node.hasUPrefix) out += 'u';
                appendEscaped(out, node.text, false);
                break;
            case ConstantType::Bytes:
                out += 'b';
                appendEscaped(out, node.text, true);
                break;
        }
    }

    void joinedStr(const Expression* node) {
        Unparser inner;
        inner.fstringParts(node);
        out += 'f';
        appendEscaped(out, inner.out, false);
    }

    void fstringParts(const Expression* node) {
        for (const Expression* each : node->as<JoinedStr>()->values) {
            if (const auto* text = each->tryAs<Constant>(); text != nullptr) {
                for (const char character : text->text) {
                    if (character == '{' || character == '}') out += character;
                    out += character;
                }
            } else if (const auto* value = each->tryAs<FormattedValue>(); value != nullptr) {
                out += '{';
                const std::size_t start = out.size();
                write(value->value, above(kTest));
                if (out[start] == '{') out.insert(start, " ");
                if (value->conversion > 0) {
                    out += '!';
                    out += static_cast<char>(value->conversion);
                }
                if (value->formatSpec != nullptr) {
                    out += ':';
                    fstringParts(value->formatSpec);
                }
                out += '}';
            }
        }
    }
};

}  // namespace

std::string unparse(const Expression* node) {
    Unparser unparser;
    unparser.write(node, kTest);
    return std::move(unparser.out);
}

}  // namespace coroscope::language
