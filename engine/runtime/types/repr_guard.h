// The repr of a container that holds itself is "[...]" (Objects/object.c Py_ReprEnter).
#pragma once

#include "engine/runtime/value.h"

namespace coroscope::runtime {

/// Marks an object while its repr is being made.
class ReprGuard {
public:
    explicit ReprGuard(Value value)
        : recursive((value.object->flags & kMark) != 0), object_(value.object) {
        object_->flags |= kMark;
    }
    ReprGuard(const ReprGuard&) = delete;
    ReprGuard& operator=(const ReprGuard&) = delete;
    ~ReprGuard() {
        if (!recursive) object_->flags &= ~kMark;
    }
    const bool recursive;

private:
    static constexpr std::uint32_t kMark = 1U << 29;
    Object* object_;
};

}  // namespace coroscope::runtime
