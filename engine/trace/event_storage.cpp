#include "engine/trace/event_storage.h"

#include <algorithm>
#include <cstdint>
#include <sys/mman.h>

namespace coroscope::trace {

namespace {

constexpr std::size_t kHugePage = std::size_t{2} << 20;
/// EventIndex has 32 bits, the last of them meaning "none".
constexpr std::size_t kMostRows = 0xFFFF'FFFE;
/// Below this the reservation is given up.
constexpr std::size_t kFewestRows = 1024;

}  // namespace

EventStorage::EventStorage(std::size_t capacity) {
    capacity = std::min(capacity, kMostRows);
    for (; capacity > 0; capacity = capacity > kFewestRows ? capacity / 2 : 0) {
        const std::size_t bytes = capacity * sizeof(Event) + kHugePage;
        void* mapping = mmap(nullptr, bytes, PROT_READ | PROT_WRITE,
                             MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
        if (mapping == MAP_FAILED) {
            continue;
        }
        mapping_ = mapping;
        mappedBytes_ = bytes;
        capacity_ = capacity;
        const auto address = reinterpret_cast<std::uintptr_t>(mapping);
        const std::uintptr_t aligned = (address + kHugePage - 1) / kHugePage * kHugePage;
        rows_ = reinterpret_cast<Event*>(aligned);
        const std::size_t usable = bytes - (aligned - address);
        if (usable > kHugePage) {
            // Advice only: where huge pages are switched off, small ones do.
            (void)madvise(reinterpret_cast<void*>(aligned + kHugePage), usable - kHugePage,
                          MADV_HUGEPAGE);
        }
        return;
    }
}

EventStorage::~EventStorage() {
    if (mapping_ != nullptr) {
        (void)munmap(mapping_, mappedBytes_);
    }
}

}  // namespace coroscope::trace
