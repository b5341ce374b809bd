#include "engine/language/ast_dump.h"

#include <array>

#include <fmt/format.h>

#include "engine/language/represent.h"

namespace coroscope::language {

namespace {

constexpr std::array kBoolOperators = {"And", "Or"};
constexpr std::array kBinaryOperators = {"Add",    "Sub",    "Mult",    "MatMult", "Div",
                                         "Mod",    "Pow",    "LShift",  "RShift",  "BitOr",
                                         "BitXor", "BitAnd", "FloorDiv"};
constexpr std::array kUnaryOperators = {"Invert", "Not", "UAdd", "USub"};
constexpr std::array kCompareOperators = {"Eq",  "NotEq", "Lt",    "LtE", "Gt",
                                          "GtE", "Is",    "IsNot", "In",  "NotIn"};
constexpr std::array kContexts = {"Load", "Store", "Del"};

template <std::size_t Size, class Enum>
const char* nameOf(const std::array<const char*, Size>& names, Enum value) {
    return names[static_cast<std::size_t>(value)];
}

class Dumper {
public:
    explicit Dumper(bool withPositions) : withPositions_(withPositions) {}

    void node(const Node* node);
    std::string take() { return std::move(out_); }

private:
    // --- fields ------------------------------------------------------------

    void open(const char* name) {
        out_ += name;
        out_ += '(';
        first_ = true;
    }
    void close() {
        out_ += ')';
        first_ = false;
    }
    void close(const Node* node) {
        if (withPositions_) {
            label("lineno");
            out_ +=
                fmt::format("{}, col_offset={}, end_lineno={}, end_col_offset={}", node->span.line,
                            node->span.column, node->span.endLine, node->span.endColumn);
        }
        close();
    }
    void label(const char* name) {
        if (!first_) out_ += ", ";
        first_ = false;
        out_ += name;
        out_ += '=';
    }
    void field(const char* name, const Node* child) {
        if (child == nullptr) return;
        label(name);
        this->node(child);
    }
    template <class T>
    void field(const char* name, NodeList<T> children) {
        label(name);
        list(children, [this](const T* child) {
            if (child == nullptr) {
                out_ += "None";
            } else {
                item(child);
            }
        });
    }
    template <class T, class Write>
    void list(std::span<T> items, Write write) {
        out_ += '[';
        bool firstItem = true;
        for (const auto& each : items) {
            if (!firstItem) out_ += ", ";
            firstItem = false;
            write(each);
        }
        out_ += ']';
    }
    void item(const Node* child) { node(child); }
    void item(const Comprehension* clause) {
        open("comprehension");
        field("target", clause->target);
        field("iter", clause->iterable);
        field("ifs", clause->conditions);
        plain("is_async", clause->isAsync ? "1" : "0");
        close();
    }
    void item(const WithItem* withItem) {
        open("withitem");
        field("context_expr", withItem->context);
        field("optional_vars", withItem->target);
        close();
    }
    void plain(const char* name, std::string_view text) {
        label(name);
        out_ += text;
    }
    void identifier(const char* name, Identifier value) {
        if (!value.empty()) plain(name, representText(value));
    }
    void identifiers(const char* name, std::span<const Identifier> values) {
        label(name);
        list(values, [this](Identifier value) { out_ += representText(value); });
    }
    void symbol(const char* name, const char* type) { plain(name, fmt::format("{}()", type)); }
    void context(ExprContext value) { symbol("ctx", nameOf(kContexts, value)); }

    void parameters(const Parameters* list) {
        label("args");
        open("arguments");
        field("posonlyargs", list->positionalOnly);
        field("args", list->positional);
        field("vararg", list->starArgs);
        field("kwonlyargs", list->keywordOnly);
        field("kw_defaults", list->keywordDefaults);
        field("kwarg", list->starStarArgs);
        field("defaults", list->defaults);
        close();
    }

    void statement(const Node* node);
    void definition(const Node* node);
    void expression(const Node* node);
    void display(const Node* node);
    void pattern(const Node* node);

    bool withPositions_;
    bool first_ = true;
    std::string out_;
};

void Dumper::node(const Node* node) {
    switch (node->kind) {
        case NodeKind::Module:
            open("Module");
            field("body", node->as<Module>()->body);
            plain("type_ignores", "[]");
            close();
            return;
        case NodeKind::MatchCase: {
            const auto* matchCase = node->as<MatchCase>();
            open("match_case");
            field("pattern", matchCase->pattern);
            field("guard", matchCase->guard);
            field("body", matchCase->body);
            close();
            return;
        }
        case NodeKind::Parameter:
            open("arg");
            identifier("arg", node->as<Parameter>()->name);
            field("annotation", node->as<Parameter>()->annotation);
            break;
        case NodeKind::Keyword:
            open("keyword");
            identifier("arg", node->as<Keyword>()->name);
            field("value", node->as<Keyword>()->value);
            break;
        case NodeKind::Alias:
            open("alias");
            identifier("name", node->as<Alias>()->name);
            identifier("asname", node->as<Alias>()->asName);
            break;
        case NodeKind::ExceptHandler:
            open("ExceptHandler");
            field("type", node->as<ExceptHandler>()->type);
            identifier("name", node->as<ExceptHandler>()->name);
            field("body", node->as<ExceptHandler>()->body);
            break;
        default:
            if (node->kind < NodeKind::BoolOp) {
                statement(node);
            } else if (node->kind < NodeKind::MatchValue) {
                expression(node);
            } else {
                pattern(node);
            }
    }
    close(node);
}

void Dumper::definition(const Node* node) {
    if (const auto* function = node->tryAs<FunctionDef>()) {
        open(function->isAsync ? "AsyncFunctionDef" : "FunctionDef");
        identifier("name", function->name);
        parameters(function->parameters);
        field("body", function->body);
        field("decorator_list", function->decorators);
        field("returns", function->returns);
    } else if (const auto* classDef = node->tryAs<ClassDef>()) {
        open("ClassDef");
        identifier("name", classDef->name);
        field("bases", classDef->bases);
        field("keywords", classDef->keywords);
        field("body", classDef->body);
        field("decorator_list", classDef->decorators);
    } else if (const auto* loop = node->tryAs<For>()) {
        open(loop->isAsync ? "AsyncFor" : "For");
        field("target", loop->target);
        field("iter", loop->iterable);
        field("body", loop->body);
        field("orelse", loop->orElse);
    } else if (const auto* attempt = node->tryAs<Try>()) {
        open(attempt->isStar ? "TryStar" : "Try");
        field("body", attempt->body);
        field("handlers", attempt->handlers);
        field("orelse", attempt->orElse);
        field("finalbody", attempt->finalBody);
    } else {
        const auto* with = node->as<With>();
        open(with->isAsync ? "AsyncWith" : "With");
        field("items", with->items);
        field("body", with->body);
    }
}

void Dumper::statement(const Node* node) {
    switch (node->kind) {
        case NodeKind::Return:
            open("Return");
            field("value", node->as<Return>()->value);
            break;
        case NodeKind::Delete:
            open("Delete");
            field("targets", node->as<Delete>()->targets);
            break;
        case NodeKind::Assign:
            open("Assign");
            field("targets", node->as<Assign>()->targets);
            field("value", node->as<Assign>()->value);
            break;
        case NodeKind::AugAssign:
            open("AugAssign");
            field("target", node->as<AugAssign>()->target);
            symbol("op", nameOf(kBinaryOperators, node->as<AugAssign>()->op));
            field("value", node->as<AugAssign>()->value);
            break;
        case NodeKind::AnnAssign:
            open("AnnAssign");
            field("target", node->as<AnnAssign>()->target);
            field("annotation", node->as<AnnAssign>()->annotation);
            field("value", node->as<AnnAssign>()->value);
            plain("simple", node->as<AnnAssign>()->isSimple ? "1" : "0");
            break;
        case NodeKind::While:
            open("While");
            field("test", node->as<While>()->test);
            field("body", node->as<While>()->body);
            field("orelse", node->as<While>()->orElse);
            break;
        case NodeKind::If:
            open("If");
            field("test", node->as<If>()->test);
            field("body", node->as<If>()->body);
            field("orelse", node->as<If>()->orElse);
            break;
        case NodeKind::Match:
            open("Match");
            field("subject", node->as<Match>()->subject);
            field("cases", node->as<Match>()->cases);
            break;
        case NodeKind::Raise:
            open("Raise");
            field("exc", node->as<Raise>()->exception);
            field("cause", node->as<Raise>()->cause);
            break;
        case NodeKind::Assert:
            open("Assert");
            field("test", node->as<Assert>()->test);
            field("msg", node->as<Assert>()->message);
            break;
        case NodeKind::Import:
            open("Import");
            field("names", node->as<Import>()->names);
            break;
        case NodeKind::ImportFrom:
            open("ImportFrom");
            identifier("module", node->as<ImportFrom>()->module);
            field("names", node->as<ImportFrom>()->names);
            plain("level", std::to_string(node->as<ImportFrom>()->level));
            break;
        case NodeKind::Global:
            open("Global");
            identifiers("names", node->as<Global>()->names);
            break;
        case NodeKind::Nonlocal:
            open("Nonlocal");
            identifiers("names", node->as<Nonlocal>()->names);
            break;
        case NodeKind::ExprStmt:
            open("Expr");
            field("value", node->as<ExprStmt>()->value);
            break;
        case NodeKind::Pass: open("Pass"); break;
        case NodeKind::Break: open("Break"); break;
        case NodeKind::Continue: open("Continue"); break;
        default: definition(node);
    }
}

void Dumper::expression(const Node* node) {
    switch (node->kind) {
        case NodeKind::BoolOp:
            open("BoolOp");
            symbol("op", nameOf(kBoolOperators, node->as<BoolOp>()->op));
            field("values", node->as<BoolOp>()->values);
            break;
        case NodeKind::NamedExpr:
            open("NamedExpr");
            field("target", node->as<NamedExpr>()->target);
            field("value", node->as<NamedExpr>()->value);
            break;
        case NodeKind::BinOp:
            open("BinOp");
            field("left", node->as<BinOp>()->left);
            symbol("op", nameOf(kBinaryOperators, node->as<BinOp>()->op));
            field("right", node->as<BinOp>()->right);
            break;
        case NodeKind::UnaryOp:
            open("UnaryOp");
            symbol("op", nameOf(kUnaryOperators, node->as<UnaryOp>()->op));
            field("operand", node->as<UnaryOp>()->operand);
            break;
        case NodeKind::Lambda:
            open("Lambda");
            parameters(node->as<Lambda>()->parameters);
            field("body", node->as<Lambda>()->body);
            break;
        case NodeKind::IfExp:
            open("IfExp");
            field("test", node->as<IfExp>()->test);
            field("body", node->as<IfExp>()->body);
            field("orelse", node->as<IfExp>()->orElse);
            break;
        case NodeKind::Await:
            open("Await");
            field("value", node->as<Await>()->value);
            break;
        case NodeKind::Yield:
            open("Yield");
            field("value", node->as<Yield>()->value);
            break;
        case NodeKind::YieldFrom:
            open("YieldFrom");
            field("value", node->as<YieldFrom>()->value);
            break;
        case NodeKind::Compare:
            open("Compare");
            field("left", node->as<Compare>()->left);
            label("ops");
            list(node->as<Compare>()->operators, [this](CompareOperator op) {
                out_ += nameOf(kCompareOperators, op);
                out_ += "()";
            });
            field("comparators", node->as<Compare>()->comparators);
            break;
        case NodeKind::Call:
            open("Call");
            field("func", node->as<Call>()->function);
            field("args", node->as<Call>()->arguments);
            field("keywords", node->as<Call>()->keywords);
            break;
        case NodeKind::FormattedValue:
            open("FormattedValue");
            field("value", node->as<FormattedValue>()->value);
            plain("conversion", std::to_string(node->as<FormattedValue>()->conversion));
            field("format_spec", node->as<FormattedValue>()->formatSpec);
            break;
        case NodeKind::JoinedStr:
            open("JoinedStr");
            field("values", node->as<JoinedStr>()->values);
            break;
        case NodeKind::Constant:
            open("Constant");
            plain("value", representConstant(node->as<Constant>()));
            if (node->as<Constant>()->hasUPrefix) plain("kind", "'u'");
            break;
        case NodeKind::Attribute:
            open("Attribute");
            field("value", node->as<Attribute>()->value);
            identifier("attr", node->as<Attribute>()->name);
            context(node->as<Attribute>()->context);
            break;
        case NodeKind::Subscript:
            open("Subscript");
            field("value", node->as<Subscript>()->value);
            field("slice", node->as<Subscript>()->index);
            context(node->as<Subscript>()->context);
            break;
        case NodeKind::Starred:
            open("Starred");
            field("value", node->as<Starred>()->value);
            context(node->as<Starred>()->context);
            break;
        case NodeKind::Name:
            open("Name");
            identifier("id", node->as<Name>()->id);
            context(node->as<Name>()->context);
            break;
        case NodeKind::Slice:
            open("Slice");
            field("lower", node->as<Slice>()->lower);
            field("upper", node->as<Slice>()->upper);
            field("step", node->as<Slice>()->step);
            break;
        default: display(node);
    }
}

void Dumper::display(const Node* node) {
    switch (node->kind) {
        case NodeKind::DictExpr:
            open("Dict");
            field("keys", node->as<DictExpr>()->keys);
            field("values", node->as<DictExpr>()->values);
            break;
        case NodeKind::SetExpr:
            open("Set");
            field("elts", node->as<SetExpr>()->elements);
            break;
        case NodeKind::ListExpr:
            open("List");
            field("elts", node->as<ListExpr>()->elements);
            context(node->as<ListExpr>()->context);
            break;
        case NodeKind::TupleExpr:
            open("Tuple");
            field("elts", node->as<TupleExpr>()->elements);
            context(node->as<TupleExpr>()->context);
            break;
        case NodeKind::ListComp:
            open("ListComp");
            field("elt", node->as<ListComp>()->element);
            field("generators", node->as<ListComp>()->generators);
            break;
        case NodeKind::SetComp:
            open("SetComp");
            field("elt", node->as<SetComp>()->element);
            field("generators", node->as<SetComp>()->generators);
            break;
        case NodeKind::DictComp:
            open("DictComp");
            field("key", node->as<DictComp>()->key);
            field("value", node->as<DictComp>()->value);
            field("generators", node->as<DictComp>()->generators);
            break;
        default:
            open("GeneratorExp");
            field("elt", node->as<GeneratorExp>()->element);
            field("generators", node->as<GeneratorExp>()->generators);
    }
}

void Dumper::pattern(const Node* node) {
    switch (node->kind) {
        case NodeKind::MatchValue:
            open("MatchValue");
            field("value", node->as<MatchValue>()->value);
            break;
        case NodeKind::MatchSingleton: {
            open("MatchSingleton");
            Constant constant{};
            constant.type = node->as<MatchSingleton>()->value;
            plain("value", representConstant(&constant));
            break;
        }
        case NodeKind::MatchSequence:
            open("MatchSequence");
            field("patterns", node->as<MatchSequence>()->patterns);
            break;
        case NodeKind::MatchMapping:
            open("MatchMapping");
            field("keys", node->as<MatchMapping>()->keys);
            field("patterns", node->as<MatchMapping>()->patterns);
            identifier("rest", node->as<MatchMapping>()->rest);
            break;
        case NodeKind::MatchClass:
            open("MatchClass");
            field("cls", node->as<MatchClass>()->type);
            field("patterns", node->as<MatchClass>()->patterns);
            identifiers("kwd_attrs", node->as<MatchClass>()->keywordNames);
            field("kwd_patterns", node->as<MatchClass>()->keywordPatterns);
            break;
        case NodeKind::MatchStar:
            open("MatchStar");
            identifier("name", node->as<MatchStar>()->name);
            break;
        case NodeKind::MatchAs:
            open("MatchAs");
            field("pattern", node->as<MatchAs>()->pattern);
            identifier("name", node->as<MatchAs>()->name);
            break;
        default: open("MatchOr"); field("patterns", node->as<MatchOr>()->patterns);
    }
}

}  // namespace

std::string dumpAst(const Node* node, bool withPositions) {
    Dumper dumper(withPositions);
    dumper.node(node);
    return dumper.take();
}

}  // namespace coroscope::language
