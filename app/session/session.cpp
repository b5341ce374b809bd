// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/session.h"

#include <algorithm>
#include <string>
#include <utility>

#include "app/session/autosave.h"
#include "app/session/engine_runner.h"
#include "app/session/let_go.h"

namespace coroscope::app {

namespace {

constexpr int kPatienceMilliseconds = 500;

/// That of an empty run.
std::shared_ptr<const RunReport> noReport() {
    return completed(RunReport(), {}, [] { return true; });
}

}  // namespace

Session::Session(Runner runner, QObject* parent)
    : QObject(parent), runs_(std::move(runner)), report_(noReport()) {
    patience_.setSingleShot(true);
    patience_.setInterval(kPatienceMilliseconds);
    connect(&patience_, &QTimer::timeout, this, [this] { setStale(hasRun_); });
    connect(&document_, &ScenarioDocument::opened, this, &Session::onOpened);
    connect(&document_, &ScenarioDocument::textChanged, this, &Session::onTextChanged);
    // What the file wants to be seen of it may be another thing now, too.
    connect(&document_, &ScenarioDocument::reloaded, this, [this] {
        toShow_ = document_.lesson();
        if (toShow_ != nullptr) takeBreakpoints(*toShow_);
    });
    document_.setPacker([this](Lesson& lesson) { packLesson(lesson); });
    connect(&bookmarks_, &Bookmarks::toggled, this, [this] {
        if (document_.lesson() != nullptr) document_.touch();
    });
    connect(&playhead_, &Playhead::breakpointToggled, this, [this] {
        if (document_.lesson() != nullptr) document_.touch();
    });
    connect(&siblings_, &SiblingDocuments::textChanged, this, &Session::onTextChanged);
    connect(&siblings_, &SiblingDocuments::packedChanged, &document_, &ScenarioDocument::touch);
    connect(&document_, &ScenarioDocument::saved, &siblings_, &SiblingDocuments::settlePacked);
    connect(&document_, &ScenarioDocument::reloaded, this, [this] {
        if (const auto& lesson = document_.lesson()) siblings_.takeTexts(lesson->files);
    });
    connect(&document_, &ScenarioDocument::pathChanged, this, &Session::titleChanged);
    connect(&document_, &ScenarioDocument::pathChanged, this, &Session::followFolder);
    connect(&playhead_, &Playhead::moved, this, &Session::stateChanged);
    connect(&playhead_, &Playhead::moved, this, &Session::look);
    connect(&prediction_, &Prediction::changed, this, &Session::look);
    connect(&quiz_, &Quiz::changed, this, &Session::look);
    connect(&runs_, &RunService::started, this, [this] {
        startedEdits_ = edits_;
        Q_EMIT runningChanged(true);
    });
    connect(
        &runs_, &RunService::finished, this,
        [this](JobNumber, const std::shared_ptr<const RunReport>& report) { onFinished(report); });
}

QString Session::title() const { return title_.isEmpty() ? document_.name() : title_; }

const trace::LoopState& Session::state() { return report_->states->stateAt(playhead_.current()); }

trace::EventIndex Session::standsAt() {
    const trace::LoopState& now = state();
    // A callback of the loop's own runs no line: the trace has that of asyncio.run.
    if (!now.at.valid() || now.finished || now.runningCallback.valid()) return {};
    const trace::Event event = (*trace())[now.at];
    // What the end of a step leads to (a done callback): the loop's own work again.
    const bool after = event.kind == trace::EventKind::CallbackScheduled && event.task.valid() &&
                       !now.running.valid();
    if (after) return {};
    if (event.line > 0 || trace()->importedPlace(now.at) != nullptr) return now.at;
    const trace::TaskId task = now.running;
    if (!task.valid() || task.index() >= now.tasks.size()) return {};
    return now.tasks[task.index()].placedAt;
}

trace::EventIndex Session::lastInSight() const {
    if (hidesFuture()) return playhead_.current();
    return trace()->empty() ? trace::EventIndex() : trace()->last();
}

std::vector<scenario::Diagnostic> Session::unmetLines() const {
    std::vector<scenario::Diagnostic> found;
    const auto check = [&](int line, const scenario::Span& writtenAt, const char* what) {
        if (line == 0 || playhead_.meetingOf(line) > 0) return;
        found.push_back({.file = {},
                         .span = writtenAt,
                         .kind = "warning",
                         .message = "nothing that the loop sees happens at line " +
                                    std::to_string(line) + " in this run: " + what,
                         .hint = {}});
    };
    for (const scenario::Note& note : report_->notes) {
        check(note.line, note.writtenAt, "the note is never shown");
    }
    for (const scenario::Question& question : report_->questions) {
        check(question.line, question.writtenAt, "the question is never asked");
    }
    return found;
}

void Session::look() {
    const std::pair now(hidesFuture(), lastInSight());
    if (std::exchange(sight_, now) != now) Q_EMIT sightChanged();
}

RunRequest Session::makeRequest() const {
    RunRequest request;
    request.text = document_.text().toStdString();
    request.name = document_.name().toStdString();
    request.path = document_.runPath().toStdString();
    if (const auto& lesson = document_.lesson()) {
        request.files = std::shared_ptr<const scenario::PackedFiles>(lesson, &lesson->files);
    }
    request.limits = limits_;
    request.texts = siblings_.unsaved();
    return request;
}

void Session::runNow() {
    patience_.start();
    runs_.request(makeRequest());
}

void Session::goTo(trace::EventIndex at) {
    const trace::Event event = (*trace())[at];
    playhead_.pause();
    playhead_.moveTo(at);
    if (event.task.valid() || event.line > 0) {
        selection_.selectSpan(event.task, {}, static_cast<int>(event.line));
    }
}

/// Where the first question after an event (none: of all) is put, of the header or of a prediction.
trace::EventIndex Session::nextQuestion(trace::EventIndex after) const {
    if (trace()->empty()) return {};
    const trace::EventIndex met = quiz_.openBetween(after, trace()->last());
    if (!prediction_.hidesFuture()) return met;
    const trace::EventIndex stop = prediction_.stopAfter(after.valid() ? after : trace()->first());
    return met.valid() && stop.valid() ? std::min(met, stop) : met.valid() ? met : stop;
}

void Session::runOn() {
    const bool anew = playhead_.atEnd();
    playhead_.runOn(nextQuestion(anew ? trace::EventIndex() : playhead_.current()));
}

Session::Reached Session::goToLine(int line, int direction, const std::string& file) {
    const trace::EventIndex there = playhead_.meeting(line, direction, file);
    const trace::EventIndex asked = direction > 0 && (there.valid() || hidesFuture())
                                        ? nextQuestion(playhead_.current())
                                        : trace::EventIndex();
    const bool question = asked.valid() && (!there.valid() || asked < there);
    if (!question && !there.valid()) return Reached::Nothing;
    playhead_.pause();
    playhead_.moveTo(question ? asked : there);
    return question ? Reached::Question : Reached::Line;
}

Session::~Session() { letGo(std::move(report_)); }

void Session::close() {
    runs_.cancel();
    dropRun();
}

void Session::stop() {
    const bool waiting = runs_.isBusy() && !runs_.isRunning();
    runs_.cancel();
    if (waiting) setStale(hasRun_);  // what was typed last is not run
}

void Session::onOpened() {
    opening_ = true;
    toShow_ = document_.lesson();
    siblings_.clear();
    view_ = {};
    dropRun();
    folder_ = folder();
    if (toShow_ != nullptr) takeBreakpoints(*toShow_);
}

void Session::dropRun() {
    playhead_.pause();
    playhead_.setRegion(std::nullopt);
    playhead_.setAllBreakpoints({});
    bookmarks_.clear();
    selection_.clear();
    title_.clear();
    auto before = std::exchange(report_, noReport());
    replays_.setReplay({});
    hasRun_ = false;
    diagnostics_.clear();
    playhead_.setTrace(report_->trace, report_->steps, report_->places);
    setStale(false);
    Q_EMIT traceChanged();
    Q_EMIT diagnosticsChanged();
    Q_EMIT titleChanged();
    letGo(std::move(before));
}

void Session::onTextChanged() {
    ++edits_;
    if (std::exchange(opening_, false)) {
        runNow();
        return;
    }
    patience_.start();
    runs_.requestSoon(makeRequest());
}

void Session::onFinished(const std::shared_ptr<const RunReport>& report) {
    // Typing may have gone on since this run began; then its successor decides
    // whether the trace is stale.
    if (!runs_.isBusy()) patience_.stop();
    const bool refused = report->result.status == RunStatus::Refused;
    diagnostics_ = report->result.diagnostics;
    // Which files it would import is not known of a text that cannot be read.
    if (!refused || !report->importedNames.empty()) {
        const auto& lesson = document_.lesson();
        if (lesson == nullptr) {
            siblings_.setImported(report->importedNames);
        } else {
            siblings_.setImported(report->importedNames, lesson->files,
                                  document_.path().toStdString());
        }
    }
    if (refused) {
        setStale(hasRun_);
    } else {
        hasRun_ = true;
        auto before = std::exchange(report_, report);
        replays_.setReplay(report->replay);
        const QString title = QString::fromStdString(report->title);
        const bool renamed = title != title_;
        title_ = title;
        if (selection_.task().valid() && selection_.task().index() >= trace()->taskCount()) {
            selection_.clear();
        }
        bookmarks_.keepWithin(trace()->size());
        playhead_.setTrace(report_->trace, report_->steps, report_->places);
        // A successor decides, unless it was stopped before it began.
        setStale(!runs_.isBusy() && startedEdits_ != edits_);
        Q_EMIT traceChanged();
        if (renamed) Q_EMIT titleChanged();
        if (const auto lesson = std::exchange(toShow_, nullptr)) showLesson(*lesson);
        letGo(std::move(before));
    }
    Q_EMIT diagnosticsChanged();
    Q_EMIT runningChanged(false);
}

/// What the document does not know of a lesson that is about to be written.
void Session::packLesson(Lesson& lesson) const {
    for (const auto& [name, text] : report_->imported) lesson.files.emplace(name, text);
    const bool hasRunAsItIs = hasRun_ && !runs_.isBusy() && diagnostics_.empty();
    if (!hasRunAsItIs) lesson.files.merge(importsOf(makeRequest()));
    for (const auto& sibling : siblings_.all()) {
        if (sibling.packedName.empty()) continue;
        lesson.files[sibling.packedName] = sibling.document->text().toStdString();
    }
    lesson.bookmarks = bookmarkNumbers();
    lesson.breakpoints = lessonBreakpoints(lesson.mainFile);
    std::erase_if(lesson.breakpoints, [&lesson](const auto& entry) {
        return entry.first != lesson.mainFile && !lesson.files.contains(entry.first);
    });
    // Nobody has seen it yet, so that nobody can have changed how it is shown.
    if (toShow_ != nullptr) {
        lesson.view = toShow_->view;
        return;
    }
    lesson.view = view_;
    lesson.view.steps = playhead_.pacing() == Pacing::Steps;
    if (playhead_.current().valid()) lesson.view.playhead = playhead_.current().index();
}

std::vector<std::uint64_t> Session::bookmarkNumbers() const {
    if (toShow_ != nullptr) return toShow_->bookmarks;
    std::vector<std::uint64_t> numbers;
    for (const trace::EventIndex mark : bookmarks_.all()) numbers.push_back(mark.index());
    return numbers;
}

void Session::keepMarks(LeftBehind& copy) const {
    copy.bookmarks = bookmarkNumbers();
    copy.breakpoints = lessonBreakpoints(document_.fileName().toStdString());
}

void Session::restore(const LeftBehind& left) {
    document_.restore(left.path, left.name, left.text, left.notes, left.base);
    const auto& saved = document_.lesson();
    Lesson shown = saved == nullptr ? Lesson() : *saved;
    shown.mainFile = document_.fileName().toStdString();
    shown.bookmarks = left.bookmarks;
    shown.breakpoints = left.breakpoints;
    takeBreakpoints(shown);
    const bool same = saved == nullptr || (shown.bookmarks == saved->bookmarks &&
                                           shown.breakpoints == saved->breakpoints);
    if (!same) document_.touch();
    toShow_ = std::make_shared<const Lesson>(std::move(shown));
}

/// Below which the names of imported files stand in the trace; empty, or it ends with a slash.
std::string Session::folder() const {
    const std::string path = document_.runPath().toStdString();
    return path.substr(0, path.rfind('/') + 1);
}

void Session::takeBreakpoints(const Lesson& lesson) {
    Playhead::Breakpoints breakpoints;
    for (const auto& [name, lines] : lesson.breakpoints) {
        breakpoints[name == lesson.mainFile ? std::string() : folder() + name] = lines;
    }
    playhead_.setAllBreakpoints(std::move(breakpoints));
}

LessonBreakpoints Session::lessonBreakpoints(const std::string& mainFile) const {
    LessonBreakpoints named;
    const std::string above = folder();
    for (const auto& [file, lines] : playhead_.allBreakpoints()) {
        if (file.empty()) {
            named[mainFile] = lines;
        } else if (file.starts_with(above)) {
            named[file.substr(above.size())] = lines;
        }
    }
    return named;
}

/// Saved elsewhere, what it imports is called otherwise, too.
void Session::followFolder() {
    const std::string before = std::exchange(folder_, folder());
    if (folder_ == before) return;
    Playhead::Breakpoints moved;
    for (const auto& [file, lines] : playhead_.allBreakpoints()) {
        const bool below = !file.empty() && file.starts_with(before);
        moved[below ? folder_ + file.substr(before.size()) : file] = lines;
    }
    playhead_.setAllBreakpoints(std::move(moved));
}

/// Events that this run does not reach are left out.
void Session::showLesson(const Lesson& lesson) {
    const auto reached = [this](std::uint64_t event) { return event < trace()->size(); };
    playhead_.setPacing(lesson.view.steps ? Pacing::Steps : Pacing::Time);
    std::vector<trace::EventIndex> marks;
    for (const std::uint64_t event : lesson.bookmarks) {
        if (reached(event)) marks.push_back(trace::EventIndex::fromIndex(event));
    }
    bookmarks_.set(std::move(marks));
    const auto playhead = lesson.view.playhead;
    if (playhead && reached(*playhead)) {
        playhead_.moveTo(trace::EventIndex::fromIndex(*playhead));
    }
    Q_EMIT viewWanted(lesson.view);
}

void Session::setStale(bool stale) {
    if (stale == stale_) return;
    stale_ = stale;
    Q_EMIT staleChanged(stale);
}

}  // namespace coroscope::app
