#pragma once

/// What a file makes of names, told from its text alone.

#include <map>
#include <set>
#include <string_view>

#include "engine/language/ast.h"

namespace coroscope::language {

/// Answers only where there is no doubt: a name that is bound in two ways anywhere in the file,
/// in whatever scope, stands for nothing that is known.
class BoundNames {
public:
    explicit BoundNames(const Module* file);

    /// Nothing in the file binds `name`: it is the builtin of this name.
    [[nodiscard]] bool isFree(std::string_view name) const;
    /// The module that `name` stands for wherever it is read; empty: none, or it cannot be told.
    [[nodiscard]] std::string_view moduleOf(std::string_view name) const;
    /// The file sets an attribute of this name, or asks whether there is one.
    [[nodiscard]] bool caresFor(std::string_view attribute) const {
        return attributes_.contains(attribute);
    }

private:
    void collect(const Node* node);
    void bind(std::string_view name, std::string_view module = {});
    void bindAlias(const Alias* alias);
    void noteCall(const Call* call);

    std::map<std::string_view, std::string_view> modules_;  ///< bound names; "": to something else
    std::set<std::string_view> attributes_;
    bool bindsUnknown_ = false;  ///< `from module import *`, or a setattr() with a computed name
};

}  // namespace coroscope::language
