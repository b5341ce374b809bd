#include "engine/runtime/types/text_replace.h"

#include "engine/runtime/types/common.h"
#include "engine/runtime/types/str_index.h"

namespace coroscope::runtime {

namespace {

/// The places of `old` in a text, one after the other.
class Places {
public:
    Places(std::string_view text, std::string_view old, std::int64_t limit, TextItem item)
        : text_(text), old_(old), left_(limit < 0 ? INT64_MAX : limit), item_(item) {}

    /// Where the next one begins; none is left: npos.
    std::size_t next() {
        if (left_-- <= 0 || at_ > text_.size()) return std::string_view::npos;
        if (!old_.empty()) {
            const std::size_t found = findText(text_, old_, at_);
            at_ = found == std::string_view::npos ? text_.size() + 1 : found + old_.size();
            return found;
        }
        const std::size_t place = at_++;
        while (item_ == TextItem::Character && at_ < text_.size() && isInsideCharacter(text_[at_]))
            ++at_;
        return place;
    }

private:
    static bool isInsideCharacter(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

    std::string_view text_, old_;
    std::int64_t left_;
    TextItem item_;
    std::size_t at_ = 0;
};

}  // namespace

Outcome<std::optional<std::string>> replaceText(Vm& vm, std::string_view text, std::string_view old,
                                                std::string_view with, std::int64_t limit,
                                                TextItem item) {
    std::size_t bytes = text.size();
    if (with.size() > old.size() && text.size() + with.size() > Heap::kLargestCell) {
        Places places(text, old, limit, item);
        while (places.next() != std::string_view::npos) bytes += with.size() - old.size();
    }
    CORO_TRY(reserveBytes(vm, bytes * 2));
    Places places(text, old, limit, item);
    std::size_t place = places.next();
    if (place == std::string_view::npos) return std::optional<std::string>();
    std::string out;
    out.reserve(bytes);
    std::size_t at = 0;
    for (; place != std::string_view::npos; place = places.next()) {
        out += text.substr(at, place - at);
        out += with;
        at = place + old.size();
    }
    out += text.substr(at);
    return std::optional(std::move(out));
}

}  // namespace coroscope::runtime
