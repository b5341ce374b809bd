// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <vector>

#include <QMainWindow>

#include "app/session/autosave.h"
#include "app/session/session.h"
#include "app/window/actions.h"
#include "app/window/appearance.h"
#include "app/window/problem.h"

class QLabel;
class QSplitter;
class QStackedWidget;

namespace coroscope {
struct BundledScenario;
}

namespace coroscope::app {

class Banner;
class ConsoleView;
class EditorPane;
class ElidedLabel;
class EventsPanel;
struct ExportOptions;
class ExplainView;
class GalleryView;
class LoopView;
class PanelRow;
class StatisticsView;
class RunStrip;
class SyncView;
class TaskListView;
class TimelinePlot;
class TransportBar;
class VariablesView;

/// The window: left the source, right the timeline, below the panels. It only
/// puts them together and knows what each action does.
class MainWindow final : public QMainWindow {
    Q_OBJECT

public:
    explicit MainWindow(Runner runner, QWidget* parent = nullptr);
    ~MainWindow() override;

    [[nodiscard]] Session& session() { return session_; }
    [[nodiscard]] EditorPane& editorPane() { return *editor_; }
    [[nodiscard]] TimelinePlot& timeline() { return *timeline_; }
    [[nodiscard]] GalleryView& gallery() { return *gallery_; }
    [[nodiscard]] Banner& banner() { return *banner_; }
    [[nodiscard]] RunStrip& runStrip() { return *runStrip_; }
    [[nodiscard]] Banner& recoveryBanner() { return *recovery_; }
    [[nodiscard]] Appearance& appearance() { return appearance_; }
    [[nodiscard]] QAction* action(Act act) const;

    /// Opens a file, after asking about unsaved changes. False: it was not
    /// opened, and the document is what it was.
    bool openFile(const QString& path);
    /// Opens a bundled scenario in the same way.
    bool openExample(const BundledScenario& scenario);
    /// An example, playing.
    void openFirstExample();
    /// What the window shows when it is opened on nothing: an example, playing,
    /// the very first time; from then on the gallery.
    void openStart();
    /// Saves the file on view under its path, or asks for one. False: not saved.
    bool save();
    /// Saves the scenario itself.
    bool saveAs(const QString& path);
    /// Writes the run as a figure or data, by the extension of `path`. False: not written.
    bool exportTo(const QString& path);
    bool exportTo(const QString& path, const ExportOptions& options);
    /// Offers unsaved work that a crash has left, if there is any.
    void offerRecovery();

public Q_SLOTS:
    void run(coroscope::app::Act act);

protected:
    void closeEvent(QCloseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void buildPanels();
    void buildGallery(Runner runner);
    void buildHeader(QWidget* header);
    void connectSession();
    void restoreLayout();
    void fitScreen();
    void fitSource();
    void fitPanels();
    void fitHeader();
    void present(bool presenting);
    void keepFocusFromSource(QWidget* old, QWidget* now);
    void saveLayout() const;

    bool runFile(Act act);
    bool runEdit(Act act);
    bool runPlayback(Act act);
    bool runPanels(Act act);
    [[nodiscard]] QWidget* panelOf(Act act) const;
    void runView(Act act);

    /// The scenario and the files that it imports.
    [[nodiscard]] std::vector<ScenarioDocument*> documents();
    /// Asks what to do with unsaved changes, of each file. False: stay.
    [[nodiscard]] bool mayLeaveDocuments();
    [[nodiscard]] bool mayLeave(ScenarioDocument& document);
    /// Asks what to do with a file that another program has changed. False: it
    /// must not be written, and may have been reloaded.
    [[nodiscard]] bool mayOverwrite(ScenarioDocument& document);
    bool save(ScenarioDocument& document);
    /// Says what went wrong with saving. True: nothing did.
    bool saved(const ScenarioDocument::Trouble& trouble);
    /// Each file has a safety copy of its own.
    void keepCopies();
    void newFile();
    void askOpen();
    bool askSaveAs();
    void askExport();
    /// What is exported unless somebody says otherwise: what the window shows.
    [[nodiscard]] ExportOptions usualExport() const;
    void showExported(const QStringList& files);
    void putOnPaper(Act act);
    void showNotes();
    void askLimits();
    void fillRecent();
    void showTitle();
    /// Says what is wrong with the text or with how its run ended.
    void showProblem();
    void findProblem();
    void showNoCopy(const QString& reason);
    void onChangedOnDisk(bool exists);
    void takeTextOfFile(ScenarioDocument& document);
    void restoreLeftBehind();
    void showFileTrouble(const QString& title, const QString& text);
    void showChecks();
    void showEdits();
    void showGallery(bool shown);
    void openPalette();
    void showShortcuts();
    void showAbout();
    void changeSpeed(int direction);
    void goToBookmark(int direction);
    void goToCursorLine(int direction);
    void setRegionEnd(bool first);
    void statusNote(const QString& text);

    Appearance appearance_;
    Session session_;
    ActionSet actions_;
    EditorPane* editor_ = nullptr;
    TimelinePlot* timeline_ = nullptr;
    ConsoleView* console_ = nullptr;
    LoopView* loop_ = nullptr;
    TaskListView* tasks_ = nullptr;
    EventsPanel* events_ = nullptr;
    SyncView* sync_ = nullptr;
    ExplainView* explain_ = nullptr;
    VariablesView* variables_ = nullptr;
    StatisticsView* statistics_ = nullptr;
    TransportBar* transport_ = nullptr;
    Banner* banner_ = nullptr;
    RunStrip* runStrip_ = nullptr;
    std::optional<Problem> problem_;
    /// Whether the banner has said `problem_`, and whether the user has put it away.
    bool problemTold_ = false;
    bool problemRead_ = false;
    /// Offers unsaved work; beside the other one, as neither may hide the other.
    Banner* recovery_ = nullptr;
    QLabel* brand_ = nullptr;
    ElidedLabel* subtitle_ = nullptr;
    QStackedWidget* pages_ = nullptr;
    GalleryView* gallery_ = nullptr;
    QSplitter* rows_ = nullptr;
    QSplitter* top_ = nullptr;
    /// The user has drawn the border between source and timeline, or that above
    /// the panels; until then they follow the text and the window's size.
    bool sourceDrawn_ = false;
    bool panelsDrawn_ = false;
    QByteArray rowsAtTheDesk_;
    QByteArray topAtTheDesk_;
    PanelRow* panels_ = nullptr;
    /// A message about a file stays until the next file operation, whatever
    /// runs meanwhile.
    bool fileTrouble_ = false;
    std::optional<LeftBehind> leftBehind_;
    Autosave autosave_;
    std::map<const ScenarioDocument*, std::unique_ptr<Autosave>> siblingCopies_;
};

}  // namespace coroscope::app
