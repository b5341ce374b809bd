#include "engine/loop/modules/gc_module.h"

#include "engine/loop/lost_tasks.h"
#include "engine/loop/run_context.h"
#include "engine/runtime/cycle_collector.h"
#include "engine/runtime/effort.h"
#include "engine/runtime/native.h"

namespace coroscope::loop {

namespace {

class Collector final : public CycleCollector {
public:
    explicit Collector(RunContext& run) : CycleCollector(run.vm), run_(run) {}

private:
    void lost(Object* object) override {
        if (object->type->isSubtypeOf(run_.taskType)) loseTask(run_, static_cast<Task*>(object));
    }

    RunContext& run_;
};

std::int64_t collectIn(RunContext& run) {
    run.uncollected.letGo();
    Collector collector(run);
    return collector.collect();
}

/// gc.collect(): how many objects were garbage. A native, so that what is reported meanwhile is
/// reported at the caller's line. `a[0]`: what begins a collection, and what ends one.
Ref collect(Vm& vm, const Arguments& a) {
    static constexpr std::string_view kNames[] = {"generation"};
    Value given[1];
    CORO_TRY(bindArguments(vm, "collect", a.withoutFirst(), kNames, 0, 1, given));
    const std::int64_t generation = given[0].isUnbound() ? 2 : CORO_TRY(asIndex(vm, given[0]));
    Tuple* both = a[0].as<Tuple>();
    CORO_TRY(vm.call(both->items()[0], {Value::ofInt(generation)}));
    const Value count = Value::ofInt(collectIn(RunContext::of(vm)));
    if (!spendEffort(vm, 0)) return Raised{};
    CORO_TRY(vm.call(both->items()[1], {Value::ofInt(generation), count}));
    return count;
}

/// make_collect(begin, end)
Ref makeCollect(Vm& vm, const Arguments& a) {
    const Value both[] = {a[0], a[1]};
    const Ptr<Tuple> itself = makeTuple(vm, both);
    return makeBoundNative(vm, "collect", collect, itself.value(), 1, kAnyCount, kKeywords).toRef();
}

}  // namespace

Ref makeGcModule(RunContext& run) {
    Ptr<Module> module = makeModule(run.vm, "_gc");
    addFunction(run.vm, module->dict.get(), "make_collect", makeCollect, 2, 2);
    return std::move(module).toRef();
}

}  // namespace coroscope::loop
