// SPDX-License-Identifier: GPL-3.0-or-later

/// What the actions of the window do that are not about one scenario.

#include <vector>

#include <QAction>
#include <QCoreApplication>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QSettings>
#include <QStackedWidget>

#include "app/editor/source_editor.h"
#include "app/gallery/gallery_view.h"
#include "app/inspector/explain_view.h"
#include "app/session/keep_settings.h"
#include "app/timeline/timeline_plot.h"
#include "app/window/command_palette.h"
#include "app/window/limits_dialog.h"
#include "app/window/main_window.h"
#include "app/window/recent_files.h"
#include "app/window/shortcuts_dialog.h"
#include "app/window/workbench.h"

namespace coroscope::app {

void MainWindow::run(Act act) {
    if (runFile(act) || runTabs(act) || runView(act)) return;
    // What is acted on must be seen.
    if (showsGallery() && act != Act::Stop) showGallery(false);
    current_->run(act);
}

bool MainWindow::runFile(Act act) {
    switch (act) {
        case Act::New: newFile(); return true;
        case Act::Open: askOpen(); return true;
        case Act::Gallery: showGallery(!showsGallery()); return true;
        case Act::Quit: close(); return true;
        case Act::Limits: askLimits(); return true;
        case Act::Palette: openPalette(); return true;
        case Act::Shortcuts: showShortcuts(); return true;
        case Act::About: showAbout(); return true;
        default: return false;
    }
}

bool MainWindow::runTabs(Act act) {
    switch (act) {
        case Act::NewTab: openTab(); return true;
        case Act::CloseTab: closeTab(*current_); return true;
        case Act::NextTab: goToTab(1); return true;
        case Act::PreviousTab: goToTab(-1); return true;
        default: return false;
    }
}

bool MainWindow::runView(Act act) {
    switch (act) {
        case Act::ThemeSystem: appearance_.setTheme(ThemeChoice::System); return true;
        case Act::ThemeLight: appearance_.setTheme(ThemeChoice::Light); return true;
        case Act::ThemeDark: appearance_.setTheme(ThemeChoice::Dark); return true;
        case Act::ThemeContrast: appearance_.setTheme(ThemeChoice::HighContrast); return true;
        case Act::ZoomIn: appearance_.zoom(1); return true;
        case Act::ZoomOut: appearance_.zoom(-1); return true;
        case Act::ZoomReset: appearance_.zoom(0); return true;
        case Act::FullScreen: {
            const bool on = !appearance_.isPresenting();
            if (on) geometryAtTheDesk_ = saveGeometry();
            setWindowState(windowState().setFlag(Qt::WindowFullScreen, on));
            present(on);
            showChecks();
            return true;
        }
        case Act::Smooth: {
            const bool smooth = !session().playhead().isSmooth();
            for (Workbench* each : workbenches_) each->session().playhead().setSmooth(smooth);
            keepSetting(QStringLiteral("smooth"), smooth);
            showChecks();
            return true;
        }
        case Act::ForNewcomers:
        case Act::ForExperts:
            for (Workbench* each : workbenches_) {
                each->explain().setAudience(act == Act::ForExperts ? Audience::Expert
                                                                   : Audience::Newcomer);
            }
            showChecks();
            return true;
        case Act::OfferNames:
            SourceEditor::setOffersNames(!SourceEditor::offersNames());
            showChecks();
            return true;
        case Act::ClearSelection: escape(); return true;
        default: return false;
    }
}

void MainWindow::escape() {
    if (showsGallery() && !current_->showsRunStrip()) {
        showGallery(false);
    } else if (!current_->escape() && appearance_.isPresenting()) {
        runView(Act::FullScreen);
    }
}

bool MainWindow::showsGallery() const { return pages_->currentWidget() == gallery_; }

/// What is not seen is neither played nor edited.
void MainWindow::fitToPage() {
    const bool gallery = showsGallery();
    transports_->setVisible(!gallery);
    for (const ActionRow& row : actionTable()) {
        const bool plays = row.act >= Act::PlayPause && row.act <= Act::LoopOff;
        const bool edits = row.act == Act::Paste || row.act == Act::SelectAll;
        const bool goes = row.act == Act::NextPane || row.act == Act::PreviousPane;
        if (plays || edits || goes) action(row.act)->setEnabled(!gallery);
    }
    showEdits();
    showTitle();
}

void MainWindow::showGallery(bool shown) {
    pages_->setCurrentWidget(shown ? static_cast<QWidget*>(gallery_) : current_);
    fitToPage();
    if (shown) {
        session().playhead().pause();
    } else {
        timeline().setFocus();
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

void MainWindow::openSourceMenu(const QPoint& where) {
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const Act act : {Act::Undo, Act::Redo, Act::Cut, Act::Copy, Act::Paste, Act::SelectAll,
                          Act::ToggleBreakpoint, Act::RunToCursor}) {
        if (act == Act::Cut || act == Act::ToggleBreakpoint) menu->addSeparator();
        menu->addAction(action(act));
    }
    menu->popup(where);
}

void MainWindow::askLimits() {
    LimitsDialog dialog(session().limits(), this);
    if (dialog.exec() != QDialog::Accepted) return current_->showProblem();
    saveLimits(dialog.limits());
    for (Workbench* each : workbenches_) each->session().setLimits(dialog.limits());
    session().runNow();
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
