// A native `async def` whose C++ coroutine is made as it begins: until then the collector of cycles
// sees what the function was given.
#pragma once

#include <array>
#include <optional>

#include "engine/loop/async_body.h"

namespace coroscope::loop {

/// The first of the given is what is to be awaited. A body leaves what it was given where it is: an
/// error that keeps the coroutine keeps that as well.
template <std::size_t kCount>
class LazyBody final : public NativeBody {
public:
    using Given = std::array<Ref, kCount>;
    using Begin = Async (*)(RunContext& run, Given given);
    LazyBody(Begin begin, Given given) : begin_(begin), given_(std::move(given)) {}

    StepOutcome resume(Vm& vm, Value sent, Exception* exception) override {
        if (!body_) body_.emplace(begin_(RunContext::of(vm), std::exchange(given_, {})));
        return body_->resume(vm, sent, exception);
    }
    [[nodiscard]] Value awaiting() const override {
        return body_ ? body_->awaiting() : given_.front().get();
    }
    void traverse(const Visitor& visit) const override {
        for (const Ref& each : given_) visit(each);
        if (body_) body_->traverse(visit);
    }

private:
    Begin begin_;
    Given given_;
    std::optional<AsyncBody> body_;
};

}  // namespace coroscope::loop
