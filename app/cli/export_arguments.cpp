// SPDX-License-Identifier: GPL-3.0-or-later

/// What `coroscope export` understands.

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "app/cli/command_line.h"
#include "app/output/format.h"
#include "app/output/storyboard.h"

namespace coroscope::app {

namespace {

/// As CLI::Range, which shows its bounds with six decimals and takes what is no number at all.
CLI::Validator between(double low, double high) {
    const std::function<std::string(std::string&)> check = [low, high](const std::string& text) {
        double value = 0;
        const bool fits = CLI::detail::lexical_cast(text, value) && value >= low && value <= high;
        if (fits) return std::string();
        return fmt::format("Value {} not in range {} to {}", text, low, high);
    };
    return {check, ""};
}

constexpr const char* kPart = "Part of the run";
constexpr const char* kLooks = "Figures (.svg, .png, .pdf, .gif, and the one beside a .md)";

std::string finite(const std::string& text) {
    return std::isfinite(std::strtod(text.c_str(), nullptr)) ? std::string()
                                                             : "must be a number, not " + text;
}

void addPart(CLI::App& command, ExportOptions& options) {
    const auto moment = [&](const char* name, std::optional<double>& value, const char* help) {
        command
            .add_option_function<double>(
                name, [&value](const double& seconds) { value = seconds; }, help)
            ->type_name("SECONDS")
            ->check(finite)
            ->group(kPart);
    };
    moment("--from", options.from, "leave out what was before, in virtual seconds");
    moment("--to", options.to, "leave out what came after");
    command
        .add_option("--task", options.tasks,
                    "only this task, by its name or its coroutine's; again for more")
        ->type_name("NAME")
        ->allow_extra_args(false)
        ->group(kPart);
}

template <typename Enum>
CLI::Option* addChoice(CLI::App& command, const char* name, Enum& value, const char* help,
                       const std::map<std::string, Enum>& choices) {
    const auto choose = [name, &value, choices](const std::string& text) {
        const auto chosen = choices.find(CLI::detail::to_lower(text));
        if (chosen == choices.end()) {
            std::string names;
            for (const auto& [each, _] : choices) names += (names.empty() ? "" : ", ") + each;
            throw CLI::ValidationError(name, "must be one of " + names + ", not " + text);
        }
        value = chosen->second;
    };
    return command.add_option_function<std::string>(name, choose, help)->group(kLooks);
}

/// `steps`, `bookmarks`, or moments: `0.5,1,2`.
void readStoryboard(const std::string& text, ExportOptions& options) {
    options.moments.clear();
    if (text == "steps" || text == "bookmarks") {
        options.storyboard = text == "steps" ? Storyboard::Steps : Storyboard::Bookmarks;
        return;
    }
    options.storyboard = Storyboard::Times;
    auto moments = momentsIn(text);
    auto* found = std::get_if<std::vector<double>>(&moments);
    if (found == nullptr || found->empty()) {
        throw CLI::ValidationError(
            "--storyboard", "must be steps, bookmarks, or seconds as in 0.5,1,2, not " + text);
    }
    options.moments = std::move(*found);
}

void addAnimation(CLI::App& command, ExportOptions& options) {
    constexpr const char* kAnimations = "Animations (.gif, and .svg with --animate)";
    command.add_flag("--animate", options.animate, "an SVG that plays the run")->group(kAnimations);
    command.add_option("--fps", options.fps, "pictures in a second")
        ->type_name("N")
        ->check(between(1.0, 50.0))
        ->capture_default_str()
        ->group(kAnimations);
    command
        .add_option("--duration", options.duration,
                    "how long one round takes; by what there is to see if not given")
        ->type_name("SECONDS")
        ->check(between(0.5, 600.0))
        ->group(kAnimations);
}

void addSeries(CLI::App& command, ExportOptions& options) {
    command
        .add_option_function<std::string>(
            "--storyboard", [&options](const std::string& text) { readStoryboard(text, options); },
            "a figure for each step of a task (on the axis of steps, unless --axis says "
            "otherwise), "
            "each bookmark of a lesson, or each of these moments: as files that are numbered "
            "(out-001.svg, .png), or as pages of a .pdf")
        ->type_name("steps|bookmarks|SECONDS,…")
        ->group(kLooks);
}

void addLooks(CLI::App& command, ExportOptions& options) {
    addChoice<FigureAxis>(command, "--axis", options.axis,
                          "what x is: time or steps; also of .html",
                          {{"time", FigureAxis::Time}, {"steps", FigureAxis::Steps}})
        ->type_name("AXIS");
    addChoice<FigureTheme>(
        command, "--theme", options.theme,
        "light, dark, or print (readable in black and white); of .html light or dark",
        {{"light", FigureTheme::Light}, {"dark", FigureTheme::Dark}, {"print", FigureTheme::Print}})
        ->type_name("THEME");
    command
        .add_option_function<std::string>(
            "--caption", [&options](const std::string& text) { options.caption = text; },
            "above the chart, instead of the scenario's title; '' for none; also of .html")
        ->type_name("TEXT")
        ->group(kLooks);
    command.add_flag("--legend,!--no-legend", options.legend, "explain the shapes (the default)")
        ->group(kLooks);
    command
        .add_flag(
            "--source", options.source,
            "list the program below the chart (on pages beside it, or on its own, where there "
            "is no room); .html and .md always have it")
        ->group(kLooks);
    command.add_option("--width", options.width, "of the figure, 96 to an inch")
        ->type_name("PIXELS")
        ->check(between(200.0, 20'000.0))
        ->group(kLooks);
    command.add_option("--font-size", options.fontSize, "of the lanes' names; all else follows")
        ->type_name("PIXELS")
        ->check(between(6.0, 60.0))
        ->capture_default_str()
        ->group(kLooks);
    command.add_option("--pixel-ratio", options.pixelRatio, "of a .png: 1 to 4 pixels for each")
        ->type_name("N")
        ->check(between(1.0, 4.0))
        ->capture_default_str()
        ->group(kLooks);
    addChoice<PageSize>(command, "--page", options.page,
                        "of a .pdf: fit (one page as large as the figure), a4, letter, 16:9, "
                        "a4-portrait or letter-portrait; a long run takes many",
                        {{"fit", PageSize::Fit},
                         {"a4", PageSize::A4},
                         {"letter", PageSize::Letter},
                         {"16:9", PageSize::Slide},
                         {"a4-portrait", PageSize::A4Portrait},
                         {"letter-portrait", PageSize::LetterPortrait}})
        ->type_name("PAGE");
    command.add_flag("--transparent", options.transparent, "a .svg, .png or .pdf without a ground")
        ->group(kLooks);
}

}  // namespace

void addExportArguments(CLI::App& command, ExportArguments& arguments) {
    command
        .add_option("-o,--output", arguments.outputs,
                    "a file, whose extension tells the format, or - for standard output; again for "
                    "more. Known are " +
                        knownExtensions() + ", data also with .gz")
        ->required()
        ->type_name("FILE");
    command.add_option("--format", arguments.format, "of standard output: an extension")
        ->type_name("EXT");
    addPart(command, arguments.options);
    addLooks(command, arguments.options);
    addSeries(command, arguments.options);
    addAnimation(command, arguments.options);
    command.footer(
        "A program that ends by an exception, in a deadlock, or at a limit is exported up to "
        "there:\n"
        "standard error says so, and the status is 0. Of one that cannot be run, or where "
        "anything\n"
        "asked for cannot be written, nothing is written, and the status is 2. An option that\n"
        "changes nothing in any of the files is named on standard error.");
    command.parse_complete_callback([&command, &arguments] {
        for (const CLI::Option* option : command.parse_order()) {
            arguments.given.push_back(option->get_name());
        }
        const bool chosen = command.count("--axis") > 0;
        ExportOptions& options = arguments.options;
        if (options.storyboard == Storyboard::Steps && !chosen) options.axis = FigureAxis::Steps;
    });
}

std::vector<std::string> idleOptions(const ExportArguments& arguments,
                                     const std::vector<ExportTarget>& targets) {
    const auto any = [&targets](auto&& fits) { return std::ranges::any_of(targets, fits); };
    const auto has = [&any](FormatKind kind) {
        return any([kind](const ExportTarget& target) { return target.format->kind == kind; });
    };
    const bool painted = any([](const ExportTarget& target) { return target.needsPainter(); });
    const bool drawn = any([](const ExportTarget& target) {
        return target.needsPainter() && target.format->kind != FormatKind::Html;
    });
    const bool still = any([](const ExportTarget& target) {
        return isFigure(target.format->kind) || !target.figureBeside().empty();
    });
    const bool listing = any([](const ExportTarget& target) {
        return isFigure(target.format->kind) || target.format->kind == FormatKind::Gif;
    });
    const bool plays = has(FormatKind::Gif) || arguments.options.animate;
    const bool standard = any([](const ExportTarget& target) { return target.path == "-"; });
    const std::map<std::string_view, bool> used = {{"--axis", painted},
                                                   {"--theme", painted},
                                                   {"--caption", painted},
                                                   {"--legend", drawn},
                                                   {"--source", listing},
                                                   {"--width", drawn},
                                                   {"--font-size", drawn},
                                                   {"--pixel-ratio", has(FormatKind::Png)},
                                                   {"--page", has(FormatKind::Pdf)},
                                                   {"--transparent", still},
                                                   {"--fps", plays},
                                                   {"--duration", plays},
                                                   {"--format", standard}};
    std::vector<std::string> idle;
    for (const std::string& name : arguments.given) {
        const auto known = used.find(name);
        const bool twice = std::ranges::find(idle, name) != idle.end();
        if (known != used.end() && !known->second && !twice) idle.push_back(name);
    }
    return idle;
}

}  // namespace coroscope::app
