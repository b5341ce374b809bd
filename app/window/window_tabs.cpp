// SPDX-License-Identifier: GPL-3.0-or-later

/// The scenarios that are open, each a tab: how they come, change places and go.

#include <algorithm>
#include <utility>

#include <QAction>
#include <QApplication>
#include <QCloseEvent>
#include <QDropEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QLocale>
#include <QMimeData>
#include <QMouseEvent>
#include <QSettings>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QTabBar>
#include <QToolButton>
#include <QUrl>

#include "app/bundle/bundled_scenarios.h"
#include "app/editor/editor_pane.h"
#include "app/editor/source_editor.h"
#include "app/gallery/gallery_view.h"
#include "app/player/transport_bar.h"
#include "app/session/keep_settings.h"
#include "app/style/icons.h"
#include "app/style/look.h"
#include "app/timeline/timeline_plot.h"
#include "app/window/banner.h"
#include "app/window/leave_question.h"
#include "app/window/main_window.h"
#include "app/window/recent_files.h"
#include "app/window/workbench.h"

namespace coroscope::app {

namespace {

QString toQt(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

const QString kUntitled = QStringLiteral("untitled.py");

/// What a new scenario begins with.
const QString kNewText = QStringLiteral(
    "import asyncio\n"
    "\n"
    "\n"
    "async def main():\n"
    "    await asyncio.sleep(1)\n"
    "    print(\"one second later\")\n"
    "\n"
    "\n"
    "asyncio.run(main())\n");

}  // namespace

void MainWindow::buildTabs() {
    tabs_ = new QTabBar;
    tabs_->setObjectName(QStringLiteral("scenarioTabs"));
    tabs_->setAccessibleName(tr("Open scenarios"));
    tabs_->setExpanding(false);
    tabs_->setAutoFillBackground(true);
    tabs_->setBackgroundRole(QPalette::Base);
    tabs_->setMovable(true);
    tabs_->setUsesScrollButtons(true);
    tabs_->setElideMode(Qt::ElideNone);  // names are cut by labelTabs; beyond that it scrolls
    tabs_->setFocusPolicy(Qt::NoFocus);
    tabs_->hide();
    const auto at = [this](int number) { return workbenches_[static_cast<std::size_t>(number)]; };
    connect(tabs_, &QTabBar::currentChanged, this, [this, at](int number) {
        if (number >= 0) bringToFront(*at(number));
    });
    // The one in front may have the gallery before it.
    connect(tabs_, &QTabBar::tabBarClicked, this, [this, at](int number) {
        if (number >= 0 && at(number) == current_) showGallery(false);
    });
    connect(tabs_, &QTabBar::tabMoved, this, [this](int from, int to) {
        Workbench* moved = workbenches_[static_cast<std::size_t>(from)];
        workbenches_.erase(workbenches_.begin() + from);
        workbenches_.insert(workbenches_.begin() + to, moved);
    });
}

Workbench* MainWindow::newWorkbench() { return new Workbench(runner_, appearance_); }

QToolButton* MainWindow::closeButton(Workbench* workbench) {
    auto* button = new QToolButton(tabs_);
    setLook(*button, Look::Flat);
    button->setIconSize({13, 13});
    button->setToolTip(tr("Close the tab"));
    button->setAccessibleName(button->toolTip());
    button->setFocusPolicy(Qt::NoFocus);
    // Not from within its own event: it goes, too.
    connect(
        button, &QToolButton::clicked, workbench, [this, workbench] { closeTab(*workbench); },
        Qt::QueuedConnection);
    return button;
}

void MainWindow::addTab(Workbench* workbench) {
    workbenches_.push_back(workbench);
    pages_->addWidget(workbench);
    transports_->addWidget(&workbench->transport());
    {
        const QSignalBlocker quiet(tabs_);
        tabs_->setTabButton(tabs_->addTab(QString()), QTabBar::RightSide, closeButton(workbench));
    }
    const auto whenInFront = [this, workbench](void (MainWindow::*show)()) {
        return [this, workbench, show] {
            if (workbench == current_) (this->*show)();
        };
    };
    connect(workbench, &Workbench::titleChanged, this, &MainWindow::showTitle);
    connect(workbench, &Workbench::checksChanged, this, whenInFront(&MainWindow::showChecks));
    connect(workbench, &Workbench::editsChanged, this, whenInFront(&MainWindow::showEdits));
    connect(workbench, &Workbench::limitsWanted, this, &MainWindow::askLimits);
    connect(&workbench->editorPane(), &EditorPane::menuWanted, this, &MainWindow::openSourceMenu);
    labelTabs();
}

void MainWindow::showWorkbench(Workbench* workbench) {
    if (std::ranges::find(workbenches_, workbench) == workbenches_.end()) addTab(workbench);
    bringToFront(*workbench);
    showGallery(false);
}

void MainWindow::bringToFront(Workbench& workbench) {
    const auto number = std::ranges::find(workbenches_, &workbench) - workbenches_.begin();
    {
        const QSignalBlocker quiet(tabs_);
        tabs_->setCurrentIndex(static_cast<int>(number));
    }
    if (&workbench == current_) return;
    // What is held is compared with the run in front, whichever that is.
    if (current_ != nullptr) {
        workbench.hold(current_->held());
        current_->hold(nullptr);
        keepSettings([this](QSettings& settings) { current_->goToBack(settings); });
    }
    current_ = &workbench;
    pages_->setCurrentWidget(current_);
    transports_->setCurrentWidget(&current_->transport());
    current_->comeToFront(QSettings());
    fitHeader();
    if (appearance_.isPresenting()) current_->present(true);
    fitToPage();
    showChecks();
    showEdits();
    timeline().setFocus();
}

void MainWindow::goToTab(int direction) {
    const int count = tabs_->count();
    const int next = (tabs_->currentIndex() + direction + count) % count;
    bringToFront(*workbenches_[static_cast<std::size_t>(next)]);
    showGallery(false);
}

void MainWindow::labelTabs() {
    tabs_->setVisible(tabs_->count() > 1);
    const QIcon cross = icon(QStringLiteral("close"), palette().color(QPalette::WindowText));
    for (int number = 0; number < tabs_->count(); ++number) {
        const Workbench& workbench = *workbenches_[static_cast<std::size_t>(number)];
        const ScenarioDocument& document = workbench.session().document();
        QString label = fontMetrics().elidedText(document.name(), Qt::ElideMiddle,
                                                 24 * fontMetrics().averageCharWidth());
        label.replace(QLatin1Char('&'), QLatin1String("&&"));
        if (workbench.isModified()) label += QStringLiteral(" •");
        tabs_->setTabText(number, label);
        qobject_cast<QToolButton*>(tabs_->tabButton(number, QTabBar::RightSide))->setIcon(cross);
        const QString place = document.path().isEmpty() ? document.name() : document.path();
        tabs_->setTabToolTip(number,
                             workbench.isModified() ? tr("%1, not saved").arg(place) : place);
    }
}

void MainWindow::openTab() {
    Workbench* workbench = newWorkbench();
    workbench->openText(kUntitled, kNewText);
    showWorkbench(workbench);
    showGallery(true);
}

bool MainWindow::closeTab(Workbench& workbench) {
    if (workbench.isModified()) {
        showWorkbench(&workbench);
        if (!workbench.mayLeave()) return false;
    }
    if (workbenches_.size() == 1) openTab();
    dropTab(workbench);
    return true;
}

void MainWindow::dropTab(Workbench& workbench) {
    const auto found = std::ranges::find(workbenches_, &workbench);
    const auto number = found - workbenches_.begin();
    if (&workbench == current_) {
        const auto next = found + 1 == workbenches_.end() ? found - 1 : found + 1;
        bringToFront(**next);
    }
    disconnect(&workbench, nullptr, this, nullptr);
    workbenches_.erase(std::ranges::find(workbenches_, &workbench));
    {
        const QSignalBlocker quiet(tabs_);
        tabs_->removeTab(static_cast<int>(number));
    }
    transports_->removeWidget(&workbench.transport());
    workbench.transport().setParent(&workbench);  // whichever goes first now
    pages_->removeWidget(&workbench);
    workbench.deleteLater();
    showTitle();
}

Workbench* MainWindow::workbenchOf(const QString& path) const {
    const QString wanted = QFileInfo(path).absoluteFilePath();
    const auto found = std::ranges::find_if(workbenches_, [&](const Workbench* each) {
        return each->session().document().path() == wanted;
    });
    return found == workbenches_.end() ? nullptr : *found;
}

Workbench* MainWindow::placeForAnother() {
    return current_->isPassing() ? current_ : newWorkbench();
}

void MainWindow::newFile() {
    Workbench* place = placeForAnother();
    place->openText(kUntitled, kNewText);
    showWorkbench(place);
    editorPane().editor().setFocus();  // a new file is there to be written
}

void MainWindow::askOpen() {
    const QString path = session().document().path();
    const QString folder = path.isEmpty()
                               ? QSettings().value(QStringLiteral("lastFolder")).toString()
                               : QFileInfo(path).absolutePath();
    const QStringList paths =
        QFileDialog::getOpenFileNames(this, tr("Open scenarios"), folder,
                                      tr("Programs and lessons (*.py *.coroscope);;All files (*)"));
    openFiles(paths);
}

bool MainWindow::openFile(const QString& path) {
    const auto trouble = tryToOpen(path);
    if (trouble) current_->showFileTrouble(tr("Not opened"), *trouble);
    return !trouble;
}

void MainWindow::openFiles(const QStringList& paths) {
    QStringList troubles;
    for (const QString& path : paths) {
        if (const auto trouble = tryToOpen(path)) troubles << *trouble;
    }
    if (troubles.isEmpty()) return;
    current_->showFileTrouble(tr("Not opened"), troubles.join(QLatin1Char('\n')));
}

std::optional<QString> MainWindow::tryToOpen(const QString& path) {
    if (Workbench* there = workbenchOf(path)) {
        showWorkbench(there);
        return std::nullopt;
    }
    Workbench* place = placeForAnother();
    if (const auto trouble = place->open(path)) {
        if (place != current_) delete place;
        return trouble;
    }
    showWorkbench(place);
    RecentFiles::add(path);
    keepSetting(QStringLiteral("lastFolder"), QFileInfo(path).absolutePath());
    return std::nullopt;
}

void MainWindow::openExample(const BundledScenario& scenario) {
    Workbench* place = placeForAnother();
    place->openText(toQt(scenario.fileName), toQt(scenario.text));
    showWorkbench(place);
}

void MainWindow::openAll(const QStringList& names) {
    bool first = true;
    QStringList troubles;
    for (const QString& name : names) {
        const BundledScenario* bundled =
            QFileInfo::exists(name) ? nullptr : findBundledScenario(name.toStdString());
        if (bundled == nullptr) {
            if (const auto trouble = tryToOpen(name)) troubles << *trouble;
        } else {
            if (!first) showWorkbench(newWorkbench());  // else it took the place of the one before
            openExample(*bundled);
        }
        first = false;
    }
    if (troubles.isEmpty()) return;
    current_->showFileTrouble(tr("Not opened"), troubles.join(QLatin1Char('\n')));
}

void MainWindow::openStart() {
    const QString begun = QStringLiteral("begun");
    if (!QSettings().value(begun).toBool()) {
        keepSetting(begun, true);
        openFirstExample();
        return;
    }
    if (const BundledScenario* first = findBundledScenario("three_sleepers")) openExample(*first);
    showGallery(true);
}

void MainWindow::openFirstExample() {
    const BundledScenario* first = findBundledScenario("three_sleepers");
    if (first == nullptr && !bundledScenarios().empty()) first = &bundledScenarios().front();
    if (first == nullptr) return newFile();
    openExample(*first);
    // Movement says more than a still picture: the first thing seen is a run.
    Session& session = this->session();
    connect(
        &session.runs(), &RunService::finished, &session.playhead(),
        [&session] { session.playhead().play(); }, Qt::SingleShotConnection);
}

void MainWindow::offerRecovery() {
    leftBehind_ = Autosave::leftBehind();
    if (leftBehind_.empty()) return;
    QStringList names;
    for (const LeftBehind& left : leftBehind_) names << left.name;
    // Several copies of one file are told by when they were written.
    for (qsizetype i = 0; i < names.size(); ++i) {
        const QString& name = leftBehind_[static_cast<std::size_t>(i)].name;
        const auto same = std::ranges::count(leftBehind_, name, &LeftBehind::name);
        if (same < 2) continue;
        const QFileInfo copy(leftBehind_[static_cast<std::size_t>(i)].file);
        names[i] =
            tr("%1 (of %2)")
                .arg(name, QLocale().toString(copy.lastModified(), QStringLiteral("d MMM, HH:mm")));
    }
    QString text = tr("%1 had changes that were not saved when Coroscope last ended.")
                       .arg(names.join(QStringLiteral(", ")));
    // It takes the place of what was said of the settings.
    if (settingsTrouble_) text += QLatin1Char('\n') + *settingsTrouble_;
    recovery_->offer(tr("Unsaved work"), text,
                     names.size() == 1 ? tr("Restore it") : tr("Restore them"),
                     [this] { restoreLeftBehind(); });
}

void MainWindow::restoreLeftBehind() {
    for (const LeftBehind& left : std::exchange(leftBehind_, {})) {
        Workbench* open = left.path.isEmpty() ? nullptr : workbenchOf(left.path);
        Workbench* place = open != nullptr && !open->isModified() ? open : placeForAnother();
        place->restore(left);
        showWorkbench(place);
    }
}

bool MainWindow::mayQuit() {
    QStringList names;
    for (const Workbench* workbench : workbenches_) {
        for (const ScenarioDocument* document : workbench->documents()) {
            if (document->isModified()) names << document->name();
        }
    }
    const Leave answer = askToLeave(names, this);
    if (answer != Leave::Save) return answer == Leave::Discard;
    for (Workbench* workbench : std::vector(workbenches_)) {
        if (!workbench->isModified()) continue;
        showWorkbench(workbench);
        if (!workbench->saveAll()) return false;
    }
    return true;
}

void MainWindow::closeEvent(QCloseEvent* event) {
    if (!mayQuit()) {
        event->ignore();
        return;
    }
    keepLayout();
    session().playhead().pause();
    event->accept();
}

void MainWindow::keepLayout() {
    keepSettings([this](QSettings& settings) {
        const QByteArray geometry = isFullScreen() ? geometryAtTheDesk_ : saveGeometry();
        if (!geometry.isEmpty()) settings.setValue(QStringLiteral("window/geometry"), geometry);
        current_->saveLayout(settings);
    });
}

void MainWindow::keepWork() {
    for (Workbench* workbench : workbenches_) workbench->keepCopiesNow();
    keepLayout();
    QSettings().sync();
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    const QList<QUrl> urls = event->mimeData()->urls();
    if (std::ranges::any_of(urls, &QUrl::isLocalFile)) event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event) {
    QStringList paths;
    for (const QUrl& url : event->mimeData()->urls()) {
        if (url.isLocalFile()) paths << url.toLocalFile();
    }
    if (paths.isEmpty()) return;
    event->acceptProposedAction();
    openFiles(paths);
}

}  // namespace coroscope::app
