// SPDX-License-Identifier: GPL-3.0-or-later
/// The way from a scenario's text to bytecode, per line of a program of ordinary shape.

#include <string>
#include <utility>
#include <variant>

#include <benchmark/benchmark.h>

#include "engine/language/compiler.h"
#include "engine/language/lexer.h"
#include "engine/language/parser.h"
#include "engine/scenario/source_text.h"

namespace coroscope::language {
namespace {

/// `functions` times the same twelve lines, under names of their own.
scenario::SourceText program(std::size_t functions) {
    std::string text = "import asyncio\n";
    for (std::size_t i = 0; i < functions; ++i) {
        const std::string number = std::to_string(i);
        text += "async def worker" + number + "(name, delay=0.5, *rest, **options):\n";
        text +=
            "    \"\"\"Waits, and says so.\"\"\"\n"
            "    total = 0\n"
            "    for turn in range(3):\n"
            "        try:\n"
            "            await asyncio.sleep(delay * turn)\n"
            "        except asyncio.CancelledError:\n"
            "            print(f\"{name} cancelled after {total:.2f} s\")\n"
            "            raise\n"
            "        total += sum(n * n for n in (1, 2, turn) if n % 2)\n"
            "        rest = [word.upper() for word in options.get(\"words\", ())]\n"
            "    return {\"name\": name, \"total\": total, \"rest\": rest}\n";
    }
    auto source = scenario::SourceText::fromBytes("bench.py", text);
    return std::get<scenario::SourceText>(std::move(source));
}

void countLines(benchmark::State& state, const scenario::SourceText& source) {
    state.counters["per_line"] = benchmark::Counter(
        static_cast<double>(source.lineCount()),
        benchmark::Counter::kIsIterationInvariantRate | benchmark::Counter::kInvert);
}

void lexText(benchmark::State& state) {
    const scenario::SourceText source = program(static_cast<std::size_t>(state.range(0)));
    for (auto _ : state) {
        TokenList tokens = lexFile(source.text());
        benchmark::DoNotOptimize(tokens.tokens.data());
    }
    countLines(state, source);
}
BENCHMARK(lexText)->Arg(5)->Arg(500);

void parseText(benchmark::State& state) {
    const scenario::SourceText source = program(static_cast<std::size_t>(state.range(0)));
    for (auto _ : state) {
        ParseResult result = parse(source);
        if (!result) state.SkipWithError("the program does not parse");
        benchmark::DoNotOptimize(result.ast.get());
    }
    countLines(state, source);
}
BENCHMARK(parseText)->Arg(5)->Arg(500);

void parseAndCompile(benchmark::State& state) {
    const scenario::SourceText source = program(static_cast<std::size_t>(state.range(0)));
    for (auto _ : state) {
        ParseResult result = parse(source);
        if (!result) state.SkipWithError("the program does not parse");
        auto code = compile(*result.ast->module, "bench.py");
        if (code.index() != 0) state.SkipWithError("the program does not compile");
        benchmark::DoNotOptimize(&code);
    }
    countLines(state, source);
}
BENCHMARK(parseAndCompile)->Arg(5)->Arg(500);

}  // namespace
}  // namespace coroscope::language
