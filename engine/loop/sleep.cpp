#include "engine/loop/sleep.h"

#include <fmt/format.h>

#include "engine/loop/bind_python.h"
#include "engine/loop/debug.h"
#include "engine/loop/own_loops.h"
#include "engine/loop/run_context.h"
#include "engine/runtime/visitor.h"

namespace coroscope::loop {

namespace {

/// futures._set_result_unless_cancelled; the result lies in the future already.
Status wakeSleeper(RunContext& run, Object* target, Future*) {
    auto* future = static_cast<Future*>(target);
    if (future->done()) return kDone;
    Ref result = future->result;
    const ForeignFrame itself(run);
    return setResult(run, future, result);
}
constexpr NativeAction kWakeSleeper{
    wakeSleeper, "_set_result_unless_cancelled",
    "_set_result_unless_cancelled() at /usr/lib/python3.11/asyncio/futures.py:311"};

/// The most frequent wait of all, hence a state machine by hand.
class SleepBody final : public NativeBody {
public:
    SleepBody(Value delay, Value result) : delay_(delay), result_(result) {}

    StepOutcome resume(Vm& vm, Value, Exception* exception) override {
        RunContext& run = RunContext::of(vm);
        switch (state_) {
            case State::Fresh: return begin(run);
            case State::Yielding:
                if (exception) return raiseException(vm, Ptr<Exception>(exception));
                return StepOutcome::returned(std::move(result_));
            case State::Waiting: return goOn(run, exception);
        }
        return Raised{};
    }
    [[nodiscard]] Value awaiting() const override { return future_ ? future_.value() : Value(); }
    void traverse(const Visitor& visit) const override {
        visit(delay_);
        visit(result_);
        visit(future_);
        visit(timer_);
    }

private:
    enum class State : std::uint8_t { Fresh, Yielding, Waiting };

    StepOutcome begin(RunContext& run) {
        Vm& vm = run.vm;
        double seconds = 0;
        bool atOnce = false;
        if (delay_.isSmallInt() || delay_.isFloat()) {
            const Value delay = delay_;
            seconds = delay.isFloat() ? delay.real : static_cast<double>(delay.integer);
            atOnce = seconds <= 0;
        } else {
            atOnce = CORO_TRY(compareTruth(vm, delay_, Value::ofInt(0), Comparison::LessEqual));
        }
        if (atOnce) {
            state_ = State::Yielding;
            return StepOutcome::yielded(Ref::none());
        }
        if (!delay_.isSmallInt() && !delay_.isFloat()) seconds = CORO_TRY(asDouble(vm, delay_));
        EventLoop* loop = run.runningLoop;
        if (!loop) return raise(vm, vm.exc.RuntimeError, "no running event loop");
        future_ = CORO_TRY(createFuture(run, loop));
        future_->waitKind = trace::WaitKind::Sleep;
        future_->waitValue = seconds;
        future_->result = std::move(result_);
        future_->blocking = true;
        const double when = run.now() + seconds;
        const Value shown[] = {future_.value(), future_->result};
        timer_ = CORO_TRY(callLater(run, loop, delay_, when,
                                    {&kWakeSleeper, future_.get(), trace::TimerFor::Future,
                                     idOf(run, future_.get()).value, shown}));
        state_ = State::Waiting;
        return StepOutcome::yielded(future_.toRef());
    }

    StepOutcome goOn(RunContext& run, Exception* exception) {
        if (exception) {
            cancelHandle(run, timer_.get());
            return raiseException(run.vm, Ptr<Exception>(exception));
        }
        if (!future_->done()) {  // resumed by hand
            future_->blocking = true;
            return StepOutcome::yielded(future_.toRef());
        }
        Ref result = futureResult(run, future_.get());
        cancelHandle(run, timer_.get());
        if (result.isRaised()) return Raised{};
        return StepOutcome::returned(std::move(result));
    }

    State state_ = State::Fresh;
    Ref delay_, result_;
    Ptr<Future> future_;
    Ptr<Handle> timer_;
};

/// The coroutine `sleep(0)` that has yielded: all of them are alike.
struct BareYield : Object {};

}  // namespace

void initSleep(RunContext& run) {
    TypeSpec spec;
    spec.name = "coroutine";
    spec.flags = kTypeNoConstruct | kTypeIsFinal;
    spec.instanceBytes = sizeof(BareYield);
    spec.slots.destroy = destroyAs<BareYield>;
    spec.slots.send = [](Vm&, Value, Value) { return StepOutcome::returned(Ref::none()); };
    spec.slots.throwIn = [](Vm& vm, Value, Exception* exception) -> StepOutcome {
        return raiseException(vm, Ptr<Exception>(exception));
    };
    spec.slots.close = [](Vm&, Value) -> Status { return kDone; };
    spec.slots.repr = [](Vm& vm, Value self) {
        return newStr(vm, fmt::format("<coroutine object sleep at {:#x}>", vm.idOf(self)));
    };
    run.bareYield = Ptr<Object>(makeInstance<BareYield>(run.vm, makeType(run.vm, spec)).get());
}

Ref makeSleep(RunContext& run, Value delay, Value result) {
    return makeNativeCoroutine<SleepBody>(run.vm, "sleep", delay, result).toRef();
}

AtOnce sleepAtOnce(Vm& vm, const Arguments& a, FirstStep& step) {
    if (a.positional != 1) return AtOnce::No;
    const Value delay = a[0];
    const bool isZero =
        delay.isSmallInt() ? delay.integer <= 0 : delay.isFloat() && delay.real <= 0;
    if (!isZero) return AtOnce::No;
    step.value = Ref::none();
    step.waiting = RunContext::of(vm).bareYield.toRef();
    return AtOnce::Yielded;
}

Ref sleepFunction(Vm& vm, const Arguments& a) {
    static constexpr std::string_view kNames[] = {"delay", "result"};
    Value values[2];
    if (a.positional == 1 && a.keywords == 0) {
        values[0] = a[0];
    } else {
        CORO_TRY(bindLikePython(vm, "sleep", a, {kNames, 1, 2}, values));
    }
    return makeSleep(RunContext::of(vm), values[0],
                     values[1].isUnbound() ? Value::none() : values[1]);
}

}  // namespace coroscope::loop
