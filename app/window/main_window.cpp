// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/main_window.h"

#include <algorithm>
#include <utility>

#include <QAbstractButton>
#include <QAbstractSlider>
#include <QAction>
#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QScreen>
#include <QSettings>
#include <QStackedWidget>
#include <QStyle>
#include <QTabBar>
#include <QVBoxLayout>

#include "app/editor/editor_pane.h"
#include "app/editor/source_editor.h"
#include "app/gallery/gallery_view.h"
#include "app/inspector/explain_view.h"
#include "app/player/transport_bar.h"
#include "app/style/icons.h"
#include "app/style/labels.h"
#include "app/style/look.h"
#include "app/timeline/timeline_plot.h"
#include "app/window/banner.h"
#include "app/window/elided_label.h"
#include "app/window/examples_menu.h"
#include "app/window/settings_check.h"
#include "app/window/workbench.h"

namespace coroscope::app {

namespace {

bool isTextField(const QObject* object) {
    return qobject_cast<const QLineEdit*>(object) != nullptr ||
           qobject_cast<const SourceEditor*>(object) != nullptr;
}

/// Whether the focus is on something that is pressed or turned by keys, and this is one of those:
/// Space presses a button that Tab has led to, instead of playing.
bool worksControl(const QWidget& widget, const QKeyEvent& event) {
    if (event.modifiers() != Qt::NoModifier) return false;
    const int key = event.key();
    if (qobject_cast<const QAbstractButton*>(&widget) != nullptr) return key == Qt::Key_Space;
    const bool turned = qobject_cast<const QAbstractSlider*>(&widget) != nullptr ||
                        qobject_cast<const QTabBar*>(&widget) != nullptr;
    return turned && (key == Qt::Key_Left || key == Qt::Key_Right);
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

}  // namespace

MainWindow::MainWindow(Runner runner, QWidget* parent)
    : QMainWindow(parent), settingsTrouble_(troubleOfSettings()), runner_(std::move(runner)) {
    appearance_.apply();
    setWindowIcon(icon(QStringLiteral("coroscope"), Qt::black));
    setAcceptDrops(true);
    setFocusPolicy(Qt::ClickFocus);
    setMinimumSize(640, 480);  // the header and the borders adapt to it
    buildPages();
    actions_ = makeActions(*menuBar(), *this);
    for (const auto& [act, action] : actions_.actions) {
        connect(action, &QAction::triggered, this, [this, wanted = act] { run(wanted); });
        addAction(action);  // its keys work while the menu bar is hidden
    }
    fillExamples(*actions_.submenus[Act::Examples],
                 [this](const BundledScenario& scenario) { openExample(scenario); });
    connect(actions_.submenus[Act::OpenRecent], &QMenu::aboutToShow, this, &MainWindow::fillRecent);
    // Some of what they tell is changed elsewhere, without a word.
    for (QMenu* menu : menuBar()->findChildren<QMenu*>(QString(), Qt::FindDirectChildrenOnly)) {
        connect(menu, &QMenu::aboutToShow, this, &MainWindow::showChecks);
    }
    connect(&appearance_, &Appearance::changed, this, [this] {
        fitHeader();
        showChecks();
        labelTabs();
    });
    restoreGeometryOfSettings();
    showWorkbench(newWorkbench());
    qApp->installEventFilter(this);
    if (settingsTrouble_) recovery_->say(tr("Settings"), *settingsTrouble_);
}

MainWindow::~MainWindow() {
    qApp->removeEventFilter(this);
    disconnect(tabs_, nullptr, this, nullptr);
    for (Workbench* workbench : workbenches_) {
        disconnect(workbench, nullptr, this, nullptr);
        delete workbench;
    }
}

QAction* MainWindow::action(Act act) const {
    const auto found = actions_.actions.find(act);
    return found == actions_.actions.end() ? nullptr : found->second;
}

Session& MainWindow::session() { return current_->session(); }
EditorPane& MainWindow::editorPane() { return current_->editorPane(); }
TimelinePlot& MainWindow::timeline() { return current_->timeline(); }
Banner& MainWindow::banner() { return current_->banner(); }
RunStrip& MainWindow::runStrip() { return current_->runStrip(); }
bool MainWindow::save() { return current_->save(); }
bool MainWindow::saveAs(const QString& path) { return current_->saveAs(path); }
bool MainWindow::exportTo(const QString& path) { return current_->exportTo(path); }
bool MainWindow::exportTo(const QString& path, const ExportOptions& options) {
    return current_->exportTo(path, options);
}

void MainWindow::buildPages() {
    auto* central = new QWidget;
    auto* column = new QVBoxLayout(central);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* header = new QFrame;
    setGround(*header, Look::Header);
    buildHeader(header);
    column->addWidget(header);
    buildTabs();
    column->addWidget(tabs_);
    auto* body = new QVBoxLayout;
    body->setContentsMargins(12, 10, 12, 10);
    body->setSpacing(8);
    recovery_ = new Banner;
    body->addWidget(recovery_);
    pages_ = new QStackedWidget;
    gallery_ = new GalleryView(runner_);
    pages_->addWidget(gallery_);
    body->addWidget(pages_, 1);
    column->addLayout(body, 1);
    setCentralWidget(central);
    connect(gallery_, &GalleryView::left, this, [this] { showGallery(false); });
    connect(gallery_, &GalleryView::chosen, this,
            [this](const BundledScenario& scenario) { openExample(scenario); });
    connect(recovery_, &Banner::dismissed, this, [this] {
        for (const LeftBehind& left : std::exchange(leftBehind_, {})) Autosave::discard(left);
    });
}

void MainWindow::buildHeader(QWidget* header) {
    auto* row = new QHBoxLayout(header);
    row->setContentsMargins(20, 7, 20, 7);
    row->setSpacing(14);
    brand_ = new Title(QStringLiteral("Coroscope"));
    subtitle_ = new ElidedLabel;
    setMuted(*subtitle_);
    transports_ = new QStackedWidget;
    QSizePolicy policy(QSizePolicy::Maximum, QSizePolicy::Maximum);
    policy.setRetainSizeWhenHidden(true);  // the header keeps its height over the gallery
    transports_->setSizePolicy(policy);
    row->addWidget(brand_);
    row->addWidget(subtitle_, 1);
    row->addWidget(transports_);
}

void MainWindow::restoreGeometryOfSettings() {
    const QSettings settings;
    if (!restoreGeometry(settings.value(QStringLiteral("window/geometry")).toByteArray())) {
        resize(1440, 860);
    }
    fitScreen();
}

/// A screen may be smaller than the one of the last time.
void MainWindow::fitScreen() {
    if (isMaximized() || isFullScreen()) return;
    const QRect room = screen()->availableGeometry();
    // The frame is known only once the window is shown; its title bar counts most.
    const int bar = style()->pixelMetric(QStyle::PM_TitleBarHeight);
    resize(size().boundedTo(room.size() - QSize(0, bar)));
}

/// In a narrow window the header keeps to what one plays with.
void MainWindow::fitHeader() {
    const bool few = appearance_.isPresenting();
    const bool brand = !few && width() >= 900 * appearance_.scale();
    brand_->setVisible(brand);
    const QLayout& row = *brand_->parentWidget()->layout();
    const QMargins margins = row.contentsMargins();
    int room = width() - margins.left() - margins.right() - row.spacing() -
               10 * subtitle_->fontMetrics().averageCharWidth();
    if (brand) room -= brand_->sizeHint().width() + row.spacing();
    for (Workbench* each : workbenches_) each->transport().fitInto(room, few);
}

/// In front of a class: large type, few controls.
void MainWindow::present(bool presenting) {
    menuBar()->setVisible(!presenting);
    appearance_.setPresenting(presenting);
    current_->present(presenting);
}

void MainWindow::showTitle() {
    const ScenarioDocument& document = session().document();
    setWindowFilePath(document.path());
    setWindowTitle(QStringLiteral("%1[*] — Coroscope").arg(document.name()));
    setWindowModified(std::ranges::any_of(workbenches_, &Workbench::isModified));
    const bool running = session().runs().isRunning();
    QString subtitle = session().title();
    if (running) subtitle += tr(" · running…");
    // The gallery is about none of them.
    subtitle_->setFullText(showsGallery() ? QString() : subtitle);
    action(Act::Stop)->setEnabled(running);
    labelTabs();
}

void MainWindow::showChecks() {
    const Playhead& playhead = session().playhead();
    const bool time = playhead.pacing() == Pacing::Time;
    action(time ? Act::AxisTime : Act::AxisSteps)->setChecked(true);
    switch (appearance_.theme()) {
        case ThemeChoice::System: action(Act::ThemeSystem)->setChecked(true); break;
        case ThemeChoice::Light: action(Act::ThemeLight)->setChecked(true); break;
        case ThemeChoice::Dark: action(Act::ThemeDark)->setChecked(true); break;
        case ThemeChoice::HighContrast: action(Act::ThemeContrast)->setChecked(true); break;
    }
    action(Act::Smooth)->setChecked(playhead.isSmooth());
    action(Act::OfferNames)->setChecked(SourceEditor::offersNames());
    action(Act::FullScreen)->setChecked(appearance_.isPresenting());
    const bool expert = current_->explain().audience() == Audience::Expert;
    action(expert ? Act::ForExperts : Act::ForNewcomers)->setChecked(true);
    for (const auto& [act, action] : actions_.actions) {
        if (const auto shown = current_->showsPanel(act)) action->setChecked(*shown);
    }
}

void MainWindow::showEdits() {
    const SourceEditor& source = editorPane().editor();
    const bool seen = !showsGallery();
    action(Act::Undo)->setEnabled(seen && source.isUndoAvailable());
    action(Act::Redo)->setEnabled(seen && source.isRedoAvailable());
    action(Act::Cut)->setEnabled(seen && source.hasSelectedText());
    action(Act::Copy)->setEnabled(seen && source.hasSelectedText());
}

bool MainWindow::event(QEvent* event) {
    // Nobody follows a run behind a dialog that wants an answer.
    if (event->type() == QEvent::WindowBlocked) session().playhead().pause();
    return QMainWindow::event(event);
}

void MainWindow::resizeEvent(QResizeEvent* event) {
    QMainWindow::resizeEvent(event);
    appearance_.setRoom(size());
    if (current_ != nullptr) fitHeader();
}

bool MainWindow::eventFilter(QObject* watched, QEvent* event) {
    // A key that a text field needs is no shortcut while the field has the
    // focus: Space types a space, the arrows move the cursor.
    const auto* widget = qobject_cast<const QWidget*>(watched);
    if (event->type() == QEvent::ShortcutOverride && widget != nullptr &&
        gallery_->isAncestorOf(widget) && belongsToText(*static_cast<QKeyEvent*>(event))) {
        event->accept();  // there the arrows go from card to card
        return true;
    }
    if (event->type() == QEvent::ShortcutOverride && widget != nullptr &&
        worksControl(*widget, *static_cast<QKeyEvent*>(event))) {
        event->accept();
        return true;
    }
    if (event->type() == QEvent::ShortcutOverride && isTextField(watched)) {
        auto* key = static_cast<QKeyEvent*>(event);
        const bool escape = key->key() == Qt::Key_Escape;
        const auto* source = qobject_cast<const SourceEditor*>(watched);
        // In the source Escape leads to the timeline, unless it puts the list of names away.
        const bool inSource = source != nullptr && !source->isListActive();
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
