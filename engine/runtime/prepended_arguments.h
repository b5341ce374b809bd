#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "engine/runtime/counted.h"
#include "engine/runtime/type.h"
#include "engine/runtime/vm.h"

namespace coroscope::runtime {

/// The arguments of a call with one more before them: the `self` of a method, the class of a
/// `__new__`. Borrows all of them, and is to outlive the call.
class PrependedArguments {
public:
    PrependedArguments(Vm& vm, Value first, const Arguments& rest)
        : many_(Counted<Value>(vm.heap)) {
        const std::size_t total = rest.total();
        Value* values = few_.data();
        if (total + 1 > few_.size()) {
            many_.resize(total + 1);
            values = many_.data();
        }
        values[0] = first;
        for (std::size_t i = 0; i < total; ++i) values[i + 1] = rest.values[i];
        all_ = Arguments{values, rest.positional + 1, rest.keywords, rest.keywordNames};
    }
    PrependedArguments(const PrependedArguments&) = delete;
    PrependedArguments& operator=(const PrependedArguments&) = delete;
    [[nodiscard]] const Arguments& get() const { return all_; }

private:
    std::array<Value, 8> few_;
    std::vector<Value, Counted<Value>> many_;
    Arguments all_;
};

}  // namespace coroscope::runtime
