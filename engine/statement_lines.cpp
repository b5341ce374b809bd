// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/statement_lines.h"

#include <algorithm>

#include "engine/language/ast_walk.h"
#include "engine/language/parser.h"

namespace coroscope {

namespace {

using language::ClassDef;
using language::FunctionDef;
using language::Node;
using language::NodeKind;

constexpr bool isStatement(NodeKind kind) { return kind <= NodeKind::Continue; }
static_assert(static_cast<int>(NodeKind::Continue) + 1 == static_cast<int>(NodeKind::BoolOp));

/// Of a definition, that of what decorates it.
int firstLineOf(const Node& statement) {
    const auto* function = statement.tryAs<FunctionDef>();
    const auto* type = statement.tryAs<ClassDef>();
    const auto decorators = function != nullptr ? function->decorators
                            : type != nullptr   ? type->decorators
                                                : language::NodeList<language::Expression>();
    return decorators.empty() ? statement.span.line : decorators.front()->span.line;
}

/// Takes the statements in the order of the text.
class Collector {
public:
    void take(const Node& statement) {
        const int first = firstLineOf(statement);
        const int end = statement.span.endLine;
        // What stands inside another ends that one's own lines.
        if (!found_.empty()) {
            StatementLines& before = found_.back();
            before.last = std::min(before.last, std::max(before.first, first - 1));
        }
        while (!around_.empty() && found_[around_.back().statement].end < first) around_.pop_back();
        const std::size_t number = found_.size();
        StatementLines& made = found_.emplace_back();
        made = {first, end, end, 0, -1};
        const bool defines =
            statement.kind == NodeKind::FunctionDef || statement.kind == NodeKind::ClassDef;
        if (defines) {
            made.function = first;
        } else if (!around_.empty()) {
            const Around& outer = around_.back();
            made.function = found_[outer.statement].function;
            made.loop = outer.loops ? static_cast<int>(outer.statement) : -1;
        }
        const bool loops = statement.kind == NodeKind::For || statement.kind == NodeKind::While;
        if (defines || loops) around_.push_back({number, loops});
    }

    std::vector<StatementLines> found() { return std::move(found_); }

private:
    struct Around {
        std::size_t statement = 0;
        bool loops = false;
    };
    std::vector<Around> around_;  ///< the definitions and loops that are not yet over
    std::vector<StatementLines> found_;
};

}  // namespace

std::vector<StatementLines> statementLines(const scenario::SourceText& source) {
    const language::ParseResult parsed = language::parse(source);
    if (!parsed) return {};
    Collector collector;
    language::walk(parsed.ast->module, [&collector](const Node* node) {
        if (isStatement(node->kind)) collector.take(*node);
    });
    return collector.found();
}

}  // namespace coroscope
