// The fixture itself: also where it is defined, as every test of this room links it.
#include "tests/engine/runtime/run_python.h"

#include <gtest/gtest.h>

#include "engine/language/compiler.h"
#include "engine/language/parser.h"
#include "engine/runtime/exceptions.h"
#include "engine/runtime/vm.h"
#include "engine/scenario/source_text.h"

namespace coroscope::runtime::test {
namespace {

class TestHost : public Host {
public:
    static constexpr std::int64_t kSlice = 1'000'000;
    explicit TestHost(long long instructions) : left_(instructions) {}
    Vm* vm = nullptr;
    std::string out, err;

    void write(Stream stream, std::string_view text) override {
        (stream == Stream::Out ? out : err) += text;
    }
    void outOfFuel(std::int64_t) override {
        left_ -= kSlice - vm->fuel;  // instructions and effort
        if (left_ <= 0) return vm->stop(StopReason::Instructions);
        if (vm->heap.overLimit()) return vm->stop(StopReason::Memory);
        vm->refuel(kSlice);
    }
    Ref importModule(Vm&, Str*) override { return {}; }
    const scenario::ModuleFile* findModule(std::string_view) override { return nullptr; }
    std::string_view sourceLine(std::string_view, int) override { return {}; }
    void neverAwaited(Generator*) override {}
    void exceptionRaised(Exception*, Frame*) override {}

private:
    long long left_;
};

}  // namespace

PythonRun runPython(std::string_view text, const PythonLimits& limits) {
    PythonRun run;
    const auto source = scenario::SourceText::fromBytes("test.py", text);
    if (const auto* wrong = std::get_if<scenario::Diagnostic>(&source)) {
        run.error = wrong->message;
        return run;
    }
    language::ParseResult parsed = language::parse(std::get<scenario::SourceText>(source));
    if (!parsed) {
        run.error = parsed.error.message;
        return run;
    }
    auto compiled = language::compile(*parsed.ast->module, "test.py");
    if (const auto* wrong = std::get_if<scenario::Diagnostic>(&compiled)) {
        run.error = wrong->message;
        return run;
    }
    TestHost host(limits.instructions);
    {
        Vm vm(host);
        host.vm = &vm;
        vm.heap.setLimit(limits.memory);
        vm.refuel(TestHost::kSlice);
        const Ref result = vm.runModule(
            std::get<std::shared_ptr<const language::CodeObject>>(compiled), vm.intern("__main__"));
        run.stopped = vm.stopped();
        if (result.isRaised() && !vm.stopped() && vm.pending) {
            const Ptr<Exception> exception = takePending(vm);
            run.error = formatException(vm, exception.get());
        }
    }
    run.out = host.out;
    return run;
}

TEST(RunPython, GivesWhatWasPrinted) { EXPECT_EQ(runPython("print('a', 1)\n").out, "a 1\n"); }

TEST(RunPython, GivesTheTracebackOfAnUncaughtException) {
    EXPECT_TRUE(runPython("1 / 0\n").error.ends_with("ZeroDivisionError: division by zero\n"));
}

TEST(RunPython, StopsAtTheLimit) {
    EXPECT_TRUE(runPython("while True: pass\n", {.instructions = 100'000}).stopped);
}

}  // namespace coroscope::runtime::test
