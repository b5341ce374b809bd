// Slots::traverse, made of the members of a C++ struct that hold its references.
#pragma once

#include <ranges>

#include "engine/runtime/visitor.h"

namespace coroscope::runtime {

/// One reference, or all of a container of them.
template <class T>
void visitAll(const Visitor& visit, const T& member) {
    if constexpr (std::ranges::range<T>) {
        for (const auto& each : member) visitAll(visit, each);
    } else if constexpr (requires { member.forEach([](Object*) {}); }) {
        member.forEach([&](Object* each) { visit(each); });
    } else {
        visit(member);
    }
}

template <class T, class Member>
void visitMember(Object* object, const Visitor& visit, Member T::*member) {
    visitAll(visit, static_cast<const T*>(object)->*member);
}

/// `slots.traverse = traverseMembers<&Pair::first, &Pair::second>;`
template <auto... members>
void traverseMembers([[maybe_unused]] Object* object, [[maybe_unused]] const Visitor& visit) {
    (visitMember(object, visit, members), ...);
}

}  // namespace coroscope::runtime
