// A C++ stack of its own, that code can be left on and gone on with later.
//
// Frames of the scenario live on the heap, yet natives call back into it (sorted with a key, a
// module being imported): a worker thread that sleeps there leaves C++ calls unfinished. So each
// has a stack, and only one of all runs at a time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <ucontext.h>

namespace coroscope::loop {

class Fiber {
public:
    using Body = void (*)(void* argument);
    /// Null where there is no memory for another stack.
    [[nodiscard]] static std::unique_ptr<Fiber> make(Body body, void* argument);
    ~Fiber();
    Fiber(const Fiber&) = delete;
    Fiber& operator=(const Fiber&) = delete;

    /// Runs the body from where it stands until it leaves or ends. Not from within a fiber.
    /// Returns by how many bytes its memory has grown: pages below where it stands, touched by
    /// calls that are over, go back to the system.
    std::ptrdiff_t enter();
    /// Within the body: back to who entered it.
    void leave();
    [[nodiscard]] bool ended() const { return ended_; }
    /// Below this address only an eighth of the stack is left, for what does not nest.
    [[nodiscard]] std::uintptr_t stackEnd() const {
        return reinterpret_cast<std::uintptr_t>(stack_) + bytes_ / 8;
    }

private:
    Fiber(Body body, void* argument, void* stack, std::size_t bytes);
    static void start(unsigned low, unsigned high);
    void run();
    [[nodiscard]] std::size_t trim();

    Body body_;
    void* argument_;
    void* stack_;  ///< mapped, with a page below that nothing may touch
    std::size_t bytes_;
    std::uintptr_t standsAt_ = 0;  ///< an address of the frame that left
    std::size_t held_ = 0;         ///< bytes from there to the stack's upper end
    ucontext_t self_{};
    ucontext_t caller_{};
    bool ended_ = false;
    // What AddressSanitizer wants to be told of each switch.
    void* ownFake_ = nullptr;
    const void* callerStack_ = nullptr;
    std::size_t callerBytes_ = 0;
};

}  // namespace coroscope::loop
