// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include <QMainWindow>

#include "app/session/autosave.h"
#include "app/session/session.h"
#include "app/window/actions.h"
#include "app/window/appearance.h"

class QLabel;
class QStackedWidget;
class QTabBar;
class QToolButton;

namespace coroscope {
struct BundledScenario;
}

namespace coroscope::app {

class Banner;
class EditorPane;
class ElidedLabel;
struct ExportOptions;
class GalleryView;
class RunStrip;
class TimelinePlot;
class Workbench;

/// The window: the open scenarios, each a tab with a workbench, the gallery in their place, and
/// what is there once for all: menus, header, appearance. Actions go to the scenario in front.
class MainWindow final : public QMainWindow {
    Q_OBJECT

public:
    explicit MainWindow(Runner runner, QWidget* parent = nullptr);
    ~MainWindow() override;

    /// The scenario in front.
    [[nodiscard]] Workbench& workbench() { return *current_; }
    [[nodiscard]] const Workbench& workbench() const { return *current_; }
    /// In the order of the tabs; there is always one.
    [[nodiscard]] const std::vector<Workbench*>& workbenches() const { return workbenches_; }
    /// Out of sight as long as there is one scenario.
    [[nodiscard]] QTabBar& tabs() { return *tabs_; }
    [[nodiscard]] GalleryView& gallery() { return *gallery_; }
    [[nodiscard]] Banner& recoveryBanner() { return *recovery_; }
    [[nodiscard]] Appearance& appearance() { return appearance_; }
    [[nodiscard]] QAction* action(Act act) const;

    /// Those of the scenario in front.
    [[nodiscard]] Session& session();
    [[nodiscard]] EditorPane& editorPane();
    [[nodiscard]] TimelinePlot& timeline();
    [[nodiscard]] Banner& banner();
    [[nodiscard]] RunStrip& runStrip();
    bool save();
    bool saveAs(const QString& path);
    bool exportTo(const QString& path);
    bool exportTo(const QString& path, const ExportOptions& options);

    /// Opens a file: in its tab if it is open, in the place of an example or a new text that nobody
    /// has changed, else in a tab of its own. False: it was not opened, and all is as it was.
    bool openFile(const QString& path);
    /// Opens a bundled scenario in the same way.
    void openExample(const BundledScenario& scenario);
    /// Opens these side by side: paths of files, or names of bundled scenarios.
    void openAll(const QStringList& names);
    /// An example, playing.
    void openFirstExample();
    /// What the window shows when it is opened on nothing: an example, playing,
    /// the very first time; from then on the gallery.
    void openStart();
    /// Offers unsaved work that a crash has left, if there is any.
    void offerRecovery();
    /// Writes safety copies of all unsaved work, and the settings, at once: the process may be
    /// about to end without a question.
    void keepWork();

    /// A further tab, with the gallery before it.
    void openTab();
    /// Asks about unsaved changes. The last one leaves the gallery behind. False: it stays.
    bool closeTab(Workbench& workbench);
    void bringToFront(Workbench& workbench);

public Q_SLOTS:
    void run(coroscope::app::Act act);

protected:
    void closeEvent(QCloseEvent* event) override;
    bool event(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    /// openFile, without a word on why it did not; that is given back.
    std::optional<QString> tryToOpen(const QString& path);
    /// All of them; what could not be opened is told where one looks then.
    void openFiles(const QStringList& paths);
    void buildPages();
    void buildHeader(QWidget* header);
    void buildTabs();
    void restoreGeometryOfSettings();
    void fitScreen();
    void fitHeader();
    void present(bool presenting);

    bool runFile(Act act);
    bool runTabs(Act act);
    bool runView(Act act);
    void escape();

    [[nodiscard]] Workbench* newWorkbench();
    [[nodiscard]] QToolButton* closeButton(Workbench* workbench);
    void addTab(Workbench* workbench);
    void dropTab(Workbench& workbench);
    void goToTab(int direction);
    void labelTabs();
    /// The one in front if it may be replaced, else a further one, not yet a tab.
    [[nodiscard]] Workbench* placeForAnother();
    /// Makes a tab of it, unless it is one, and brings it to the front.
    void showWorkbench(Workbench* workbench);
    [[nodiscard]] Workbench* workbenchOf(const QString& path) const;
    /// Asks what to do with unsaved changes in all tabs. False: stay.
    [[nodiscard]] bool mayQuit();

    void newFile();
    void askOpen();
    void askLimits();
    void fillRecent();
    void restoreLeftBehind();
    void keepLayout();
    void showTitle();
    void showChecks();
    void showEdits();
    void showGallery(bool shown);
    [[nodiscard]] bool showsGallery() const;
    void fitToPage();
    void openPalette();
    void openSourceMenu(const QPoint& where);
    void showShortcuts();
    void showAbout();

    /// What is wrong with the file of the settings; before all that reads it.
    std::optional<QString> settingsTrouble_;
    Runner runner_;
    Appearance appearance_;
    ActionSet actions_;
    std::vector<Workbench*> workbenches_;
    Workbench* current_ = nullptr;
    QTabBar* tabs_ = nullptr;
    /// Of the window before it presented.
    QByteArray geometryAtTheDesk_;
    QStackedWidget* pages_ = nullptr;
    GalleryView* gallery_ = nullptr;
    QLabel* brand_ = nullptr;
    ElidedLabel* subtitle_ = nullptr;
    /// The transport of each workbench; that of the one in front is seen.
    QStackedWidget* transports_ = nullptr;
    /// Offers unsaved work; above what a workbench has to say.
    Banner* recovery_ = nullptr;
    std::vector<LeftBehind> leftBehind_;
};

}  // namespace coroscope::app
