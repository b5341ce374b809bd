// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/main_window.h"

#include <algorithm>

#include <QAction>
#include <QApplication>
#include <QCloseEvent>
#include <QDropEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QMimeData>
#include <QScreen>
#include <QSettings>
#include <QSplitter>
#include <QStackedWidget>
#include <QStyle>
#include <QUrl>
#include <QVBoxLayout>

#include "app/editor/editor_pane.h"
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
#include "app/player/transport_bar.h"
#include "app/style/icons.h"
#include "app/timeline/session_binding.h"
#include "app/timeline/timeline_plot.h"
#include "app/window/banner.h"
#include "app/window/elided_label.h"
#include "app/window/examples_menu.h"
#include "app/window/limits_dialog.h"
#include "app/window/pane.h"
#include "app/window/panel_row.h"
#include "app/window/problem.h"
#include "app/window/recent_files.h"
#include "app/window/run_strip.h"

namespace coroscope::app {

namespace {

constexpr int kGutter = 10;

bool isTextField(const QObject* object) {
    return qobject_cast<const QLineEdit*>(object) != nullptr ||
           qobject_cast<const SourceEditor*>(object) != nullptr;
}

/// Whether a text field wants this key, whatever shortcut it may be.
bool belongsToText(const QKeyEvent& event) {
    const auto modifiers = event.modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier);
    const int key = event.key();
    // Ctrl+arrows go by words there.
    const bool moves = key == Qt::Key_Left || key == Qt::Key_Right;
    if (moves && modifiers == Qt::ControlModifier) return true;
    const bool function = key >= Qt::Key_F1 && key <= Qt::Key_F35;
    return modifiers == Qt::NoModifier && !function && key != Qt::Key_Escape;
}

QSplitter* splitter(Qt::Orientation orientation) {
    auto* made = new QSplitter(orientation);
    made->setHandleWidth(kGutter);
    made->setChildrenCollapsible(false);
    return made;
}

}  // namespace

MainWindow::MainWindow(Runner runner, QWidget* parent)
    : QMainWindow(parent), session_(runner), autosave_(session_.document()) {
    appearance_.apply();
    setWindowIcon(icon(QStringLiteral("coroscope"), Qt::black));
    setAcceptDrops(true);
    setFocusPolicy(Qt::ClickFocus);
    setMinimumSize(640, 480);  // the header and the borders adapt to it
    buildPanels();
    buildGallery(std::move(runner));
    actions_ = makeActions(*menuBar(), *this);
    for (const auto& [act, action] : actions_.actions) {
        connect(action, &QAction::triggered, this, [this, wanted = act] { run(wanted); });
        addAction(action);  // its keys work while the menu bar is hidden
    }
    fillExamples(*actions_.submenus[Act::Examples],
                 [this](const BundledScenario& scenario) { openExample(scenario); });
    connect(actions_.submenus[Act::OpenRecent], &QMenu::aboutToShow, this, &MainWindow::fillRecent);
    connectSession();
    restoreLayout();
    session_.setLimits(limitsOfSettings());
    session_.playhead().setSmooth(QSettings().value(QStringLiteral("smooth")).toBool());
    showTitle();
    showChecks();
    qApp->installEventFilter(this);
    timeline_->setFocus();
}

MainWindow::~MainWindow() {
    // The focus still wanders while the children go; there is no MainWindow to ask by then.
    disconnect(qApp, nullptr, this, nullptr);
    qApp->removeEventFilter(this);
}

QAction* MainWindow::action(Act act) const {
    const auto found = actions_.actions.find(act);
    return found == actions_.actions.end() ? nullptr : found->second;
}

void MainWindow::buildPanels() {
    editor_ = new EditorPane(session_);
    timeline_ = new TimelinePlot;
    bindTimeline(*timeline_, session_);
    console_ = new ConsoleView(session_);
    loop_ = new LoopView(session_);
    tasks_ = new TaskListView(session_);
    events_ = new EventsPanel(session_);
    sync_ = new SyncView(session_);
    explain_ = new ExplainView(session_);
    variables_ = new VariablesView(session_);
    statistics_ = new StatisticsView(session_);

    auto* source = new Pane;
    source->add(editor_);
    auto* chart = new Pane;
    chart->add(timeline_);
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

    top_ = splitter(Qt::Horizontal);
    top_->addWidget(source);
    top_->addWidget(chart);
    top_->setStretchFactor(1, 1);
    rows_ = splitter(Qt::Vertical);
    rows_->addWidget(top_);
    rows_->addWidget(panels_);
    rows_->setStretchFactor(0, 1);

    auto* central = new QWidget;
    central->setObjectName(QStringLiteral("backdrop"));
    auto* column = new QVBoxLayout(central);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* header = new QWidget;
    header->setObjectName(QStringLiteral("header"));
    header->setAttribute(Qt::WA_StyledBackground);
    buildHeader(header);
    column->addWidget(header);
    auto* body = new QVBoxLayout;
    body->setContentsMargins(12, 10, 12, 10);
    body->setSpacing(8);
    banner_ = new Banner;
    body->addWidget(banner_);
    runStrip_ = new RunStrip(session_);
    body->addWidget(runStrip_);
    recovery_ = new Banner;
    body->addWidget(recovery_);
    pages_ = new QStackedWidget;
    pages_->addWidget(rows_);
    body->addWidget(pages_, 1);
    column->addLayout(body, 1);
    setCentralWidget(central);
}

void MainWindow::buildGallery(Runner runner) {
    gallery_ = new GalleryView(std::move(runner));
    pages_->addWidget(gallery_);
    connect(gallery_, &GalleryView::left, this, [this] { showGallery(false); });
    connect(gallery_, &GalleryView::chosen, this,
            [this](const BundledScenario& scenario) { openExample(scenario); });
}

void MainWindow::buildHeader(QWidget* header) {
    auto* row = new QHBoxLayout(header);
    row->setContentsMargins(20, 7, 20, 7);
    row->setSpacing(14);
    brand_ = new QLabel(QStringLiteral("Coroscope"));
    brand_->setObjectName(QStringLiteral("brand"));
    subtitle_ = new ElidedLabel;
    subtitle_->setObjectName(QStringLiteral("muted"));
    transport_ = new TransportBar(session_);
    row->addWidget(brand_);
    row->addWidget(subtitle_, 1);
    row->addWidget(transport_);
}

void MainWindow::connectSession() {
    ScenarioDocument& document = session_.document();
    connect(&document, &ScenarioDocument::modifiedChanged, this, &MainWindow::showTitle);
    connect(&document, &ScenarioDocument::pathChanged, this, &MainWindow::showTitle);
    connect(&document, &ScenarioDocument::saved, this, &RecentFiles::add);
    connect(&document, &ScenarioDocument::changedOnDisk, this, &MainWindow::onChangedOnDisk);
    connect(recovery_, &Banner::dismissed, this, [this] {
        if (leftBehind_) Autosave::discard(*leftBehind_);
        leftBehind_.reset();
    });
    connect(editor_, &EditorPane::editsChanged, this, &MainWindow::showEdits);
    showEdits();
    // Once a number is turned, Space plays again.
    connect(editor_, &EditorPane::numberLetGo, timeline_, qOverload<>(&QWidget::setFocus));
    connect(&session_.siblings(), &SiblingDocuments::changed, this, &MainWindow::keepCopies);
    connect(&session_, &Session::titleChanged, this, &MainWindow::showTitle);
    connect(&session_, &Session::runningChanged, this, [this](bool running) {
        action(Act::Stop)->setEnabled(running);
        showTitle();
    });
    connect(&session_, &Session::diagnosticsChanged, this, &MainWindow::findProblem);
    connect(&session_, &Session::staleChanged, this, &MainWindow::findProblem);
    connect(&session_.playhead(), &Playhead::moved, this, &MainWindow::showProblem);
    // The strip speaks of the run that makes the old one's end of no interest.
    connect(runStrip_, &RunStrip::shownChanged, this, &MainWindow::showProblem);
    connect(&autosave_, &Autosave::failed, this, &MainWindow::showNoCopy);
    connect(&session_.playhead(), &Playhead::pacingChanged, this, &MainWindow::showChecks);
    connect(banner_, &Banner::lineWanted, this, [this](int line) {
        editor_->showFile(session_.document());
        editor_->editor().goToLine(line);
        editor_->editor().setFocus();
    });
    connect(banner_, &Banner::dismissed, this, [this] {
        problemRead_ = !fileTrouble_;
        fileTrouble_ = false;
    });
    connect(&appearance_, &Appearance::changed, this, [this] {
        timeline_->setScale(appearance_.scale());
        fitHeader();
        fitPanels();
        fitSource();
        showChecks();
    });
    connect(&document, &ScenarioDocument::opened, this, &MainWindow::fitSource);
    connect(top_, &QSplitter::splitterMoved, this, [this] { sourceDrawn_ = true; });
    connect(rows_, &QSplitter::splitterMoved, this, [this] { panelsDrawn_ = true; });
    connect(panels_, &PanelRow::changed, this, &MainWindow::showChecks);
    connect(qApp, &QApplication::focusChanged, this, &MainWindow::keepFocusFromSource);
    timeline_->setScale(appearance_.scale());
    action(Act::Stop)->setEnabled(false);
}

void MainWindow::restoreLayout() {
    const QSettings settings;
    if (!restoreGeometry(settings.value(QStringLiteral("window/geometry")).toByteArray())) {
        resize(1440, 860);
    }
    fitScreen();
    sourceDrawn_ = top_->restoreState(settings.value(QStringLiteral("window/top")).toByteArray());
    panelsDrawn_ = rows_->restoreState(settings.value(QStringLiteral("window/rows")).toByteArray());
    panels_->restore(settings);
}

/// The source gets the room that its longest line needs, as long as most is left to the timeline.
void MainWindow::fitSource() {
    if (sourceDrawn_) return;
    const int whole = top_->width();
    const int wanted = editor_->editor().widthOfText() + 2 * kGutter;
    const int source = std::clamp(wanted, whole * 3 / 10, whole * 49 / 100);
    top_->setSizes({source, whole - source});
}

/// The panels get less than a third of the height, and no more than they can use.
void MainWindow::fitPanels() {
    if (panelsDrawn_ || appearance_.isPresenting()) return;
    const int whole = rows_->height();
    const int most = static_cast<int>(250 * appearance_.scale());
    const int panels = std::clamp(whole * 3 / 10, 90, std::max(90, most));
    rows_->setSizes({whole - panels, panels});
}

/// In a narrow window the header keeps to what one plays with.
void MainWindow::fitHeader() {
    transport_->setCompact(appearance_.isPresenting() || width() < 900 * appearance_.scale());
}

/// In front of a class: large type, few controls, and most of the room for source and timeline.
void MainWindow::present(bool presenting) {
    if (presenting) {
        rowsAtTheDesk_ = rows_->saveState();
        topAtTheDesk_ = top_->saveState();
    }
    menuBar()->setVisible(!presenting);
    brand_->setVisible(!presenting);
    explain_->setCompact(presenting);
    timeline_->setLegendVisible(!presenting);
    appearance_.setPresenting(presenting);
    panels_->setPresenting(presenting);
    if (presenting) {
        // As much as tabs and an explanation of a few lines need.
        const int whole = rows_->height();
        const int panels = std::clamp(7 * fontMetrics().height(), whole / 5, whole * 27 / 100);
        rows_->setSizes({whole - panels, panels});
        timeline_->setFocus();  // in front of a class Space plays, whoever was typed to before
    } else {
        rows_->restoreState(rowsAtTheDesk_);
        top_->restoreState(topAtTheDesk_);
    }
}

/// A screen may be smaller than the one of the last time.
void MainWindow::fitScreen() {
    if (isMaximized() || isFullScreen()) return;
    const QRect room = screen()->availableGeometry();
    // The frame is known only once the window is shown; its title bar counts most.
    const int bar = style()->pixelMetric(QStyle::PM_TitleBarHeight);
    resize(size().boundedTo(room.size() - QSize(0, bar)));
}

void MainWindow::saveLayout() const {
    QSettings settings;
    if (!isFullScreen()) settings.setValue(QStringLiteral("window/geometry"), saveGeometry());
    const bool presenting = appearance_.isPresenting();
    if (sourceDrawn_) {
        settings.setValue(QStringLiteral("window/top"),
                          presenting ? topAtTheDesk_ : top_->saveState());
    }
    if (panelsDrawn_) {
        settings.setValue(QStringLiteral("window/rows"),
                          presenting ? rowsAtTheDesk_ : rows_->saveState());
    }
    panels_->save(settings);
}

/// Qt passes the focus of a widget that is hidden on to the next in the window, which may be the
/// source: there Space would be typed into the program instead of playing it.
void MainWindow::keepFocusFromSource(QWidget* old, QWidget* now) {
    const bool passedOn = old != nullptr && !old->isVisible() && isAncestorOf(old);
    if (passedOn && now == &editor_->editor()) timeline_->setFocus();
}

void MainWindow::showTitle() {
    const ScenarioDocument& document = session_.document();
    setWindowFilePath(document.path());
    setWindowTitle(QStringLiteral("%1[*] — Coroscope").arg(document.name()));
    const auto all = documents();
    setWindowModified(std::ranges::any_of(all, &ScenarioDocument::isModified));
    QString subtitle = session_.title();
    if (session_.runs().isRunning()) subtitle += tr(" · running…");
    subtitle_->setFullText(subtitle);
}

void MainWindow::findProblem() {
    problem_ =
        problemOf(session_.diagnostics(), session_.result(), *session_.trace(), session_.isStale());
    problemRead_ = false;
    problemTold_ = false;
    const bool toCome = problem_ && problem_->at.valid();
    timeline_->setTroubleMark(toCome ? problem_->at : trace::EventIndex(),
                              toCome ? problem_->title : QString());
    showProblem();
}

void MainWindow::showProblem() {
    if (fileTrouble_) {
        problemTold_ = false;
        return;
    }
    const bool reached =
        problem_ && (!problem_->at.valid() || session_.playhead().current() >= problem_->at);
    if (!reached || problemRead_ || !runStrip_->isHidden()) {
        banner_->hide();
        problemTold_ = false;
    } else if (banner_->isHidden() || !problemTold_) {
        problemTold_ = true;
        if (problem_->raisable) {
            banner_->offer(
                problem_->title, problem_->text, tr("Limits…"), [this] { askLimits(); },
                problem_->line);
        } else {
            banner_->say(problem_->title, problem_->text, problem_->line);
        }
    }
}

void MainWindow::showFileTrouble(const QString& title, const QString& text) {
    fileTrouble_ = true;
    banner_->say(title, text);
}

void MainWindow::showNoCopy(const QString& reason) {
    showFileTrouble(
        tr("No safety copy"),
        tr("Unsaved work would not survive a crash: %1. Save it yourself.").arg(reason));
}

void MainWindow::keepCopies() {
    std::map<const ScenarioDocument*, std::unique_ptr<Autosave>> copies;
    for (const auto& sibling : session_.siblings().all()) {
        ScenarioDocument& document = *sibling.document;
        std::unique_ptr<Autosave>& copy = copies[&document];
        copy = std::move(siblingCopies_[&document]);
        if (copy) continue;
        copy = std::make_unique<Autosave>(document);
        connect(copy.get(), &Autosave::failed, this, &MainWindow::showNoCopy);
        connect(&document, &ScenarioDocument::modifiedChanged, this, &MainWindow::showTitle);
    }
    siblingCopies_ = std::move(copies);
    showTitle();
}

void MainWindow::onChangedOnDisk(bool exists) {
    ScenarioDocument& document = session_.document();
    if (!exists) {
        showFileTrouble(
            tr("File removed"),
            tr("%1 is no longer there. The text here is kept; save it to write it anew.")
                .arg(document.name()));
        return;
    }
    if (!document.isModified()) {
        if (const auto trouble = document.reload()) showFileTrouble(tr("Not read"), *trouble);
        return;
    }
    fileTrouble_ = true;
    banner_->offer(tr("Changed on disk"),
                   tr("Another program has changed %1, and so have you.").arg(document.name()),
                   tr("Take the file's text"), [this] { takeTextOfFile(session_.document()); });
}

void MainWindow::offerRecovery() {
    leftBehind_ = autosave_.leftBehind();
    if (!leftBehind_) return;
    recovery_->offer(
        tr("Unsaved work"),
        tr("%1 had changes that were not saved when Coroscope last ended.").arg(leftBehind_->name),
        tr("Restore it"), [this] { restoreLeftBehind(); });
}

void MainWindow::takeTextOfFile(ScenarioDocument& document) {
    fileTrouble_ = false;
    if (const auto trouble = document.reload()) {
        showFileTrouble(tr("Not read"), *trouble);
    }
    showProblem();
}

void MainWindow::restoreLeftBehind() {
    if (!leftBehind_ || !mayLeaveDocuments()) return;
    fileTrouble_ = false;
    session_.document().restore(leftBehind_->path, leftBehind_->name, leftBehind_->text,
                                leftBehind_->notes);
    autosave_.flush();
    Autosave::discard(*leftBehind_);
    leftBehind_.reset();
    showProblem();
}

void MainWindow::showChecks() {
    const bool time = session_.playhead().pacing() == Pacing::Time;
    action(time ? Act::AxisTime : Act::AxisSteps)->setChecked(true);
    switch (appearance_.theme()) {
        case ThemeChoice::System: action(Act::ThemeSystem)->setChecked(true); break;
        case ThemeChoice::Light: action(Act::ThemeLight)->setChecked(true); break;
        case ThemeChoice::Dark: action(Act::ThemeDark)->setChecked(true); break;
        case ThemeChoice::HighContrast: action(Act::ThemeContrast)->setChecked(true); break;
    }
    action(Act::Smooth)->setChecked(session_.playhead().isSmooth());
    action(Act::FullScreen)->setChecked(isFullScreen());
    for (const auto& [act, action] : actions_.actions) {
        if (const QWidget* panel = panelOf(act)) action->setChecked(panels_->isInFront(panel));
    }
}

void MainWindow::showEdits() {
    const SourceEditor& source = editor_->editor();
    action(Act::Undo)->setEnabled(source.isUndoAvailable());
    action(Act::Redo)->setEnabled(source.isRedoAvailable());
    action(Act::Cut)->setEnabled(source.hasSelectedText());
    action(Act::Copy)->setEnabled(source.hasSelectedText());
}

void MainWindow::closeEvent(QCloseEvent* event) {
    if (!mayLeaveDocuments()) {
        event->ignore();
        return;
    }
    saveLayout();
    session_.playhead().pause();
    event->accept();
}

void MainWindow::resizeEvent(QResizeEvent* event) {
    QMainWindow::resizeEvent(event);
    fitHeader();
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    const QList<QUrl> urls = event->mimeData()->urls();
    if (!urls.isEmpty() && urls.first().isLocalFile()) event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event) {
    const QList<QUrl> urls = event->mimeData()->urls();
    if (urls.isEmpty() || !urls.first().isLocalFile()) return;
    event->acceptProposedAction();
    openFile(urls.first().toLocalFile());
}

bool MainWindow::eventFilter(QObject* watched, QEvent* event) {
    // The menu bar that comes and goes changes their size as well as the window does.
    if (event->type() == QEvent::Resize && watched == rows_) fitPanels();
    if (event->type() == QEvent::Resize && watched == top_) fitSource();
    // A key that a text field needs is no shortcut while the field has the
    // focus: Space types a space, the arrows move the cursor.
    const auto* widget = qobject_cast<const QWidget*>(watched);
    if (event->type() == QEvent::ShortcutOverride && widget != nullptr &&
        gallery_->isAncestorOf(widget) && belongsToText(*static_cast<QKeyEvent*>(event))) {
        event->accept();  // there the arrows go from card to card
        return true;
    }
    if (event->type() == QEvent::ShortcutOverride && isTextField(watched)) {
        auto* key = static_cast<QKeyEvent*>(event);
        const bool escape = key->key() == Qt::Key_Escape;
        const bool inSource = qobject_cast<const SourceEditor*>(watched) != nullptr;
        if (belongsToText(*key) || (escape && !inSource)) {
            key->accept();
            return true;
        }
        if (escape) {  // leads out of the source, see Act::ClearSelection
            key->ignore();
            return true;
        }
    }
    return QMainWindow::eventFilter(watched, event);
}

}  // namespace coroscope::app
