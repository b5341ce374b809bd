// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/engine_runner.h"

#include <algorithm>
#include <memory>
#include <string>
#include <utility>
#include <variant>

#include "engine/scenario/header.h"
#include "engine/scenario/source_text.h"
#include "engine/simulation.h"

namespace coroscope::app {

namespace {

using scenario::Diagnostic;
using scenario::Header;
using scenario::SourceText;

RunReport refused(Diagnostic diagnostic) {
    RunReport report;
    report.result.status = RunStatus::Refused;
    report.result.exitCode = 2;
    report.result.diagnostics.push_back(std::move(diagnostic));
    return report;
}

/// What is wrong in a file that has no tab (one that cannot be read at all) is said in words and
/// marks no line.
void placeInWords(Diagnostic& diagnostic) {
    if (diagnostic.span.known()) {
        diagnostic.message += " (line " + std::to_string(diagnostic.span.line) + ")";
    }
    diagnostic.span = {};
}

RunReport runWithEngine(const RunRequest& request, CancelSwitch& cancel) {
    auto source =
        SourceText::fromBytes(request.path.empty() ? request.name : request.path, request.text);
    if (auto* diagnostic = std::get_if<Diagnostic>(&source)) return refused(std::move(*diagnostic));
    const auto& text = std::get<SourceText>(source);
    auto header = Header::read(text);
    if (auto* diagnostic = std::get_if<Diagnostic>(&header)) return refused(std::move(*diagnostic));
    const auto& about = std::get<Header>(header);

    SimulationOptions options;
    options.path = request.path;
    options.files = request.files;
    options.limits = request.limits;
    options.texts = request.texts;
    if (request.watch) {
        options.onProgress = [watch = request.watch](const Progress& now) { watch->tell(now); };
    }
    auto simulation = std::make_shared<Simulation>(text, about, std::move(options));
    RunReport report;
    report.title = about.title;
    report.summary = about.summary;
    report.notes = about.notes;
    report.questions = about.questions;
    cancel.arm([&simulation] { simulation->requestCancel(); });
    report.result = simulation->run();
    cancel.disarm();
    // It may have been tripped when the run was over: the replays are not meant.
    simulation->forgetCancel();
    report.importedNames = simulation->importedFileNames();
    for (const std::string& name : report.importedNames) {
        if (const SourceText* file = simulation->sourceOf(name))
            report.statements[name] = statementLines(*file);
    }
    // To import a file of wrong syntax raises; where it is wrong is shown there, as in the
    // scenario.
    if (report.result.status == RunStatus::Raised && !report.importedNames.empty()) {
        report.result.diagnostics = simulation->check();
    }
    for (Diagnostic& diagnostic : report.result.diagnostics) {
        const bool hasTab =
            diagnostic.file == text.name() ||
            std::ranges::find(report.importedNames, diagnostic.file) != report.importedNames.end();
        if (!hasTab) placeInWords(diagnostic);
    }
    if (auto& cutOff = report.result.cutOff; cutOff && cutOff->file != text.name()) {
        if (cutOff->line > 0) cutOff->reason += " (in " + cutOff->file + ")";
        cutOff->line = 0;
    }
    report.trace = simulation->trace();
    report.imported = simulation->importedFiles();
    report.replay = [simulation](trace::EventIndex at, CancelSwitch& stop) {
        stop.arm([&simulation] { simulation->requestCancel(); });
        Inspection inspection = simulation->inspect(at);
        stop.disarm();
        simulation->forgetCancel();
        return inspection;
    };
    return report;
}

}  // namespace

Runner engineRunner() { return runWithEngine; }

scenario::PackedFiles importsOf(const RunRequest& request) {
    const auto source = SourceText::fromBytes(request.name, request.text);
    const auto* text = std::get_if<SourceText>(&source);
    if (text == nullptr) return {};
    SimulationOptions options;
    options.path = request.path;
    options.files = request.files;
    options.texts = request.texts;
    const Simulation simulation(*text, Header(), std::move(options));
    // What is wrong with them is for the run to say.
    (void)simulation.check();
    return simulation.importedFiles();
}

}  // namespace coroscope::app
