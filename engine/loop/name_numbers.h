// The numbers that names have in the trace's table of texts, for names that come again and again.
#pragma once

#include <cstdint>

#include "engine/loop/handle.h"
#include "engine/trace/recorder.h"

namespace coroscope::loop {

/// Remembers them by the address of what has the name, so that no text is hashed on hot paths. It
/// has few places: who comes late pushes out who was there.
class NameNumbers {
public:
    explicit NameNumbers(trace::Recorder& recorder) : recorder_(recorder) {}

    trace::TextId of(NativeCallback native) {
        Entry& entry = at(native);
        if (entry.owner != native) entry = {native, recorder_.intern(native->name)};
        return entry.number;
    }
    trace::TextId of(Str* text) {
        Entry& entry = at(text);
        if (entry.owner == text) return entry.number;
        const trace::TextId number = recorder_.intern(text->view());
        // Interned ones live as long as the VM; the address of another may be used again.
        if (text->isInterned()) entry = {text, number};
        return number;
    }

private:
    struct Entry {
        const void* owner = nullptr;
        trace::TextId number;
    };
    static constexpr std::size_t kEntries = 64;
    Entry& at(const void* owner) {
        return entries_[reinterpret_cast<std::uintptr_t>(owner) >> 4 & (kEntries - 1)];
    }

    trace::Recorder& recorder_;
    Entry entries_[kEntries];
};

}  // namespace coroscope::loop
