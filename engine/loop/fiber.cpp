#include "engine/loop/fiber.h"

#include <cstdint>
#include <sys/mman.h>

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

void Fiber::enter() {
    void* fake = nullptr;
    startSwitch(&fake, stack_, bytes_);
    swapcontext(&caller_, &self_);
    finishSwitch(fake, nullptr, nullptr);
}

void Fiber::leave() {
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
