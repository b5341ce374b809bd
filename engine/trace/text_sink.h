#pragma once

/// Where a writer's text goes. The engine opens no files: the command line and
/// the window hand in something that takes the text.

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <utility>

namespace coroscope::trace {

/// Collects text and passes it on in large blocks.
class TextSink {
public:
    using Take = std::function<void(std::string_view)>;

    explicit TextSink(Take take) : take_(std::move(take)) { block_.reserve(kBlock); }
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
    void flush() {
        if (!block_.empty()) take_(block_);
        block_.clear();
    }

private:
    static constexpr std::size_t kBlock = 1 << 16;
    Take take_;
    std::string block_;
};

}  // namespace coroscope::trace
