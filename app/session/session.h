// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// The one owner of what all panels share. Panels read it and listen to it;
/// they never speak to each other.

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <QObject>
#include <QTimer>

#include "app/session/bookmarks.h"
#include "app/session/playhead.h"
#include "app/session/prediction.h"
#include "app/session/quiz.h"
#include "app/session/replay_service.h"
#include "app/session/run_service.h"
#include "app/session/scenario_document.h"
#include "app/session/selection.h"
#include "app/session/sibling_documents.h"
#include "engine/scenario/diagnostic.h"
#include "engine/trace/state_at.h"

namespace coroscope::app {

struct LeftBehind;

/// The open document, its run, the playhead and the selection.
///
/// One way leads back: an edit changes the document, and a little later the
/// run service makes a new trace. A text that cannot be run leaves the last
/// good trace in place, marked stale.
class Session final : public QObject {
    Q_OBJECT

public:
    explicit Session(Runner runner, QObject* parent = nullptr);
    ~Session() override;

    [[nodiscard]] ScenarioDocument& document() { return document_; }
    [[nodiscard]] const ScenarioDocument& document() const { return document_; }
    /// The files that the scenario imports.
    [[nodiscard]] SiblingDocuments& siblings() { return siblings_; }
    [[nodiscard]] RunService& runs() { return runs_; }
    [[nodiscard]] Playhead& playhead() { return playhead_; }
    [[nodiscard]] const Playhead& playhead() const { return playhead_; }
    [[nodiscard]] Bookmarks& bookmarks() { return bookmarks_; }
    [[nodiscard]] Prediction& prediction() { return prediction_; }
    [[nodiscard]] Quiz& quiz() { return quiz_; }
    [[nodiscard]] ReplayService& replays() { return replays_; }
    [[nodiscard]] Selection& selection() { return selection_; }
    [[nodiscard]] const Selection& selection() const { return selection_; }

    /// The last good run; never null, empty before the first.
    [[nodiscard]] const std::shared_ptr<const trace::Trace>& trace() const {
        return report_->trace;
    }
    /// What the loop and its tasks are like at the playhead. Good until the
    /// playhead or the trace is another.
    [[nodiscard]] const trace::LoopState& state();
    /// The event that tells at which line the run stands at the playhead; none: at no line of the
    /// program, but in the loop's own work.
    [[nodiscard]] trace::EventIndex standsAt();
    /// Whether what lies after the playhead must not be shown: while it is to be predicted what
    /// comes next, and while a question of the header is asked.
    [[nodiscard]] bool hidesFuture() const { return prediction_.hidesFuture() || quiz_.isAsking(); }
    /// The last event of `trace()` that may be shown: the playhead's while the future is hidden,
    /// or else the run's last.
    [[nodiscard]] trace::EventIndex lastInSight() const;
    /// Whether `trace()` belongs to an older text than the document's.
    [[nodiscard]] bool isStale() const { return stale_; }
    /// The last good run's text, numbers and notes; never null.
    [[nodiscard]] const std::shared_ptr<const RunSource>& source() const { return report_->source; }
    [[nodiscard]] const trace::RunStatistics& statistics() const { return *report_->statistics; }
    /// What the last good run printed, by line; never null.
    [[nodiscard]] const std::shared_ptr<const PrintedLines>& printed() const {
        return report_->printed;
    }
    /// Never null.
    [[nodiscard]] const std::shared_ptr<const CancelChains>& cancels() const {
        return report_->cancels;
    }
    [[nodiscard]] const std::vector<scenario::Note>& notes() const { return report_->notes; }
    [[nodiscard]] const std::vector<scenario::Question>& questions() const {
        return report_->questions;
    }
    /// What the header says of lines that the last good run never meets: warnings, where it says
    /// so.
    [[nodiscard]] std::vector<scenario::Diagnostic> unmetLines() const;
    /// What went wrong in it, at places of its text.
    [[nodiscard]] const std::vector<RunMark>& marks() const { return report_->marks; }
    /// How the last good run ended.
    [[nodiscard]] const RunResult& result() const { return report_->result; }
    /// Whether any run has given a trace yet.
    [[nodiscard]] bool hasRun() const { return hasRun_; }
    /// Why the present text cannot be run; empty when it can.
    [[nodiscard]] const std::vector<scenario::Diagnostic>& diagnostics() const {
        return diagnostics_;
    }
    /// The scenario's title, or else the document's name.
    [[nodiscard]] QString title() const;
    /// What a run may use; of the next one on.
    void setLimits(const scenario::Limits& limits) { limits_ = limits; }
    [[nodiscard]] const scenario::Limits& limits() const { return limits_; }

    /// What the timeline shows, for a lesson to keep: the ends of the axis, and the lanes. (Axis
    /// and playhead are known here.)
    void setView(LessonView view) { view_ = std::move(view); }
    /// Has back what a crash has left, bookmarks once it has run.
    void restore(const LeftBehind& left);
    /// Bookmarks and breakpoints, for a copy of unsaved work.
    void keepMarks(LeftBehind& copy) const;
    /// The bookmarks as a lesson keeps them: those that are set, or those of a lesson that has not
    /// been shown yet.
    [[nodiscard]] std::vector<std::uint64_t> bookmarkNumbers() const;

    /// Goes to an event, as when it is clicked in a list: the playhead stands there, and its task
    /// and line are selected.
    void goTo(trace::EventIndex at);
    /// Straight to where playing would pause next: at a breakpoint, at a question, or at the end.
    void runOn();
    enum class Reached { Nothing, Line, Question };
    /// As `Playhead::toLine`; but forwards, a question on the way comes first.
    Reached goToLine(int line, int direction, const std::string& file = {});

public Q_SLOTS:
    /// Runs the document's text now. An edit does so by itself, a little later.
    void runNow();
    /// Ends the run under way and keeps what it has recorded.
    void stop();
    /// Forgets the run, for good: nobody looks at it any more.
    void close();

Q_SIGNALS:
    /// `trace()` and `result()` are of another run. The playhead already
    /// stands on the new trace.
    void traceChanged();
    void staleChanged(bool stale);
    void diagnosticsChanged();
    /// `state()` is another: the playhead moved, or the trace changed.
    void stateChanged();
    /// `hidesFuture()` or `lastInSight()` is another.
    void sightChanged();
    void titleChanged();
    /// A lesson was opened and has run: this is what it wants to be seen of it.
    void viewWanted(const coroscope::app::LessonView& view);
    void runningChanged(bool running);

private:
    [[nodiscard]] RunRequest makeRequest() const;
    void onOpened();
    void onTextChanged();
    void onFinished(const std::shared_ptr<const RunReport>& report);
    void setStale(bool stale);
    void look();
    void dropRun();
    void packLesson(Lesson& lesson) const;
    [[nodiscard]] trace::EventIndex nextQuestion(trace::EventIndex after) const;
    [[nodiscard]] std::string folder() const;
    void takeBreakpoints(const Lesson& lesson);
    [[nodiscard]] LessonBreakpoints lessonBreakpoints(const std::string& mainFile) const;
    void followFolder();
    void showLesson(const Lesson& lesson);

    ScenarioDocument document_;
    SiblingDocuments siblings_;
    RunService runs_;
    Playhead playhead_;
    Selection selection_;
    Bookmarks bookmarks_;
    std::shared_ptr<const RunReport> report_;  ///< of the last good run; never null
    LessonView view_;
    ReplayService replays_;
    std::vector<scenario::Diagnostic> diagnostics_;
    QString title_;
    scenario::Limits limits_ = scenario::limitsForViewing();
    std::string folder_;         ///< `folder()` of the breakpoints' files
    unsigned edits_ = 0;         ///< of all files, so far
    unsigned startedEdits_ = 0;  ///< when the latest run began
    bool stale_ = false;
    bool hasRun_ = false;
    Prediction prediction_{*this};
    Quiz quiz_{*this};
    /// What sightChanged has told last.
    std::pair<bool, trace::EventIndex> sight_;
    /// The document has just been opened; its run begins without delay.
    bool opening_ = false;
    /// How the lesson wants to be shown, until it has run for the first time.
    std::shared_ptr<const Lesson> toShow_;
    /// A run that takes longer than this shows the old trace as stale.
    QTimer patience_;
};

}  // namespace coroscope::app
