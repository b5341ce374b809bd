#pragma once

// Runs the text of a scenario in a RunContext of its own.

#include <string>
#include <string_view>
#include <variant>

#include "engine/language/compiler.h"
#include "engine/language/parser.h"
#include "engine/loop/run_context.h"
#include "engine/scenario/source_text.h"
#include "engine/trace/recorder.h"
#include "engine/trace/trace.h"

namespace coroscope::loop::test {

struct ScenarioRun {
    std::string out;
    std::string error;    ///< stderr
    std::string message;  ///< of a deadlock or a limit
    trace::Finish finish = trace::Finish::Ok;
    int exitCode = 0;
    double endTime = 0;
    trace::Trace trace;
};

inline ScenarioRun runText(std::string_view text, RunSettings settings = {}) {
    ScenarioRun result;
    const auto read = scenario::SourceText::fromBytes("test.py", text);
    const auto& source = std::get<scenario::SourceText>(read);
    const language::ParseResult parsed = language::parse(source);
    if (!parsed) {
        result.error = parsed.error.message;
        result.exitCode = 2;
        return result;
    }
    const auto compiled = language::compile(*parsed.ast->module, "test.py");
    settings.sourceLine = [&source](std::string_view, int line) { return source.line(line); };
    trace::Recorder recorder(settings.limits.events);
    {
        RunContext run(std::move(settings), recorder);
        recorder.onFull([&run] { run.vm.stop(StopReason::Events); });
        run.runMain(std::get<std::shared_ptr<const language::CodeObject>>(compiled));
        result.out = run.stdoutText;
        result.error = run.stderrText;
        result.message = run.message;
        result.finish = run.finish;
        result.exitCode = run.exitCode;
        result.endTime = run.clock.now();
    }
    result.trace = recorder.take();
    return result;
}

/// The body of `async def main()`, run by asyncio.run; what it printed, or else its traceback.
inline std::string runMain(const std::string& body, const std::string& before = "") {
    std::string text = "import asyncio, time\n" + before + "async def main():\n";
    text += "    now = asyncio.get_running_loop().time\n";
    std::size_t from = 0;
    while (from < body.size()) {
        const std::size_t end = std::min(body.find('\n', from), body.size());
        text += "    " + body.substr(from, end - from) + "\n";
        from = end + 1;
    }
    const ScenarioRun run = runText(text + "asyncio.run(main())\n");
    return run.out + run.error + run.message;
}

}  // namespace coroscope::loop::test
