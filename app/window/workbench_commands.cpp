// SPDX-License-Identifier: GPL-3.0-or-later

/// What the actions do to one scenario.

#include <algorithm>
#include <initializer_list>
#include <optional>

#include <QApplication>
#include <QSettings>
#include <QToolButton>
#include <QToolTip>

#include "app/editor/editor_pane.h"
#include "app/editor/find_bar.h"
#include "app/editor/source_editor.h"
#include "app/inspector/console_panel.h"
#include "app/inspector/event_list_view.h"
#include "app/inspector/explain_view.h"
#include "app/inspector/loop_view.h"
#include "app/inspector/statistics_view.h"
#include "app/inspector/sync_view.h"
#include "app/inspector/tasks_panel.h"
#include "app/inspector/variables_view.h"
#include "app/timeline/timeline_plot.h"
#include "app/window/banner.h"
#include "app/window/pane.h"
#include "app/window/panel_row.h"
#include "app/window/predict_strip.h"
#include "app/window/question_strip.h"
#include "app/window/run_strip.h"
#include "app/window/workbench.h"

namespace coroscope::app {

bool Workbench::run(Act act) {
    return runFile(act) || runEdit(act) || runPlayback(act) || runPanels(act) || runLanes(act);
}

bool Workbench::runFile(Act act) {
    switch (act) {
        case Act::Save: save(); return true;
        case Act::SaveAs: askSaveAs(); return true;
        case Act::Export: askExport(); return true;
        case Act::Notes: showNotes(); return true;
        case Act::CopyFigure:
        case Act::Print:
        case Act::PrintPreview: putOnPaper(act); return true;
        case Act::Run: runOn(); return true;
        case Act::Stop: session_.stop(); return true;
        case Act::FindTask: timeline_->openFinder(); return true;
        case Act::TimelineKey: timeline_->openKey(); return true;
        case Act::FoldHeader: editor_->toggleHeader(); return true;
        case Act::FocusSource: editor_->editor().setFocus(); return true;
        case Act::FocusTimeline: timeline_->setFocus(); return true;
        case Act::NextPane: goToPane(1); return true;
        case Act::PreviousPane: goToPane(-1); return true;
        default: return false;
    }
}

bool Workbench::runEdit(Act act) {
    SourceEditor& source = editor_->editor();
    switch (act) {
        case Act::Undo: source.undo(); return true;
        case Act::Redo: source.redo(); return true;
        case Act::Cut: source.cut(); return true;
        case Act::Copy: source.copy(); return true;
        case Act::Paste: source.paste(); return true;
        case Act::SelectAll: source.selectAll(); return true;
        case Act::Find: editor_->findBar().openFind(); return true;
        case Act::FindNext: editor_->findBar().findNext(); return true;
        case Act::FindPrevious: editor_->findBar().findPrevious(); return true;
        case Act::Replace: editor_->findBar().openReplace(); return true;
        case Act::GoToLine: editor_->findBar().openGoToLine(); return true;
        default: return false;
    }
}

bool Workbench::runPlayback(Act act) {
    Playhead& playhead = session_.playhead();
    switch (act) {
        case Act::HoldRun: toggleHeld(); return true;
        case Act::Predict: togglePrediction(); return true;
        case Act::PlayPause: playhead.togglePlaying(); return true;
        case Act::StepForward: playhead.stepEvent(1); return true;
        case Act::StepBack: playhead.stepEvent(-1); return true;
        case Act::LoopStepForward: playhead.stepLoop(1); return true;
        case Act::LoopStepBack: playhead.stepLoop(-1); return true;
        case Act::PageForward: playhead.page(1); return true;
        case Act::PageBack: playhead.page(-1); return true;
        case Act::ToStart: playhead.toStart(); return true;
        case Act::ToEnd: playhead.toEnd(); return true;
        case Act::Faster: changeSpeed(1); return true;
        case Act::Slower: changeSpeed(-1); return true;
        case Act::ToggleBookmark: session_.bookmarks().toggle(playhead.current()); return true;
        case Act::NextBookmark: goToBookmark(1); return true;
        case Act::PreviousBookmark: goToBookmark(-1); return true;
        case Act::RunToCursor:
        case Act::NextOnLine: goToCursorLine(1); return true;
        case Act::PreviousOnLine: goToCursorLine(-1); return true;
        case Act::ToggleBreakpoint: editor_->toggleBreakpoint(); return true;
        case Act::LoopFromHere: setRegionEnd(true); return true;
        case Act::LoopToHere: setRegionEnd(false); return true;
        case Act::LoopOff: playhead.setRegion(std::nullopt); return true;
        case Act::AxisTime: playhead.setPacing(Pacing::Time); return true;
        case Act::AxisSteps: playhead.setPacing(Pacing::Steps); return true;
        case Act::ToggleAxis:
            playhead.setPacing(playhead.pacing() == Pacing::Time ? Pacing::Steps : Pacing::Time);
            return true;
        default: return false;
    }
}

QWidget* Workbench::panelOf(Act act) const {
    switch (act) {
        case Act::PanelExplain: return explain_;
        case Act::PanelVariables: return variables_;
        case Act::PanelStatistics: return statistics_;
        case Act::PanelConsole: return console_;
        case Act::PanelEvents: return events_;
        case Act::PanelLoop: return loop_;
        case Act::PanelTasks: return tasks_;
        case Act::PanelSync: return sync_;
        default: return nullptr;
    }
}

bool Workbench::runPanels(Act act) {
    QWidget* panel = panelOf(act);
    if (panel == nullptr) return false;
    if (panels_->hasFocus(panel)) {
        panels_->putAway(panel);
        timeline_->setFocus();
    } else {
        panels_->goTo(panel);
    }
    return true;
}

std::vector<QWidget*> Workbench::panes() const {
    std::vector<QWidget*> found;
    for (QWidget* strip :
         std::initializer_list<QWidget*>{banner_, runStrip_, predictStrip_, questionStrip_}) {
        if (strip->isVisible()) found.push_back(strip);
    }
    found.push_back(editor_);
    found.push_back(timeline_);
    for (std::size_t i = 0; i < PanelRow::kPanes; ++i) {
        const Pane& pane = panels_->pane(i);
        if (pane.isVisible() && pane.current() != nullptr) found.push_back(pane.current());
    }
    return found;
}

void Workbench::goToPane(int direction) {
    const std::vector<QWidget*> all = panes();
    const QWidget* focused = QApplication::focusWidget();
    const auto here = std::ranges::find_if(all, [focused](const QWidget* each) {
        return each == focused || each->isAncestorOf(focused);
    });
    const auto count = static_cast<std::ptrdiff_t>(all.size());
    const std::ptrdiff_t at = here == all.end() ? -std::min(direction, 0) : here - all.begin();
    QWidget* next = all[static_cast<std::size_t>((at + direction + count) % count)];
    // A strip is there for its buttons.
    for (auto* button : next->findChildren<QToolButton*>(QString(), Qt::FindDirectChildrenOnly)) {
        if (!button->isVisible() || next == editor_) continue;
        next = button;
        break;
    }
    next->setFocus(Qt::TabFocusReason);
}

void Workbench::goToBookmark(int direction) {
    Playhead& playhead = session_.playhead();
    const trace::EventIndex there = session_.bookmarks().from(playhead.current(), direction);
    if (!there.valid()) {
        statusNote(direction > 0 ? tr("There is no bookmark after this. M sets one.")
                                 : tr("There is no bookmark before this. M sets one."));
        return;
    }
    playhead.pause();
    playhead.moveTo(there);
}

void Workbench::goToCursorLine(int direction) {
    Playhead& playhead = session_.playhead();
    const int line = editor_->editor().cursorLine();
    const int met = playhead.meetingOf(line, editor_->fileName());
    const auto reached = session_.goToLine(line, direction, editor_->fileName());
    if (reached == Session::Reached::Question) return;
    const bool there = reached == Session::Reached::Line;
    if (!there && direction > 0 && session_.hidesFuture()) {
        statusNote(tr("Whether line %1 has its turn after this is not told yet.").arg(line));
    } else if (met == 0) {
        statusNote(tr("The loop sees nothing of line %1 in this run.").arg(line));
    } else if (there && met != line) {
        statusNote(tr("The loop sees nothing of line %1: this is line %2.").arg(line).arg(met));
    } else if (!there) {
        statusNote(direction > 0 ? tr("Line %1 does not have its turn again after this.").arg(met)
                                 : tr("Line %1 has not had its turn before this.").arg(met));
    }
}

/// What is gone on in is the run of the text as it is now.
void Workbench::runOn() {
    const bool asWritten = session_.hasRun() && !session_.isStale() && !session_.runs().isBusy() &&
                           session_.diagnostics().empty() &&
                           session_.result().status != RunStatus::Cancelled;
    runsOn_ = !asWritten;
    if (runsOn_) {
        session_.runNow();
        return;
    }
    session_.runOn();
    editor_->revealRunning();
}

/// One end of the region is the playhead; the other stays, or is the run's end.
void Workbench::setRegionEnd(bool first) {
    Playhead& playhead = session_.playhead();
    if (!playhead.current().valid()) return;
    Playhead::Region region = playhead.region().value_or(
        Playhead::Region{session_.trace()->first(), session_.trace()->last()});
    (first ? region.first : region.last) = playhead.current();
    playhead.setRegion(region);
}

/// A word that goes by itself, at the middle of the timeline's foot. Whoever is at another program
/// sees it when he comes back.
void Workbench::statusNote(const QString& text) {
    if (QGuiApplication::applicationState() == Qt::ApplicationInactive) {
        connect(
            qApp, &QGuiApplication::applicationStateChanged, this,
            [this, text] { statusNote(text); }, Qt::SingleShotConnection);
        return;
    }
    const QPoint place =
        timeline_->mapToGlobal(QPoint(timeline_->width() / 2 - 120, timeline_->height() - 60));
    QToolTip::showText(place, text, timeline_, {}, 3000);
}

void Workbench::changeSpeed(int direction) {
    const auto& speeds = Playhead::kSpeeds;
    const auto found = std::find(speeds.begin(), speeds.end(), session_.playhead().speed());
    const auto at = std::clamp<std::ptrdiff_t>(found - speeds.begin() + direction, 0,
                                               static_cast<std::ptrdiff_t>(speeds.size()) - 1);
    session_.playhead().setSpeed(speeds[static_cast<std::size_t>(at)]);
}

std::optional<bool> Workbench::showsPanel(Act act) const {
    if (act == Act::HoldRun) return held() != nullptr;
    if (act == Act::Predict) return predictStrip_->isPredicting();
    const QWidget* panel = panelOf(act);
    if (panel == nullptr) return std::nullopt;
    return panels_->isInFront(panel);
}

bool Workbench::showsRunStrip() const { return !runStrip_->isHidden(); }

void Workbench::togglePrediction() {
    Prediction& prediction = session_.prediction();
    if (prediction.phase() == Prediction::Phase::Off) {
        prediction.ask();
    } else {
        prediction.stop();
    }
}

bool Workbench::escape() {
    if (showsRunStrip()) {
        session_.stop();
    } else if (editor_->editor().hasFocus()) {
        timeline_->setFocus();  // where Space plays
    } else if (timeline_->burstRect()) {
        timeline_->closeBurst();
    } else if (!session_.selection().empty()) {
        session_.selection().clear();
    } else {
        return false;
    }
    return true;
}

}  // namespace coroscope::app
