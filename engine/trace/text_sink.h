#pragma once

/// Where a writer's text goes. The engine opens no files: the command line and
/// the window hand in something that takes the text.

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <utility>

namespace coroscope::trace {

/// Told how far work has come, 0 to 1. False: no more of it is wanted.
using GoOn = std::function<bool(double share)>;

/// Collects text and passes it on in large blocks.
class TextSink {
public:
    using Take = std::function<void(std::string_view)>;

    explicit TextSink(Take take, GoOn goOn = {}) : take_(std::move(take)), goOn_(std::move(goOn)) {
        block_.reserve(kBlock);
    }
    ~TextSink() { flush(); }
    TextSink(const TextSink&) = delete;
    TextSink& operator=(const TextSink&) = delete;

    void write(std::string_view text) {
        block_ += text;
        if (block_.size() >= kBlock) flush();
    }
    void put(char character) {
        block_ += character;
        if (block_.size() >= kBlock) flush();
    }
    /// To be asked now and then by who has much to write. False: nobody wants the text any more,
    /// whatever it would become, so that one may leave off anywhere.
    [[nodiscard]] bool goOn(double share) {
        if (!stopped_ && goOn_) stopped_ = !goOn_(share);
        return !stopped_;
    }
    /// The same for each of many small parts.
    [[nodiscard]] bool goOn(std::size_t done, std::size_t count) {
        if (done % kPartsBetweenLooks != 0) return !stopped_;
        return goOn(static_cast<double>(done) / static_cast<double>(count));
    }
    void flush() {
        if (!block_.empty()) take_(block_);
        block_.clear();
    }

private:
    static constexpr std::size_t kBlock = 1 << 16;
    static constexpr std::size_t kPartsBetweenLooks = 1 << 12;
    Take take_;
    GoOn goOn_;
    bool stopped_ = false;
    std::string block_;
};

}  // namespace coroscope::trace
