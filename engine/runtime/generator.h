// Generators, coroutines and asynchronous generators: one mechanism, a frame that
// can be resumed, by send, throw or close (Objects/genobject.c).
//
// Native coroutines (asyncio.sleep and its like) are of the same Python type
// `coroutine` as those of the scenario, with a NativeBody in place of a frame.
#pragma once

#include <cstddef>
#include <new>
#include <string_view>
#include <utility>

#include "engine/runtime/exceptions.h"
#include "engine/runtime/frame.h"

namespace coroscope::runtime {

/// The C++ side of a native coroutine.
class NativeBody {
public:
    virtual ~NativeBody() = default;
    /// Goes on to its next stop. Either `sent` is what it was resumed with (None at first), or
    /// `exception` is thrown in where it stands (`sent` is Unbound then).
    virtual StepOutcome resume(Vm& vm, Value sent, Exception* exception) = 0;
    /// What it waits for, for `cr_await`; Unbound: nothing.
    [[nodiscard]] virtual Value awaiting() const { return {}; }
    /// The references that it owns; see Slots::traverse.
    virtual void traverse(const Visitor&) const {}
};

struct Generator : Object {
    enum class State : std::uint8_t { Created, Suspended, Running, Closed };
    State state = State::Created;
    CodeKind kind = CodeKind::Generator;
    std::uint16_t bodyBytes = 0;  ///< of the native body, which lies in the same cell, behind this
    bool hasBody : 1 = false;     ///< native, and not closed
    bool awaited : 1 = false;     ///< a coroutine that was started or closed: no "never awaited"
    bool iterableCoroutine : 1 = false;  ///< made by types.coroutine
    // Of asynchronous generators (Objects/genobject.c, PyAsyncGenObject):
    bool begun : 1 = false;  ///< somebody asked for its first item; the host knows
    bool asyncClosed : 1 =
        false;  ///< it ended, or aclose() began: whatever is asked of it, it is at its end
    bool asyncRunning : 1 = false;  ///< one of its awaitables is at work
    bool yielding : 1 = false;  ///< what comes out of its frame is a `yield`'s, not an `await`'s
    Ptr<Frame> frame;           ///< empty when closed, or native
    Ptr<Code> code;             ///< stays when the frame has gone; empty if native
    ExceptionState exceptions;
    /// Where they are not those of its code: a tuple of `__name__` and `__qualname__`; of a native
    /// the latter.
    Ptr<Object> names;

    [[nodiscard]] NativeBody* body() {
        return hasBody ? reinterpret_cast<NativeBody*>(this + 1) : nullptr;
    }
    [[nodiscard]] Str* qualifiedName() const;
};
static_assert(sizeof(Generator) == 64, "There are as many as there are tasks");

[[nodiscard]] Ptr<Generator> makeGenerator(Vm& vm, Ptr<Frame> frame);

/// A name that is a literal in the source, so that its address stands for its text.
class Literal {
public:
    template <std::size_t N>
    consteval Literal(const char (&text)[N]) : text_(text, N - 1) {}
    [[nodiscard]] std::string_view view() const { return text_; }

private:
    std::string_view text_;
};

/// A native coroutine with room for a body of so many bytes behind it: for makeNativeCoroutine.
[[nodiscard]] Ptr<Generator> makeBodilessCoroutine(Vm& vm, Literal name, std::size_t bodyBytes);

/// A coroutine whose body is a Body, made of these arguments. `name` is its `__qualname__`.
template <class Body, class... Args>
[[nodiscard]] Ptr<Generator> makeNativeCoroutine(Vm& vm, Literal name, Args&&... args) {
    static_assert(sizeof(Generator) % alignof(Body) == 0);
    Ptr<Generator> generator = makeBodilessCoroutine(vm, name, sizeof(Body));
    new (generator.get() + 1) Body(std::forward<Args>(args)...);
    generator->hasBody = true;
    return generator;
}

/// `gen.send(value)`; a just-started one must be sent None. On return Raised, Vm::pending is set
/// (never StopIteration for a return: that is StepOutcome::Returned).
StepOutcome generatorSend(Vm& vm, Generator* generator, Value sent);
/// `closing`: what it waits for is closed by a GeneratorExit, not thrown at.
StepOutcome generatorThrow(Vm& vm, Generator* generator, Ptr<Exception> exception,
                           bool closing = true);
Status generatorClose(Vm& vm, Generator* generator);
/// What it awaits or yields from at present; borrowed; Unbound if nothing.
[[nodiscard]] Value generatorAwaiting(Generator* generator);

/// Where a frame stands, as `f_lineno` tells it: one that has not begun at the line of its `def`.
[[nodiscard]] int shownLine(const Frame* frame);

/// send/throw/close on anything that can be waited on (generators, natives by slots, other
/// objects by their methods), as `yield from` does.
StepOutcome sendTo(Vm& vm, Value iterator, Value sent);
StepOutcome throwInto(Vm& vm, Value iterator, Ptr<Exception> exception);
Status closeIterator(Vm& vm, Value iterator);
/// What `await x` waits on (CPython's _PyCoro_GetAwaitableIter), or TypeError.
[[nodiscard]] Ref getAwaitable(Vm& vm, Value value);

/// The Python-level form of an outcome: a return is StopIteration.
[[nodiscard]] Ref pythonResult(Vm& vm, StepOutcome outcome);
/// The exception that `throw(type)`, `throw(type, value)`, `throw(instance)` mean; `a[0]` is self.
[[nodiscard]] Outcome<Ptr<Exception>> exceptionToThrow(Vm& vm, const Arguments& a);
/// The generator whose frame goes on when this is resumed: that of a coroutine, a generator, or of
/// what `asend()` and its like gave; null for anything else.
[[nodiscard]] Generator* generatorBehind(const Vm& vm, Value awaitable);
/// `agen.aclose()`.
[[nodiscard]] Ref closeAsyncGenerator(Vm& vm, Generator* generator);

void initGeneratorTypes(Vm& vm);
void initAsyncGeneratorTypes(Vm& vm);

}  // namespace coroscope::runtime
