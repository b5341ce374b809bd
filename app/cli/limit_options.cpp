// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/limit_options.h"

#include <array>
#include <string>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "app/cli/whole_numbers.h"

namespace coroscope::app {

namespace {

using scenario::LimitKind;
using scenario::Limits;

struct LimitOption {
    LimitKind kind;
    const char* name;
    std::uint64_t Limits::*value;
    bool bytes;
    const char* help;
};

constexpr std::array kOptions = {
    LimitOption{LimitKind::Instructions, "--limit-instructions", &Limits::instructions, false,
                "bytecode instructions of the whole run; an endless loop stops there"},
    LimitOption{LimitKind::Events, "--limit-events", &Limits::events, false,
                "events recorded in the trace"},
    LimitOption{LimitKind::Memory, "--limit-memory", &Limits::memoryBytes, true,
                "bytes held at one time; 512MB and its like will do"},
    LimitOption{LimitKind::Output, "--limit-output", &Limits::outputBytes, true, "bytes printed"},
};

}  // namespace

void addLimitOptions(CLI::App& command, Limits& limits) {
    for (const LimitOption& each : kOptions) {
        std::uint64_t& value = limits.*each.value;
        command
            .add_option_function<std::string>(
                each.name,
                [&value, &each](const std::string& text) {
                    value = each.bytes ? readBytes(each.name, text) : readCount(each.name, text);
                },
                each.help)
            ->default_str(std::to_string(value))
            ->type_name(each.bytes ? "BYTES" : "N")
            ->group("Limits");
    }
}

std::string endMessage(const RunResult& result) {
    for (const LimitOption& each : kOptions) {
        if (!result.cutOff || result.cutOff->limit != each.kind) continue;
        return fmt::format("{}Raise the limit with {} N.\n", result.message, each.name);
    }
    return result.message;
}

}  // namespace coroscope::app
