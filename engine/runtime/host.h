// What the VM asks of its surroundings. The loop implements it, so that neither
// includes the other; tests of the runtime use a small one of their own.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "engine/runtime/value.h"

namespace coroscope::scenario {
struct ModuleFile;
}

namespace coroscope::runtime {

struct Exception;
struct Frame;
struct Generator;
struct Str;

enum class Stream : std::uint8_t { Out, Err };

/// Why a run was stopped from outside of the scenario. No `except` in it can catch that.
enum class StopReason : std::uint8_t {
    None,
    Instructions,
    Memory,
    Events,
    Output,
    Deadlock,
    Cancelled,
    ReplayEnd
};

class Host {
public:
    virtual ~Host() = default;
    virtual void write(Stream stream, std::string_view text) = 0;
    /// Called each time Vm::fuel ran out, with the number of instructions since the last
    /// call: accounts for them and sets Vm::fuel anew, or stops the run by Vm::stop().
    virtual void outOfFuel(std::int64_t instructions) = 0;
    /// A native module (`asyncio`, `time` …) that the runtime does not know itself: makes it, or
    /// returns Unbound. Raised if making it fails.
    virtual Ref importModule(Vm& vm, Str* name) = 0;
    /// The module of this dotted name among the scenario's own files; null if there is none.
    virtual const scenario::ModuleFile* findModule(std::string_view dottedName) = 0;
    /// Text of a source line for tracebacks; empty if unknown. Lines count from 1.
    virtual std::string_view sourceLine(std::string_view fileName, int line) = 0;
    /// A coroutine died that nobody awaited (warnings go to stderr through write).
    virtual void neverAwaited(Generator* coroutine) = 0;
    /// How many frames of the standard library's own CPython would have between this one and the
    /// one that called it: those of the event loop under a task's.
    [[nodiscard]] virtual int foreignFramesBelow(const Frame*) const { return 0; }
    /// Whether the running frame has called what CPython has in Python, and that is at work now: the
    /// event loop itself, between two steps of its tasks.
    [[nodiscard]] virtual bool isInLibrary() const { return false; }
    /// An asynchronous generator is about to be iterated for the first time (`firstiter` of
    /// sys.set_asyncgen_hooks).
    virtual void asyncGeneratorBegun(Generator*) {}
    /// One that had begun is about to die (`finalizer`). True: closing it is not the runtime's
    /// business; somebody may hold it again.
    virtual bool asyncGeneratorDying(Generator*) { return false; }
    /// The next line that input() reads, without its end; false: there is none.
    virtual bool readLine(std::string&) { return false; }
    /// An exception was raised in the scenario (for the trace). `frame` may be null.
    virtual void exceptionRaised(Exception* exception, Frame* frame) = 0;
};

}  // namespace coroscope::runtime
