// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <vector>

#include <QByteArray>
#include <QWidget>

#include "app/session/autosave.h"
#include "app/session/session.h"
#include "app/window/actions.h"
#include "app/window/problem.h"

class QSettings;
class QVBoxLayout;

namespace coroscope::app {

class Appearance;
class Banner;
class ConsolePanel;
class EditorPane;
class EventsPanel;
class ExplainView;
struct ExportOptions;
struct Format;
struct HeldRun;
class HeldRunView;
class KeptSplitter;
struct RunFiles;
class LoopView;
class PanelRow;
class PredictStrip;
class QuestionStrip;
class RunStrip;
class StatisticsView;
class SyncView;
class TasksPanel;
class TimelinePlot;
class TransportBar;
class VariablesView;

/// One open scenario, with all that shows it: left the source, right the timeline, below the
/// panels, above them what there is to say about the file and its run. The window has one of these
/// for each tab.
class Workbench final : public QWidget {
    Q_OBJECT

public:
    Workbench(Runner runner, Appearance& appearance, QWidget* parent = nullptr);
    ~Workbench() override;

    [[nodiscard]] Session& session() { return session_; }
    [[nodiscard]] const Session& session() const { return session_; }
    [[nodiscard]] EditorPane& editorPane() { return *editor_; }
    [[nodiscard]] TimelinePlot& timeline() { return *timeline_; }
    [[nodiscard]] Banner& banner() { return *banner_; }
    [[nodiscard]] RunStrip& runStrip() { return *runStrip_; }
    [[nodiscard]] PredictStrip& predictStrip() { return *predictStrip_; }
    [[nodiscard]] QuestionStrip& questionStrip() { return *questionStrip_; }
    /// Stands in the header of the window, not in here.
    [[nodiscard]] TransportBar& transport() { return *transport_; }

    /// The scenario and the files that it imports, those that have files of their own.
    [[nodiscard]] std::vector<ScenarioDocument*> documents() const;
    [[nodiscard]] bool isModified() const;
    /// Whether nobody would miss it: an example or a new text that nobody has changed.
    [[nodiscard]] bool isPassing() const;
    /// Opens another scenario in the place of this one.
    [[nodiscard]] ScenarioDocument::Trouble open(const QString& path);
    void openText(const QString& name, const QString& text);
    void restore(const LeftBehind& left);
    /// Writes the safety copies of unsaved work, without waiting for a pause.
    void keepCopiesNow();

    /// Asks what to do with unsaved changes. False: stay.
    [[nodiscard]] bool mayLeave();
    /// Saves every file with unsaved changes. False: not all were.
    bool saveAll();
    /// Saves the file on view under its path, or asks for one. False: not saved.
    bool save();
    /// Saves the scenario itself.
    bool saveAs(const QString& path);
    /// Writes the run as a figure or data, by the extension of `path`. False: not written.
    bool exportTo(const QString& path);
    bool exportTo(const QString& path, const ExportOptions& options);

    /// Does what an action is for. False: it is not about one scenario.
    bool run(Act act);
    /// The next thing that Escape puts away. False: there was none.
    bool escape();
    /// A run to compare this one with, below its timeline; null: none.
    void hold(std::shared_ptr<const HeldRun> run);
    [[nodiscard]] std::shared_ptr<const HeldRun> held() const;
    [[nodiscard]] HeldRunView& heldView() { return *held_; }
    /// Whether what an action shows is shown: its panel in front, a run held; none: it shows
    /// nothing.
    [[nodiscard]] std::optional<bool> showsPanel(Act act) const;
    [[nodiscard]] bool showsRunStrip() const;
    [[nodiscard]] ExplainView& explain() { return *explain_; }

    /// In front of a class: most of the room for source and timeline.
    void present(bool presenting);
    /// All scenarios share one layout: it is kept when one goes to the back, and taken by the one
    /// that comes to the front.
    void comeToFront(const QSettings& layout);
    void goToBack(QSettings& layout);
    void saveLayout(QSettings& layout) const;

    void showFileTrouble(const QString& title, const QString& text);
    /// Says what is wrong with the text or with how its run ended.
    void showProblem();

Q_SIGNALS:
    /// The name, the title, whether there are unsaved changes, or whether it runs.
    void titleChanged();
    /// Which panels are in front, or how the playhead moves.
    void checksChanged();
    /// What can be undone, cut or copied.
    void editsChanged();
    /// The user wants to see what a run may use.
    void limitsWanted();

protected:
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void buildPanels();
    void arrange();
    void foldHeader();
    void revealRun();
    void showTopLine();
    void connectSession();
    void connectBanner();
    void toggleHeld();
    void togglePrediction();
    void showLegend();
    void keepFocusFromSource(QWidget* old, QWidget* now);

    bool runFile(Act act);
    bool runEdit(Act act);
    bool runPlayback(Act act);
    bool runPanels(Act act);
    bool runLanes(Act act);
    [[nodiscard]] QWidget* panelOf(Act act) const;
    /// All that can be gone to by a key, in order: what is to be answered, source, timeline,
    /// panels.
    [[nodiscard]] std::vector<QWidget*> panes() const;
    void goToPane(int direction);

    /// Asks what to do with a file that another program has changed. False: it
    /// must not be written, and may have been reloaded.
    [[nodiscard]] bool mayOverwrite(ScenarioDocument& document);
    bool save(ScenarioDocument& document);
    /// Says what went wrong with saving. True: nothing did.
    bool saved(const ScenarioDocument& document, const ScenarioDocument::Trouble& trouble);
    bool askSaveAs();
    /// Each file has a safety copy of its own.
    void keepCopies();
    void askExport();
    /// What is exported unless somebody says otherwise: what is on view.
    [[nodiscard]] ExportOptions usualExport() const;
    [[nodiscard]] bool mayReplaceSeries(const QString& path, const Format& format);
    void showExported(const RunFiles& files);
    void putOnPaper(Act act);
    void showNotes();
    void findProblem();
    void markProblem();
    [[nodiscard]] trace::EventIndex problemSeenAt() const;
    void showNoCopy(const QString& reason);
    /// The banner for what comes and goes while somebody types: below the timeline.
    [[nodiscard]] Banner& bannerOfRun();
    /// The banner for what somebody has asked of a file: above everything.
    [[nodiscard]] Banner& bannerOfFile();
    void onChangedOnDisk(bool exists);
    void takeTextOfFile(ScenarioDocument& document);
    void changeSpeed(int direction);
    void goToBookmark(int direction);
    void goToCursorLine(int direction);
    void runOn();
    void setRegionEnd(bool first);
    void statusNote(const QString& text);

    Appearance& appearance_;
    Session session_;
    EditorPane* editor_ = nullptr;
    TimelinePlot* timeline_ = nullptr;
    HeldRunView* held_ = nullptr;
    ConsolePanel* console_ = nullptr;
    LoopView* loop_ = nullptr;
    TasksPanel* tasks_ = nullptr;
    EventsPanel* events_ = nullptr;
    SyncView* sync_ = nullptr;
    ExplainView* explain_ = nullptr;
    VariablesView* variables_ = nullptr;
    StatisticsView* statistics_ = nullptr;
    TransportBar* transport_ = nullptr;
    Banner* banner_ = nullptr;
    /// Below the timeline.
    QVBoxLayout* foot_ = nullptr;
    RunStrip* runStrip_ = nullptr;
    PredictStrip* predictStrip_ = nullptr;
    QuestionStrip* questionStrip_ = nullptr;
    std::optional<Problem> problem_;
    /// Whether the banner has said `problem_`, and whether the user has put it away.
    bool problemTold_ = false;
    bool problemRead_ = false;
    KeptSplitter* rows_ = nullptr;
    KeptSplitter* top_ = nullptr;
    /// Once the run under way is over.
    bool runsOn_ = false;
    bool presenting_ = false;
    bool headerFolded_ = false;  ///< at the desk
    /// What the source showed at the desk, and with which event at the playhead.
    int topLine_ = 0;
    trace::EventIndex topLineAt_;
    PanelRow* panels_ = nullptr;
    /// A message about a file stays until the next file operation, whatever
    /// runs meanwhile.
    bool fileTrouble_ = false;
    Autosave autosave_;
    std::map<const ScenarioDocument*, std::unique_ptr<Autosave>> siblingCopies_;
};

}  // namespace coroscope::app
