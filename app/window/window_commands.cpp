// SPDX-License-Identifier: GPL-3.0-or-later

/// What the actions of the window do.

#include <algorithm>
#include <optional>
#include <utility>

#include <QAction>
#include <QApplication>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QSettings>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolTip>

#include "app/editor/editor_pane.h"
#include "app/editor/find_bar.h"
#include "app/editor/source_editor.h"
#include "app/gallery/gallery_view.h"
#include "app/inspector/console_view.h"
#include "app/inspector/event_list_view.h"
#include "app/inspector/explain_view.h"
#include "app/inspector/loop_view.h"
#include "app/inspector/statistics_view.h"
#include "app/inspector/sync_view.h"
#include "app/inspector/task_list_view.h"
#include "app/inspector/variables_view.h"
#include "app/timeline/timeline_plot.h"
#include "app/window/banner.h"
#include "app/window/command_palette.h"
#include "app/window/limits_dialog.h"
#include "app/window/main_window.h"
#include "app/window/panel_row.h"
#include "app/window/recent_files.h"
#include "app/window/run_strip.h"
#include "app/window/shortcuts_dialog.h"

namespace coroscope::app {

void MainWindow::run(Act act) {
    if (runFile(act) || runEdit(act) || runPlayback(act) || runPanels(act)) return;
    runView(act);
}

bool MainWindow::runFile(Act act) {
    switch (act) {
        case Act::New: newFile(); return true;
        case Act::Open: askOpen(); return true;
        case Act::Gallery: showGallery(!gallery_->isVisible()); return true;
        case Act::Save: save(); return true;
        case Act::SaveAs: askSaveAs(); return true;
        case Act::Export: askExport(); return true;
        case Act::Notes: showNotes(); return true;
        case Act::CopyFigure:
        case Act::Print:
        case Act::PrintPreview: putOnPaper(act); return true;
        case Act::Quit: close(); return true;
        case Act::Run: session_.runNow(); return true;
        case Act::Stop: session_.stop(); return true;
        case Act::Limits: askLimits(); return true;
        default: return false;
    }
}

bool MainWindow::runEdit(Act act) {
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
        case Act::GoToLine: editor_->findBar().openGoToLine(); return true;
        default: return false;
    }
}

bool MainWindow::runPlayback(Act act) {
    Playhead& playhead = session_.playhead();
    switch (act) {
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
        case Act::ToggleBreakpoint:
            playhead.toggleBreakpoint(editor_->editor().cursorLine(), editor_->fileName());
            return true;
        case Act::LoopFromHere: setRegionEnd(true); return true;
        case Act::LoopToHere: setRegionEnd(false); return true;
        case Act::LoopOff: playhead.setRegion(std::nullopt); return true;
        case Act::Smooth:
            playhead.setSmooth(!playhead.isSmooth());
            QSettings().setValue(QStringLiteral("smooth"), playhead.isSmooth());
            showChecks();
            return true;
        case Act::AxisTime: playhead.setPacing(Pacing::Time); return true;
        case Act::AxisSteps: playhead.setPacing(Pacing::Steps); return true;
        case Act::ToggleAxis:
            playhead.setPacing(playhead.pacing() == Pacing::Time ? Pacing::Steps : Pacing::Time);
            return true;
        default: return false;
    }
}

QWidget* MainWindow::panelOf(Act act) const {
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

bool MainWindow::runPanels(Act act) {
    const QWidget* panel = panelOf(act);
    if (panel == nullptr) return false;
    showGallery(false);
    panels_->toggle(panel);
    showChecks();
    return true;
}

void MainWindow::runView(Act act) {
    switch (act) {
        case Act::ThemeSystem: appearance_.setTheme(ThemeChoice::System); break;
        case Act::ThemeLight: appearance_.setTheme(ThemeChoice::Light); break;
        case Act::ThemeDark: appearance_.setTheme(ThemeChoice::Dark); break;
        case Act::ThemeContrast: appearance_.setTheme(ThemeChoice::HighContrast); break;
        case Act::FindTask: timeline_->openFinder(); break;
        case Act::ZoomIn: appearance_.zoom(1); break;
        case Act::ZoomOut: appearance_.zoom(-1); break;
        case Act::ZoomReset: appearance_.zoom(0); break;
        case Act::FullScreen: {
            const bool on = !isFullScreen();
            setWindowState(windowState().setFlag(Qt::WindowFullScreen, on));
            present(on);
            showChecks();
            break;
        }
        case Act::ClearSelection:
            if (!runStrip_->isHidden()) {
                session_.stop();
                break;
            }
            if (gallery_->isVisible()) {
                showGallery(false);
                break;
            }
            // From the source, Escape leads back to where Space plays.
            if (editor_->editor().hasFocus()) {
                timeline_->setFocus();
            } else if (timeline_->burstRect()) {
                timeline_->closeBurst();
            } else if (session_.selection().empty() && isFullScreen()) {
                runView(Act::FullScreen);
            } else {
                session_.selection().clear();
            }
            break;
        case Act::FoldHeader: editor_->toggleHeader(); break;
        case Act::FocusSource: editor_->editor().setFocus(); break;
        case Act::FocusTimeline: timeline_->setFocus(); break;
        case Act::Palette: openPalette(); break;
        case Act::Shortcuts: showShortcuts(); break;
        case Act::TimelineKey:
            showGallery(false);
            timeline_->openKey();
            break;
        case Act::About: showAbout(); break;
        default: break;
    }
}

void MainWindow::goToBookmark(int direction) {
    Playhead& playhead = session_.playhead();
    const trace::EventIndex there = session_.bookmarks().from(playhead.current(), direction);
    if (!there.valid()) return;
    playhead.pause();
    playhead.moveTo(there);
}

void MainWindow::goToCursorLine(int direction) {
    const int line = editor_->editor().cursorLine();
    if (session_.playhead().toLine(line, direction, editor_->fileName())) return;
    statusNote(direction > 0 ? tr("Line %1 does not have its turn again after this.").arg(line)
                             : tr("Line %1 has not had its turn before this.").arg(line));
}

/// One end of the region is the playhead; the other stays, or is the run's end.
void MainWindow::setRegionEnd(bool first) {
    Playhead& playhead = session_.playhead();
    if (!playhead.current().valid()) return;
    Playhead::Region region = playhead.region().value_or(
        Playhead::Region{session_.trace()->first(), session_.trace()->last()});
    (first ? region.first : region.last) = playhead.current();
    playhead.setRegion(region);
}

/// A word that goes by itself, at the middle of the timeline's foot.
void MainWindow::statusNote(const QString& text) {
    const QPoint place =
        timeline_->mapToGlobal(QPoint(timeline_->width() / 2 - 120, timeline_->height() - 60));
    QToolTip::showText(place, text, timeline_, {}, 3000);
}

void MainWindow::changeSpeed(int direction) {
    const auto& speeds = Playhead::kSpeeds;
    const auto found = std::find(speeds.begin(), speeds.end(), session_.playhead().speed());
    const auto at = std::clamp<std::ptrdiff_t>(found - speeds.begin() + direction, 0,
                                               static_cast<std::ptrdiff_t>(speeds.size()) - 1);
    session_.playhead().setSpeed(speeds[static_cast<std::size_t>(at)]);
}

void MainWindow::showGallery(bool shown) {
    pages_->setCurrentWidget(shown ? static_cast<QWidget*>(gallery_) : rows_);
    if (shown) {
        session_.playhead().pause();
    } else {
        timeline_->setFocus();
    }
}

void MainWindow::openPalette() {
    std::vector<QAction*> all;
    for (const ActionRow& row : actionTable()) {
        if (QAction* found = action(row.act); found != nullptr && row.act != Act::Palette) {
            all.push_back(found);
        }
    }
    auto* palette = new CommandPalette(all, this);
    palette->setAttribute(Qt::WA_DeleteOnClose);
    palette->show();
}

void MainWindow::askLimits() {
    LimitsDialog dialog(session_.limits(), this);
    if (dialog.exec() != QDialog::Accepted) {
        showProblem();
        return;
    }
    saveLimits(dialog.limits());
    session_.setLimits(dialog.limits());
    session_.runNow();
}

void MainWindow::fillRecent() {
    QMenu* menu = actions_.submenus[Act::OpenRecent];
    menu->clear();
    const QStringList paths = RecentFiles::list();
    for (const QString& path : paths) {
        QString label = path;
        label.replace(QLatin1Char('&'), QLatin1String("&&"));
        connect(menu->addAction(label), &QAction::triggered, this,
                [this, path] { openFile(path); });
    }
    if (paths.isEmpty()) {
        menu->addAction(tr("Nothing yet"))->setEnabled(false);
        return;
    }
    menu->addSeparator();
    connect(menu->addAction(tr("Clear this list")), &QAction::triggered, this,
            [] { RecentFiles::clear(); });
}

void MainWindow::showShortcuts() {
    auto* dialog = new ShortcutsDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void MainWindow::showAbout() {
    QMessageBox box(QMessageBox::NoIcon, tr("About Coroscope"),
                    tr("<h3>Coroscope %1</h3><p>An oscilloscope for coroutines.</p>")
                        .arg(QCoreApplication::applicationVersion()),
                    QMessageBox::Close, this);
    box.setInformativeText(
        tr("A scenario is a real asyncio program, run by Coroscope's own engine on a virtual "
           "clock, with the output and the order of steps of CPython 3.11.\n\n"
           "Free software under the GNU General Public License, version 3 or later."));
    box.exec();
}

}  // namespace coroscope::app
