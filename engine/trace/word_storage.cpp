#include "engine/trace/word_storage.h"

#include <algorithm>
#include <sys/mman.h>

namespace coroscope::trace {

namespace {

constexpr std::size_t kHugePage = std::size_t{2} << 20;
/// Below this the reservation is given up.
constexpr std::size_t kFewestWords = 1024;

}  // namespace

WordStorage::WordStorage(std::size_t capacity) {
    for (; capacity > 0; capacity = capacity > kFewestWords ? capacity / 2 : 0) {
        const std::size_t bytes = capacity * sizeof(std::uint32_t) + kHugePage;
        void* mapping = mmap(nullptr, bytes, PROT_READ | PROT_WRITE,
                             MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
        if (mapping == MAP_FAILED) continue;
        mapping_ = mapping;
        mappedBytes_ = bytes;
        capacity_ = capacity;
        const auto address = reinterpret_cast<std::uintptr_t>(mapping);
        const std::uintptr_t aligned = (address + kHugePage - 1) / kHugePage * kHugePage;
        words_ = reinterpret_cast<std::uint32_t*>(aligned);
        const std::size_t usable = bytes - (aligned - address);
        if (usable > kHugePage) {
            // Advice only: where huge pages are switched off, small ones do.
            (void)madvise(reinterpret_cast<void*>(aligned + kHugePage), usable - kHugePage,
                          MADV_HUGEPAGE);
        }
        return;
    }
}

WordStorage::~WordStorage() {
    if (mapping_ != nullptr) (void)munmap(mapping_, mappedBytes_);
}

}  // namespace coroscope::trace
