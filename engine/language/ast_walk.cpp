#include "engine/language/ast_walk.h"

#include <utility>

namespace coroscope::language {

const Node* findDeeperThan(const Node* root, int limit) {
    std::vector<std::pair<const Node*, int>> waiting{{root, 0}};
    while (!waiting.empty()) {
        const auto [node, depth] = waiting.back();
        waiting.pop_back();
        if (depth > limit) return node;
        forEachChild(node, [&waiting, next = depth + 1](const Node* child) {
            waiting.emplace_back(child, next);
        });
    }
    return nullptr;
}

}  // namespace coroscope::language
