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

/// collect(): how many objects were garbage.
Ref collect(Vm& vm, const Arguments&) {
    RunContext& run = RunContext::of(vm);
    run.uncollected.letGo();
    Collector collector(run);
    const std::int64_t count = collector.collect();
    if (!spendEffort(vm, 0)) return Raised{};
    return Ref::ofInt(count);
}

}  // namespace

Ref makeGcModule(RunContext& run) {
    Ptr<Module> module = makeModule(run.vm, "_gc");
    addFunction(run.vm, module->dict.get(), "collect", collect, 0, 0);
    return std::move(module).toRef();
}

}  // namespace coroscope::loop
