// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command_line.h"

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <iostream>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

#include <CLI/CLI.hpp>

#include "app/cli/exit_status.h"
#include "app/cli/limit_options.h"
#include "app/cli/whole_numbers.h"
#include "app/launch/display.h"
#include "app/launch/hand_over.h"

namespace coroscope::app {

namespace {

constexpr const char* kScenarioHelp =
    "a file (Python, or a .coroscope lesson), the name of a bundled scenario, or - for standard "
    "input";

/// The seed as random.seed takes it: its sign does not count.
void setSeed(RunArguments& run, std::int64_t seed) {
    run.seed = seed < 0 ? std::uint64_t{0} - static_cast<std::uint64_t>(seed)
                        : static_cast<std::uint64_t>(seed);
}

void addRoot(CLI::App& command, std::string& root) {
    command.add_option("--root", root, "a folder for imports, after the scenario's own")
        ->type_name("DIR")
        ->check([](const std::string& path) {
            return std::filesystem::is_directory(path) ? std::string()
                                                       : "there is no folder " + path;
        });
}

void addRun(CLI::App& app, RunArguments& run, std::function<void()> chosen) {
    CLI::App* command =
        app.add_subcommand("run", "Run a scenario: its output is this command's output");
    command->add_option("scenario", run.scenario, kScenarioHelp)
        ->required()
        ->type_name("FILE|NAME");
    command->add_option("--steps", run.steps, "write the step listing, a JSON object a line")
        ->type_name("FILE");
    command->add_option("--trace", run.trace, "write the whole trace as JSON")->type_name("FILE");
    command
        ->add_option_function<std::string>(
            "--seed", [&run](const std::string& text) { setSeed(run, readSigned("--seed", text)); },
            "what the module random starts from, instead of the seed in the scenario's header")
        ->type_name("N");
    command
        ->add_option_function<double>(
            "--until", [&run](const double& until) { run.until = until; },
            "stop when the clock has passed this, in virtual seconds")
        ->type_name("SECONDS")
        ->check([](const std::string& text) {
            const double seconds = std::strtod(text.c_str(), nullptr);
            return std::isfinite(seconds) && seconds >= 0
                       ? std::string()
                       : "must be a number of seconds, not " + text;
        });
    addRoot(*command, run.root);
    addLimitOptions(*command, run.limits);
    command->final_callback(std::move(chosen));
}

bool isCommand(std::string_view word) {
    return word == "run" || word == "check" || word == "export" || word == "list";
}

int openWindow(int argc, char** argv) {
    if (!canOpenWindow(argc, argv)) {
        std::fputs(kNoDisplay, stderr);
        return kCannotRun;
    }
    std::fflush(nullptr);
    const std::string problem = handOver(kDesktopProgram, argc, argv);
    std::fprintf(stderr, "coroscope: %s\n", problem.c_str());
    return kFailure;
}

}  // namespace

int runCommandLine(int argc, char** argv, const std::string& version, const FigurePainter& paint) {
    if (argc < 2 || isQtOption(argv[1])) return openWindow(argc, argv);

    const std::string_view first = argv[1];
    if (first == "-") {
        std::fputs("coroscope: the window opens files; coroscope run - runs standard input\n",
                   stderr);
        return kCannotRun;
    }
    std::error_code unreadable;
    const bool isFile = first.find_first_of("./") != std::string_view::npos ||
                        std::filesystem::exists(argv[1], unreadable);
    if (!first.starts_with('-') && !isCommand(first) && !isFile) {
        std::fprintf(stderr,
                     "coroscope: no such command%s: %s (there are run, check, export, list)\n",
                     argc == 2 ? " or file" : "", argv[1]);
        return kCannotRun;
    }

    CLI::App app(
        "An oscilloscope for coroutines.\n"
        "Without a command: opens the window, with a tab for each FILE.",
        "coroscope");
    app.set_version_flag("--version", "coroscope " + version);
    app.require_subcommand(0, 1);
    std::vector<std::string> files;
    app.add_option("FILE", files, "the scenarios to open in the window");

    int status = kSuccess;
    RunArguments run;
    CheckArguments check;
    ExportArguments exported;
    addRun(app, run, [&] { status = runScenario(run); });

    CLI::App* checkCommand =
        app.add_subcommand("check", "Say what is wrong with scenarios, without running them");
    checkCommand->add_option("scenarios", check.scenarios, kScenarioHelp)
        ->required()
        ->type_name("FILE|NAME");
    addRoot(*checkCommand, check.root);
    checkCommand->final_callback([&] { status = checkScenarios(check); });

    CLI::App* exportCommand = app.add_subcommand("export", "Write a scenario's timeline to files");
    exportCommand->add_option("scenario", exported.scenario, kScenarioHelp)
        ->required()
        ->type_name("FILE|NAME");
    addExportArguments(*exportCommand, exported);
    addRoot(*exportCommand, exported.root);
    addLimitOptions(*exportCommand, exported.limits);
    exportCommand->final_callback([&] {
        status = exportScenario(exported, paint, [&] {
            std::fflush(nullptr);
            return handOver(kFiguresProgram, argc, argv);
        });
    });

    app.add_subcommand("list", "Name the bundled scenarios")->final_callback([&] {
        status = listScenarios();
    });

    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        const bool asked = error.get_exit_code() == static_cast<int>(CLI::ExitCodes::Success);
        (void)app.exit(error);
        if (!asked) return kCannotRun;
        std::cout.flush();
        return std::cout && std::fflush(stdout) == 0 ? kSuccess : kFailure;
    }
    return app.get_subcommands().empty() ? openWindow(argc, argv) : status;
}

}  // namespace coroscope::app
