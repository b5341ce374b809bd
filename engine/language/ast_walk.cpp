#include "engine/language/ast_walk.h"

#include <utility>

namespace coroscope::language {

const If* elifOf(const If* statement) {
    return statement->orElse.size() == 1 ? statement->orElse.front()->tryAs<If>() : nullptr;
}

const Node* findDeeperThan(const Node* root, int limit) {
    constexpr int kLevel = 3, kElif = 1;
    std::vector<std::pair<const Node*, int>> waiting{{root, 0}};
    while (!waiting.empty()) {
        const auto [node, depth] = waiting.back();
        waiting.pop_back();
        if (depth > limit * kLevel) return node;
        const auto* statement = node->tryAs<If>();
        const Node* chained = statement ? elifOf(statement) : nullptr;
        forEachChild(node, [&waiting, chained, depth = depth](const Node* child) {
            waiting.emplace_back(child, depth + (child == chained ? kElif : kLevel));
        });
    }
    return nullptr;
}

}  // namespace coroscope::language
