#include "engine/language/bound_names.h"

#include "engine/language/ast_walk.h"

namespace coroscope::language {

bool BoundNames::isFree(std::string_view name) const {
    return !bindsUnknown_ && !modules_.contains(name) && !caresFor(name);
}

std::string_view BoundNames::moduleOf(std::string_view name) const {
    const auto found = modules_.find(name);
    return bindsUnknown_ || found == modules_.end() ? std::string_view() : found->second;
}

void BoundNames::bind(std::string_view name, std::string_view module) {
    if (name.empty()) return;
    const auto [found, isNew] = modules_.try_emplace(name, module);
    if (!isNew && found->second != module) found->second = {};
}

void BoundNames::bindAlias(const Alias* alias) {
    if (!alias->asName.empty()) {
        bind(alias->asName, alias->name);
        return;
    }
    // `import a.b` binds `a`.
    const std::string_view top = alias->name.substr(0, alias->name.find('.'));
    bind(top, top);
}

void BoundNames::noteCall(const Call* call) {
    const auto* function = call->function->tryAs<Name>();
    if (function == nullptr || call->arguments.size() < 2) return;
    const bool sets = function->id == "setattr";
    if (!sets && function->id != "hasattr") return;
    const auto* attribute = call->arguments[1]->tryAs<Constant>();
    if (attribute != nullptr && attribute->type == ConstantType::Str) {
        attributes_.insert(attribute->text);
    } else if (sets) {
        bindsUnknown_ = true;
    }
}

BoundNames::BoundNames(const Module* file) {
    walk(file, [this](const Node* node) { collect(node); });
}

void BoundNames::collect(const Node* node) {
    switch (node->kind) {
        case NodeKind::Import:
            for (const Alias* alias : node->as<Import>()->names) bindAlias(alias);
            break;
        case NodeKind::ImportFrom:
            for (const Alias* alias : node->as<ImportFrom>()->names) {
                if (alias->name == "*") bindsUnknown_ = true;
                bind(alias->asName.empty() ? alias->name : alias->asName);
            }
            break;
        case NodeKind::Name:
            if (node->as<Name>()->context != ExprContext::Load) bind(node->as<Name>()->id);
            break;
        case NodeKind::Attribute:
            if (node->as<Attribute>()->context != ExprContext::Load)
                attributes_.insert(node->as<Attribute>()->name);
            break;
        case NodeKind::Call: noteCall(node->as<Call>()); break;
        case NodeKind::FunctionDef: bind(node->as<FunctionDef>()->name); break;
        case NodeKind::ClassDef: bind(node->as<ClassDef>()->name); break;
        case NodeKind::Parameter: bind(node->as<Parameter>()->name); break;
        case NodeKind::ExceptHandler: bind(node->as<ExceptHandler>()->name); break;
        case NodeKind::MatchAs: bind(node->as<MatchAs>()->name); break;
        case NodeKind::MatchStar: bind(node->as<MatchStar>()->name); break;
        case NodeKind::MatchMapping: bind(node->as<MatchMapping>()->rest); break;
        default: break;
    }
}

}  // namespace coroscope::language
