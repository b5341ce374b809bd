// Native `async def` functions, written as C++ coroutines.
//
//     Async waitForBody(RunContext &run, Ref awaitable) {
//       Ref iterator = getAwaitable(run.vm, awaitable);
//       if (iterator.isRaised()) co_return Raised{};
//       Ref result = co_await Waiting{iterator};   // Raised, with Vm::pending set, if it raised
//       co_return result;
//     }
//     makeAsync(run.vm, "wait_for", waitForBody(run, awaitable));
//
// A body never sees who drives it: send, throw and close come through what it waits on, as
// they do for a Python coroutine that stands at an `await`. After each co_await look for Raised.
#pragma once

#include <array>
#include <coroutine>
#include <cstddef>
#include <exception>

#include "engine/loop/run_context.h"
#include "engine/runtime/visitor.h"

namespace coroscope::loop {

using namespace runtime;  // NOLINT: as in handle.h

/// An object that a variable of a body owns.
struct Owned {
    Owned() = default;
    Owned(const Ref& variable) : object(variable.isObject() ? variable.get().object : nullptr) {}
    template <class T>
    Owned(const Ptr<T>& variable) : object(variable.get()) {}
    Object* object = nullptr;
};

/// `co_await Waiting{iterator}`: drives what getAwaitable gave to its end.
struct Waiting {
    Value iterator;           ///< borrowed for the length of the expression; the body holds it then
    bool* byThrow = nullptr;  ///< is told whether what ended it was an exception thrown in
    /// What the body's variables own one reference to each meanwhile. The collector of cycles can
    /// look into no C++ frame: what it is not told of lives.
    std::array<Owned, 3> owned{};
};

class Async {
public:
    struct promise_type {
        /// The frames of bodies live in the run's heap. A body's first parameter is the run or the
        /// VM.
        template <class... Others>
        static void* operator new(std::size_t bytes, RunContext& run, const Others&...) {
            return run.vm.heap.allocateRaw(bytes);
        }
        template <class... Others>
        static void* operator new(std::size_t bytes, Vm& vm, const Others&...) {
            return vm.heap.allocateRaw(bytes);
        }
        static void operator delete(void* frame, std::size_t bytes) { Heap::freeRaw(frame, bytes); }

        Ref waiting;                   ///< the iterator that it stands at
        Ref delivered;                 ///< what became of it
        bool* byThrow = nullptr;       ///< Waiting::byThrow
        std::array<Owned, 3> owned{};  ///< Waiting::owned
        Ref result;

        Async get_return_object() {
            return Async(std::coroutine_handle<promise_type>::from_promise(*this));
        }
        std::suspend_always initial_suspend() noexcept { return {}; }
        std::suspend_always final_suspend() noexcept { return {}; }
        void return_value(Ref value) { result = std::move(value); }
        void unhandled_exception() noexcept { std::terminate(); }

        struct Awaiter {
            promise_type* promise;
            [[nodiscard]] bool await_ready() const noexcept { return false; }
            void await_suspend(std::coroutine_handle<>) const noexcept {}
            Ref await_resume() const noexcept { return std::move(promise->delivered); }
        };
        Awaiter await_transform(Waiting what) {
            waiting = Ref(what.iterator);
            byThrow = what.byThrow;
            owned = what.owned;
            return {this};
        }
    };

    explicit Async(std::coroutine_handle<promise_type> handle) : handle_(handle) {}
    Async(Async&& other) noexcept : handle_(std::exchange(other.handle_, nullptr)) {}
    Async& operator=(Async&&) = delete;
    Async(const Async&) = delete;
    Async& operator=(const Async&) = delete;
    ~Async() {
        if (handle_) handle_.destroy();
    }

private:
    friend class AsyncBody;
    std::coroutine_handle<promise_type> handle_;
};

class AsyncBody final : public NativeBody {
public:
    explicit AsyncBody(Async body) : body_(std::move(body)) {}

    StepOutcome resume(Vm& vm, Value sent, Exception* exception) override {
        auto handle = body_.handle_;
        Async::promise_type& promise = handle.promise();
        if (!started_) {
            started_ = true;
            handle.resume();
        }
        Ptr<Exception> thrown(exception);
        while (!handle.done()) {
            if (promise.byThrow) *promise.byThrow = bool(thrown);
            StepOutcome outcome = thrown ? throwIn(vm, promise.waiting, std::move(thrown))
                                         : sendTo(vm, promise.waiting, sent);
            thrown.reset();
            sent = Value::none();
            if (outcome.kind == StepOutcome::Kind::Yielded) return outcome;
            promise.waiting.reset();
            promise.owned = {};
            promise.delivered = outcome.kind == StepOutcome::Kind::Returned
                                    ? std::move(outcome.value)
                                    : Ref(Raised{});
            handle.resume();
        }
        if (promise.result.isRaised()) return Raised{};
        return StepOutcome::returned(std::move(promise.result));
    }

    [[nodiscard]] Value awaiting() const override { return body_.handle_.promise().waiting; }
    void traverse(const Visitor& visit) const override {
        const Async::promise_type& promise = body_.handle_.promise();
        visit(promise.waiting);
        for (const Owned& each : promise.owned) visit(each.object);
    }

private:
    /// GeneratorExit closes what it waits on and is then raised here (_gen_throw).
    static StepOutcome throwIn(Vm& vm, const Ref& waiting, Ptr<Exception> exception) {
        if (exception->type->isSubtypeOf(vm.exc.GeneratorExit)) {
            CORO_TRY(closeIterator(vm, waiting));
            return raiseException(vm, std::move(exception));
        }
        return throwInto(vm, waiting, std::move(exception));
    }

    Async body_;
    bool started_ = false;
};

/// A coroutine object that runs `body`.
[[nodiscard]] inline Ref makeAsync(Vm& vm, Literal name, Async body) {
    return makeNativeCoroutine<AsyncBody>(vm, name, std::move(body)).toRef();
}

/// What a NativeAwait gives where all is done.
[[nodiscard]] inline AtOnce doneAtOnce(FirstStep& step, Ref value) {
    step.value = std::move(value);
    return AtOnce::Returned;
}

/// A coroutine that does all it does in its first step, as `__aenter__` often does.
class ImmediateBody final : public NativeBody {
public:
    using Function = Ref (*)(Vm& vm, Value self, Value argument);
    ImmediateBody(Function function, Value self, Value argument)
        : function_(function), self_(self), argument_(argument) {}
    StepOutcome resume(Vm& vm, Value, Exception* exception) override {
        if (exception) return raiseException(vm, Ptr<Exception>(exception));
        return StepOutcome::returned(CORO_TRY(function_(vm, self_, argument_)));
    }
    void traverse(const Visitor& visit) const override {
        visit(self_);
        visit(argument_);
    }

private:
    Function function_;
    Ref self_, argument_;
};

[[nodiscard]] inline Ref makeImmediate(Vm& vm, Literal name, ImmediateBody::Function function,
                                       Value self, Value argument = {}) {
    return makeNativeCoroutine<ImmediateBody>(vm, name, function, self, argument).toRef();
}

}  // namespace coroscope::loop
