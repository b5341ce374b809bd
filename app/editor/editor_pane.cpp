// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/editor/editor_pane.h"

#include <utility>
#include <vector>

#include <QScopedValueRollback>
#include <QVBoxLayout>

#include "app/editor/find_bar.h"
#include "app/editor/source_editor.h"
#include "app/session/session.h"
#include "engine/trace/describe.h"

namespace coroscope::app {

using trace::TaskId;
using trace::TaskStatus;

namespace {

/// Beyond this many waiting tasks nobody can read chips; the first ones stand
/// for all.
constexpr std::size_t kMostChips = 500;

}  // namespace

EditorPane::EditorPane(Session& session, QWidget* parent)
    : QWidget(parent),
      session_(session),
      editor_(new SourceEditor(this)),
      findBar_(new FindBar(*editor_, this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(1, 8, 1, 1);
    column->setSpacing(0);
    column->addWidget(editor_, 1);
    column->addWidget(findBar_);
    setFocusProxy(editor_);

    connect(&session_.document(), &ScenarioDocument::opened, this, [this] {
        followed_ = false;
        load();
    });
    connect(&session_.document(), &ScenarioDocument::reloaded, this, &EditorPane::load);
    connect(editor_, &QsciScintilla::textChanged, this, &EditorPane::takeText);
    connect(&session_, &Session::stateChanged, this, &EditorPane::showState);
    connect(&session_, &Session::traceChanged, this, &EditorPane::showState);
    connect(&session_, &Session::staleChanged, this, &EditorPane::showState);
    connect(&session_, &Session::diagnosticsChanged, this, &EditorPane::showDiagnostics);
    connect(&session_.selection(), &Selection::changed, this, &EditorPane::showSelection);
    connect(editor_, &SourceEditor::lineClicked, this,
            [this](int line) { session_.selection().selectLine(line); });
    connect(editor_, &SourceEditor::chipClicked, this, &EditorPane::onChipClicked);
    connect(editor_, &SourceEditor::numberTurned, &session_, &Session::runNow);
    connect(editor_, &SourceEditor::breakpointClicked, &session_.playhead(),
            &Playhead::toggleBreakpoint);
    connect(&session_.playhead(), &Playhead::breakpointsChanged, this,
            [this] { editor_->setBreakpoints(session_.playhead().breakpoints()); });
    load();
}

void EditorPane::load() {
    const QScopedValueRollback<bool> guard(loading_, true);
    editor_->load(session_.document().text());
    showDiagnostics();
    showState();
}

void EditorPane::takeText() {
    if (loading_) return;
    // Where errors stood is no longer known once the text moves.
    editor_->setMessages({});
    session_.document().setText(editor_->text());
    session_.playhead().setBreakpoints(editor_->breakpoints());
}

int EditorPane::lineOf(TaskId task) {
    const trace::LoopState& state = session_.state();
    if (!task.valid() || task.index() >= state.tasks.size()) return 0;
    const trace::EventIndex placed = state.tasks[task.index()].placedAt;
    return placed.valid() ? static_cast<int>((*session_.trace())[placed].line) : 0;
}

void EditorPane::showState() {
    const trace::Trace& trace = *session_.trace();
    const trace::LoopState& state = session_.state();
    if (!state.at.valid() || session_.isStale()) {
        editor_->setRunningLine(0);
        editor_->setChips({});
        editor_->setAwaited({});
        return;
    }
    int line = static_cast<int>(trace[state.at].line);
    if (line == 0) line = lineOf(state.running);
    // A callback of the loop's own runs no line: the trace has that of asyncio.run.
    if (state.finished || state.runningCallback.valid()) line = 0;
    // Only a step to another line scrolls: not a run after an edit, nor a selection.
    const bool elsewhere = line != editor_->runningLine();
    editor_->setRunningLine(line);
    // A run begins at the file's last line, but a reader at its first.
    followed_ = followed_ || !session_.playhead().atStart();
    if (line > 0 && elsewhere && followed_ && !editor_->hasFocus()) editor_->reveal(line);

    std::vector<LineChip> chips;
    std::vector<SourceEditor::Underline> awaited;
    for (std::size_t i = 0; i < state.tasks.size() && chips.size() < kMostChips; ++i) {
        const trace::TaskState& task = state.tasks[i];
        const TaskId id = TaskId::fromIndex(i);
        // A task that was woken still stands where it waits until it runs.
        const bool waits = task.status == TaskStatus::Suspended ||
                           (task.status == TaskStatus::Ready && task.suspendedAt.valid());
        if (!waits || !task.suspendedAt.valid()) continue;
        const trace::Event& suspension = trace[task.suspendedAt];
        if (suspension.line == 0) continue;
        const scenario::Span span = suspension.span();
        const SourceEditor::Underline stretch{span.line, span.column,
                                              span.endLine == span.line ? span.endColumn : 1 << 16};
        if (awaited.empty() || awaited.back() != stretch) awaited.push_back(stretch);
        LineChip chip;
        chip.line = static_cast<int>(suspension.line);
        chip.task = id.value;
        const QString name = QString::fromStdString(trace.taskName(id));
        // Chips are small: `Task-4` is 4.
        const trace::TaskInfo& info = trace.task(id);
        chip.label = info.name.valid() ? name : QString::number(info.number);
        chip.tip = QStringLiteral("%1: %2").arg(
            name, QString::fromStdString(waitReason(trace, suspension)));
        chip.chosen = id == session_.selection().task();
        chips.push_back(std::move(chip));
    }
    editor_->setChips(std::move(chips));
    editor_->setAwaited(std::move(awaited));
}

void EditorPane::showDiagnostics() {
    std::vector<LineMessage> messages;
    for (const scenario::Diagnostic& diagnostic : session_.diagnostics()) {
        if (!diagnostic.span.known()) continue;
        LineMessage message;
        message.line = diagnostic.span.line;
        message.begin = diagnostic.span.column;
        message.endLine = diagnostic.span.endLine;
        message.end = diagnostic.span.endColumn;
        message.text = QString::fromStdString(messageWithKind(diagnostic));
        messages.push_back(std::move(message));
    }
    editor_->setMessages(std::move(messages));
}

void EditorPane::showSelection() {
    const Selection& selection = session_.selection();
    const int line = selection.line();
    editor_->setSelectedLine(line);
    if (line > 0 && !editor_->hasFocus()) editor_->reveal(line);
    showState();
}

void EditorPane::onChipClicked(std::uint32_t task) {
    session_.selection().selectTask(TaskId(task));
}

}  // namespace coroscope::app
