#include "engine/loop/fiber.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <sys/mman.h>
#include <utility>

#if defined(__SANITIZE_ADDRESS__)
#include <sanitizer/common_interface_defs.h>
#define CORO_TELL_SANITIZER 1
#else
#define CORO_TELL_SANITIZER 0
#endif

namespace coroscope::loop {

namespace {

/// As much as the main thread has. Sanitized frames are several times as large. Pages are had only
/// when they are touched.
constexpr std::size_t kStackBytes = (CORO_TELL_SANITIZER ? 16U : 8U) << 20;
/// Wider than any frame, so that no function steps over it.
constexpr std::size_t kGuardBytes = std::size_t{64} << 10;
constexpr std::size_t kPageBytes = 4096;
/// What stays below where a fiber stands, for the calls that it makes next.
constexpr std::size_t kKeptBytes = std::size_t{8} << 10;

void startSwitch([[maybe_unused]] void** fake, [[maybe_unused]] const void* stack,
                 [[maybe_unused]] std::size_t bytes) {
#if CORO_TELL_SANITIZER
    __sanitizer_start_switch_fiber(fake, stack, bytes);
#endif
}

void finishSwitch([[maybe_unused]] void* fake, [[maybe_unused]] const void** stack,
                  [[maybe_unused]] std::size_t* bytes) {
#if CORO_TELL_SANITIZER
    __sanitizer_finish_switch_fiber(fake, stack, bytes);
#endif
}

}  // namespace

std::unique_ptr<Fiber> Fiber::make(Body body, void* argument) {
    void* stack = mmap(nullptr, kStackBytes, PROT_READ | PROT_WRITE,
                       MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE | MAP_STACK, -1, 0);
    if (stack == MAP_FAILED) return nullptr;
    if (mprotect(stack, kGuardBytes, PROT_NONE) != 0) {
        munmap(stack, kStackBytes);
        return nullptr;
    }
    return std::unique_ptr<Fiber>(new Fiber(body, argument, stack, kStackBytes));
}

Fiber::Fiber(Body body, void* argument, void* stack, std::size_t bytes)
    : body_(body), argument_(argument), stack_(stack), bytes_(bytes) {
    getcontext(&self_);
    self_.uc_stack.ss_sp = stack_;
    self_.uc_stack.ss_size = bytes_;
    self_.uc_link = &caller_;
    const auto address = reinterpret_cast<std::uintptr_t>(this);
    // makecontext passes nothing wider than an int.
    makecontext(&self_, reinterpret_cast<void (*)()>(start), 2,
                static_cast<unsigned>(address & 0xFFFF'FFFFU),
                static_cast<unsigned>(address >> 32));
}

Fiber::~Fiber() { munmap(stack_, bytes_); }

std::ptrdiff_t Fiber::enter() {
    void* fake = nullptr;
    startSwitch(&fake, stack_, bytes_);
    swapcontext(&caller_, &self_);
    finishSwitch(fake, nullptr, nullptr);
    const std::size_t before = std::exchange(held_, ended_ ? 0 : trim());
    return static_cast<std::ptrdiff_t>(held_) - static_cast<std::ptrdiff_t>(before);
}

std::size_t Fiber::trim() {
    const auto begin = reinterpret_cast<std::uintptr_t>(stack_);
    const std::uintptr_t lowest = standsAt_ / kPageBytes * kPageBytes - kKeptBytes;
    if (lowest > begin + kGuardBytes * 2) {
        // No frame steps over a guard's width: what was deeper has touched some of these pages.
        unsigned char touched[kGuardBytes / kPageBytes] = {};
        auto* probed = reinterpret_cast<void*>(lowest - kGuardBytes);
        if (mincore(probed, kGuardBytes, touched) != 0 ||
            std::any_of(std::begin(touched), std::end(touched), [](auto page) { return page & 1; }))
            madvise(reinterpret_cast<void*>(begin + kGuardBytes), lowest - begin - kGuardBytes,
                    MADV_DONTNEED);
    }
    return begin + bytes_ - std::max(lowest, begin) + sizeof(Fiber);
}

void Fiber::leave() {
    standsAt_ = reinterpret_cast<std::uintptr_t>(__builtin_frame_address(0));
    startSwitch(&ownFake_, callerStack_, callerBytes_);
    swapcontext(&self_, &caller_);
    finishSwitch(ownFake_, &callerStack_, &callerBytes_);
}

void Fiber::start(unsigned low, unsigned high) {
    const std::uintptr_t address = (static_cast<std::uintptr_t>(high) << 32) | low;
    reinterpret_cast<Fiber*>(address)->run();
}

void Fiber::run() {
    finishSwitch(nullptr, &callerStack_, &callerBytes_);
    body_(argument_);
    ended_ = true;
    startSwitch(nullptr, callerStack_, callerBytes_);  // never to come back
}

}  // namespace coroscope::loop
