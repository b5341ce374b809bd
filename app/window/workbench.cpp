// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/workbench.h"

#include <algorithm>
#include <initializer_list>
#include <utility>

#include <QApplication>
#include <QHideEvent>
#include <QSettings>
#include <QSplitter>
#include <QTimer>
#include <QVBoxLayout>

#include "app/editor/editor_pane.h"
#include "app/editor/source_editor.h"
#include "app/inspector/console_panel.h"
#include "app/inspector/event_list_view.h"
#include "app/inspector/explain_view.h"
#include "app/inspector/loop_view.h"
#include "app/inspector/statistics_view.h"
#include "app/inspector/sync_view.h"
#include "app/inspector/tasks_panel.h"
#include "app/inspector/variables_view.h"
#include "app/player/transport_bar.h"
#include "app/session/header_edit.h"
#include "app/style/veil.h"
#include "app/timeline/session_binding.h"
#include "app/timeline/timeline_plot.h"
#include "app/window/appearance.h"
#include "app/window/banner.h"
#include "app/window/held_run.h"
#include "app/window/kept_splitter.h"
#include "app/window/limits_dialog.h"
#include "app/window/notes_dialog.h"
#include "app/window/pane.h"
#include "app/window/panel_row.h"
#include "app/window/predict_strip.h"
#include "app/window/question_strip.h"
#include "app/window/recent_files.h"
#include "app/window/run_strip.h"

namespace coroscope::app {

namespace {

constexpr int kGutter = 10;

const QString kTop = QStringLiteral("window/top");
const QString kRows = QStringLiteral("window/rows");

}  // namespace

Workbench::Workbench(Runner runner, Appearance& appearance, QWidget* parent)
    : QWidget(parent),
      appearance_(appearance),
      session_(std::move(runner)),
      autosave_(session_.document()) {
    buildPanels();
    connectSession();
    connectBanner();
    session_.setLimits(limitsOfSettings());
    session_.playhead().setSmooth(QSettings().value(QStringLiteral("smooth")).toBool());
    setFocusProxy(timeline_);
}

Workbench::~Workbench() {
    // The focus still wanders while the children go; there is no Workbench to ask by then.
    disconnect(qApp, nullptr, this, nullptr);
    session_.close();
    delete transport_;  // it is the header's child
}

void Workbench::buildPanels() {
    editor_ = new EditorPane(session_);
    timeline_ = new TimelinePlot;
    bindTimeline(*timeline_, session_);
    held_ = new HeldRunView(session_, *timeline_);
    console_ = new ConsolePanel(session_);
    loop_ = new LoopView(session_);
    tasks_ = new TasksPanel(session_);
    events_ = new EventsPanel(session_);
    sync_ = new SyncView(session_);
    explain_ = new ExplainView(session_);
    const auto tellEvents = [this] {
        events_->list().setExpert(explain_->audience() == Audience::Expert);
    };
    connect(explain_, &ExplainView::audienceChanged, this, tellEvents);
    tellEvents();
    variables_ = new VariablesView(session_);
    statistics_ = new StatisticsView(session_);

    auto* source = new Pane;
    source->add(editor_);
    auto* charts = new QSplitter(Qt::Vertical);
    charts->setHandleWidth(kGutter);
    charts->setChildrenCollapsible(false);
    charts->addWidget(timeline_);
    charts->addWidget(held_);
    charts->handle(1)->setAccessibleName(tr("Border between timelines"));
    // What is said of a run has room of its own below it: nothing that is typed moves.
    auto* chart = new Pane;
    auto* chartWithFoot = new QWidget;
    auto* chartColumn = new QVBoxLayout(chartWithFoot);
    chartColumn->setContentsMargins(0, 0, 0, 0);
    chartColumn->setSpacing(0);
    chartColumn->addWidget(charts, 1);
    foot_ = new QVBoxLayout;
    foot_->setContentsMargins(6, 4, 6, 1);
    foot_->setSpacing(4);
    chartColumn->addLayout(foot_);
    runStrip_ = new RunStrip(session_);
    foot_->addWidget(runStrip_);
    chart->add(chartWithFoot);
    panels_ = new PanelRow;
    panels_->setHandleWidth(kGutter);
    panels_->add(0, explain_, tr("Explain"));
    panels_->add(0, variables_, tr("Variables"));
    panels_->add(0, statistics_, tr("Statistics"));
    panels_->add(1, console_, tr("Console"));
    panels_->add(1, events_, tr("Events"));
    panels_->add(2, loop_, tr("Loop"));
    panels_->add(2, tasks_, tr("Tasks"));
    panels_->add(2, sync_, tr("Sync"));
    panels_->setPresented({explain_, console_});

    top_ = new KeptSplitter(Qt::Horizontal, 1);
    top_->addWidget(source);
    top_->addWidget(chart);
    rows_ = new KeptSplitter(Qt::Vertical, 0);
    rows_->addWidget(top_);
    rows_->addWidget(panels_);
    for (KeptSplitter* each : {top_, rows_}) each->setHandleWidth(kGutter);
    arrange();

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    banner_ = new Banner;
    column->addWidget(banner_);
    predictStrip_ = new PredictStrip(session_);
    column->addWidget(predictStrip_);
    questionStrip_ = new QuestionStrip(session_.quiz(), session_.playhead());
    column->addWidget(questionStrip_);
    column->addWidget(rows_, 1);
    transport_ = new TransportBar(session_);
}

void Workbench::connectSession() {
    ScenarioDocument& document = session_.document();
    connect(&document, &ScenarioDocument::modifiedChanged, this, &Workbench::titleChanged);
    connect(&document, &ScenarioDocument::pathChanged, this, &Workbench::titleChanged);
    connect(&document, &ScenarioDocument::saved, this, &RecentFiles::add);
    connect(&document, &ScenarioDocument::changedOnDisk, this, &Workbench::onChangedOnDisk);
    connect(&document, &ScenarioDocument::opened, this, [this] {
        top_->fit();
        if (presenting_) foldHeader();
    });
    autosave_.setMarker([this](LeftBehind& copy) { session_.keepMarks(copy); });
    connect(&autosave_, &Autosave::failed, this, &Workbench::showNoCopy);
    connect(editor_, &EditorPane::editsChanged, this, &Workbench::editsChanged);
    connect(editor_, &EditorPane::noted, this, &Workbench::statusNote);
    connect(console_, &ConsolePanel::inputWanted, this, [this](const QStringList& lines) {
        editor_->rewrite(withStandardInput(session_.document().text(), lines));
    });
    connect(&session_.siblings(), &SiblingDocuments::changed, this, &Workbench::keepCopies);
    connect(&session_, &Session::titleChanged, this, &Workbench::titleChanged);
    connect(&session_, &Session::runningChanged, this, &Workbench::titleChanged);
    connect(&session_, &Session::runningChanged, this, [this](bool running) {
        if (running || session_.runs().isBusy() || !std::exchange(runsOn_, false)) return;
        if (session_.isStale() || !session_.diagnostics().empty()) return;
        session_.runOn();
        editor_->revealRunning();
    });
    connect(&session_.playhead(), &Playhead::pacingChanged, this, &Workbench::checksChanged);
    connect(&appearance_, &Appearance::changed, this, [this] {
        timeline_->setScale(appearance_.scale());
        held_->setScale(appearance_.scale());
        rows_->fit();
        top_->fit();
    });
    connect(panels_, &PanelRow::changed, this, &Workbench::checksChanged);
    connect(qApp, &QApplication::focusChanged, this, &Workbench::keepFocusFromSource);
    connect(&session_.prediction(), &Prediction::changed, this, &Workbench::checksChanged);
    connect(&session_, &Session::sightChanged, this,
            [this] { held_->setVeiled(session_.hidesFuture()); });
    connect(held_, &HeldRunView::letGo, this, [this] { hold(nullptr); });
    timeline_->setScale(appearance_.scale());
    held_->setScale(appearance_.scale());
}

void Workbench::connectBanner() {
    connect(&session_, &Session::diagnosticsChanged, this, &Workbench::findProblem);
    connect(&session_, &Session::staleChanged, this, &Workbench::findProblem);
    connect(&session_, &Session::staleChanged, this, [this](bool stale) {
        for (QWidget* panel : std::initializer_list<QWidget*>{
                 explain_, variables_, statistics_, console_, events_, loop_, tasks_, sync_}) {
            setVeiled(*panel, stale);
        }
    });
    connect(&session_.playhead(), &Playhead::moved, this, &Workbench::showProblem);
    connect(&session_, &Session::sightChanged, this, &Workbench::markProblem);
    connect(&session_, &Session::sightChanged, this, &Workbench::showProblem);
    // The strip speaks of the run that makes the old one's end of no interest.
    connect(runStrip_, &RunStrip::shownChanged, this, &Workbench::showProblem);
    connect(banner_, &Banner::lineWanted, this, [this](int line) {
        editor_->showFile(session_.document());
        if (problem_) editor_->showFile(problem_->file);  // if it is one that is imported
        editor_->editor().goToLine(line);
        editor_->editor().setFocus();
    });
    connect(banner_, &Banner::dismissed, this, [this] {
        // What was closed may have stood in the problem's place.
        problemRead_ = problemRead_ || (!fileTrouble_ && problemTold_);
        fileTrouble_ = false;
        showProblem();
    });
}

void Workbench::arrange() {
    // The source gets the room that its longest line needs, as long as most is left to the
    // timeline.
    const auto source = [this](int hundredths) {
        return [this, hundredths](int whole) {
            const int wanted = editor_->editor().widthOfText() + 2 * kGutter;
            const int width = std::clamp(wanted, whole * 3 / 10, whole * hundredths / 100);
            return QList<int>{width, whole - width};
        };
    };
    top_->setUsual(source(49), source(44));
    // The panels get less than a third of the height, and no more than they can use.
    const auto desk = [this](int whole) {
        const int most = static_cast<int>(250 * appearance_.scale());
        const int panels = std::clamp(whole * 3 / 10, 90, std::max(90, most));
        return QList<int>{whole - panels, panels};
    };
    // As much as tabs and an explanation of a few lines need.
    const auto presenting = [this](int whole) {
        const int panels = std::clamp(7 * fontMetrics().height(), whole / 5, whole * 27 / 100);
        return QList<int>{whole - panels, panels};
    };
    rows_->setUsual(desk, presenting);
}

void Workbench::present(bool presenting) {
    if (presenting == presenting_) return;
    presenting_ = presenting;
    explain_->setCompact(presenting);
    showLegend();
    panels_->setPresenting(presenting);
    for (KeptSplitter* each : {rows_, top_}) each->setPresenting(presenting);
    // In front of a class Space plays, whoever was typed to before; but not behind the gallery.
    if (presenting && !isHidden()) timeline_->setFocus();
    if (presenting) {
        headerFolded_ = editor_->editor().isHeaderFolded();
        topLine_ = editor_->editor().firstVisibleLine();
        topLineAt_ = session_.playhead().current();
    }
    foldHeader();
    revealRun();
    showTopLine();
}

/// A class does not read the header.
void Workbench::foldHeader() {
    SourceEditor& source = editor_->editor();
    const bool folded = presenting_ || headerFolded_;
    if (source.isHeaderFolded() != folded) source.setHeaderFolded(folded);
}

/// In the source, the line that has its turn or where somebody waits. What stands before the code
/// is not read in front of a class.
void Workbench::revealRun() {
    if (!presenting_) return;
    SourceEditor& source = editor_->editor();
    source.scrollPast(source.lastLineOfPreface());
    if (source.runningLine() > 0) {
        source.reveal(source.runningLine());
    } else if (!source.chips().empty()) {
        source.reveal(source.chips().front().line);
    }
}

/// The source stands where it stood at the desk, if the run does: as soon as it is small enough
/// again to be scrolled so far.
void Workbench::showTopLine() {
    if (presenting_ || !topLineAt_.valid()) return;
    SourceEditor& source = editor_->editor();
    if (topLineAt_ == session_.playhead().current()) {
        source.setFirstVisibleLine(topLine_);
        if (source.firstVisibleLine() != topLine_) return;
    }
    topLineAt_ = {};
}

void Workbench::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    // Once the window itself is there: what comes before it lies behind it.
    QTimer::singleShot(0, this, [this] {
        if (isVisible()) panels_->showWindows();
    });
}

void Workbench::hideEvent(QHideEvent* event) {
    QWidget::hideEvent(event);
    if (!event->spontaneous()) panels_->hideWindows();
}

void Workbench::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    // Once everything in it has its new size.
    QTimer::singleShot(0, this, [this] {
        revealRun();
        showTopLine();
    });
}

void Workbench::hold(std::shared_ptr<const HeldRun> run) {
    held_->hold(std::move(run));
    showLegend();
    Q_EMIT checksChanged();
}

std::shared_ptr<const HeldRun> Workbench::held() const { return held_->held(); }

void Workbench::toggleHeld() {
    const bool holds = !held() && session_.hasRun();
    hold(holds ? std::make_shared<const HeldRun>(holdRun(session_, *timeline_)) : nullptr);
}

/// Where there is room to spare for it.
void Workbench::showLegend() { timeline_->setLegendVisible(!presenting_ && !held()); }

void Workbench::comeToFront(const QSettings& layout) {
    top_->restore(layout.value(kTop));
    rows_->restore(layout.value(kRows));
    panels_->restore(layout);
}

void Workbench::goToBack(QSettings& layout) {
    saveLayout(layout);
    present(false);
    session_.playhead().pause();
    panels_->hideWindows();
    if (auto* notes = findChild<NotesDialog*>()) notes->close();
}

void Workbench::saveLayout(QSettings& layout) const {
    layout.setValue(kTop, top_->saved());
    layout.setValue(kRows, rows_->saved());
    panels_->save(layout);
}

/// Qt passes the focus of a widget that is hidden on to the next in the window, which may be the
/// source: there Space would be typed into the program instead of playing it.
void Workbench::keepFocusFromSource(QWidget* old, QWidget* now) {
    const bool passedOn = old != nullptr && !old->isVisible() && window()->isAncestorOf(old);
    if (passedOn && now == &editor_->editor()) timeline_->setFocus();
}

void Workbench::findProblem() {
    problem_ =
        problemOf(session_.diagnostics(), session_.result(), *session_.trace(), session_.isStale());
    problemRead_ = false;
    problemTold_ = false;
    markProblem();
    showProblem();
}

void Workbench::markProblem() {
    const trace::EventIndex at = problemSeenAt();
    timeline_->setTroubleMark(at, at.valid() ? problem_->title : QString());
}

/// Where an exception is raised, it is yet to be seen whether anybody catches it.
trace::EventIndex Workbench::problemSeenAt() const {
    if (!problem_ || !problem_->at.valid()) return {};
    return session_.hidesFuture() ? session_.trace()->last() : problem_->at;
}

void Workbench::showProblem() {
    if (fileTrouble_) {
        problemTold_ = false;
        return;
    }
    const trace::EventIndex at = problemSeenAt();
    const bool reached = problem_ && (!at.valid() || session_.playhead().current() >= at);
    if (!reached || problemRead_ || !runStrip_->isHidden()) {
        banner_->hide();
        problemTold_ = false;
    } else if (banner_->isHidden() || !problemTold_) {
        problemTold_ = true;
        Banner& banner = bannerOfRun();
        if (problem_->raisable) {
            banner.offer(
                problem_->title, problem_->text, tr("Limits…"), [this] { Q_EMIT limitsWanted(); },
                problem_->line);
        } else {
            banner.say(problem_->title, problem_->text, problem_->line);
        }
    }
}

Banner& Workbench::bannerOfRun() {
    if (foot_->indexOf(banner_) < 0) foot_->addWidget(banner_);
    return *banner_;
}

Banner& Workbench::bannerOfFile() {
    auto* column = static_cast<QVBoxLayout*>(layout());
    if (column->indexOf(banner_) < 0) column->insertWidget(0, banner_);
    return *banner_;
}

void Workbench::showFileTrouble(const QString& title, const QString& text) {
    fileTrouble_ = true;
    bannerOfFile().say(title, text);
}

void Workbench::showNoCopy(const QString& reason) {
    showFileTrouble(
        tr("No safety copy"),
        tr("Unsaved work would not survive a crash: %1. Save it yourself.").arg(reason));
}

void Workbench::keepCopies() {
    std::map<const ScenarioDocument*, std::unique_ptr<Autosave>> copies;
    for (const auto& sibling : session_.siblings().all()) {
        ScenarioDocument& document = *sibling.document;
        std::unique_ptr<Autosave>& copy = copies[&document];
        copy = std::move(siblingCopies_[&document]);
        if (copy) continue;
        copy = std::make_unique<Autosave>(document);
        connect(copy.get(), &Autosave::failed, this, &Workbench::showNoCopy);
        connect(&document, &ScenarioDocument::modifiedChanged, this, &Workbench::titleChanged);
    }
    siblingCopies_ = std::move(copies);
    Q_EMIT titleChanged();
}

void Workbench::onChangedOnDisk(bool exists) {
    ScenarioDocument& document = session_.document();
    if (!exists) {
        showFileTrouble(
            tr("File removed"),
            tr("%1 is no longer there. The text here is kept; save it to write it anew.")
                .arg(document.name()));
        return;
    }
    if (!document.isModified()) {
        if (const auto trouble = document.reload()) {
            showFileTrouble(tr("Not read"), *trouble);
        } else {
            statusNote(
                tr("Another program has changed %1: this is its text now.").arg(document.name()));
        }
        return;
    }
    fileTrouble_ = true;
    bannerOfFile().offer(
        tr("Changed on disk"),
        tr("Another program has changed %1, and so have you.").arg(document.name()),
        tr("Take the file's text"), [this] { takeTextOfFile(session_.document()); });
}

void Workbench::takeTextOfFile(ScenarioDocument& document) {
    fileTrouble_ = false;
    if (const auto trouble = document.reload()) {
        showFileTrouble(tr("Not read"), *trouble);
    }
    showProblem();
}

}  // namespace coroscope::app
