// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include <QWidget>

#include "app/editor/line_messages.h"
#include "app/editor/source_editor.h"
#include "app/editor/waiting_chips.h"
#include "app/session/own_turn.h"
#include "engine/trace/ids.h"

class QStackedWidget;
class QTabBar;

namespace coroscope::app {

class FindBar;
class ScenarioDocument;
class Session;

/// The source of the scenario and, in tabs, of the files that it imports, tied to the session: what
/// is typed goes into the documents; where the run stands is shown at the lines, and the tab of the
/// file that has its turn comes to the front.
class EditorPane final : public QWidget {
    Q_OBJECT

public:
    explicit EditorPane(Session& session, QWidget* parent = nullptr);
    ~EditorPane() override;

    /// Those of the file on view: its editor, its document, and its name in the trace (empty: it is
    /// the scenario itself).
    [[nodiscard]] SourceEditor& editor() { return *shown().editor; }
    [[nodiscard]] ScenarioDocument& document() { return *shown().document; }
    [[nodiscard]] const std::string& fileName() { return shown().fileName; }
    [[nodiscard]] FindBar& findBar() { return *findBar_; }
    /// Out of sight as long as there is one file.
    [[nodiscard]] QTabBar& tabs() { return *tabs_; }
    /// Brings a file to the front; an empty name: the scenario. Does nothing for one without a tab.
    void showFile(const std::string& fileName);
    void showFile(const ScenarioDocument& document);
    /// Gives the scenario another text, as one edit that can be undone.
    void rewrite(const QString& text);
    /// At the cursor's line, or the next one that holds code.
    void toggleBreakpoint();
    /// Shows the line that has its turn, whoever has the focus.
    void revealRunning();
    /// Folds the scenario's header, or unfolds it; it stays so for other scenarios.
    void toggleHeader();

Q_SIGNALS:
    /// What can be undone, cut or copied may be something else: another file, text or selection.
    void editsChanged();
    /// A sentence for the user about what has just been asked for.
    void noted(const QString& text);
    /// See SourceEditor::menuWanted.
    void menuWanted(const QPoint& where);

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Page {
        std::string fileName;
        ScenarioDocument* document = nullptr;
        SourceEditor* editor = nullptr;
        bool loading = false;
    };

    [[nodiscard]] Page& shown() const;
    [[nodiscard]] Page& scenario() const { return *pages_.front(); }
    [[nodiscard]] std::size_t numberOf(const std::string& fileName) const;
    void addPage(const std::string& fileName, ScenarioDocument& document);
    void dropPage(std::size_t number);
    void toggleBreakpoint(const Page& page, int line);
    void takeSiblings();
    void bringToFront(std::size_t number);
    void labelTabs();
    void load(Page& page);
    void reload(Page& page);
    void takeText(Page& page);
    void showState();
    /// `lines` are those where the run stands in each file; 0: nowhere there.
    void showRunningLine(const std::vector<int>& lines, std::size_t running);
    void showChips();
    void showMessages();
    void showBreakpoints();
    void showSelection();
    void onChipClicked(std::uint32_t task);
    [[nodiscard]] std::size_t pageAt(trace::EventIndex event) const;
    [[nodiscard]] bool tellsOfItsRun() const;
    [[nodiscard]] std::map<int, SourceEditor::BreakpointLook> looksOf(const Page& page) const;

    Session& session_;
    QTabBar* tabs_;
    QStackedWidget* stack_;
    std::vector<std::unique_ptr<Page>> pages_;  ///< the scenario's own first
    FindBar* findBar_ = nullptr;
    WaitingChips waiting_;
    OwnTurn chips_{[this] { showChips(); }};
    UnmetLines unmet_;
    /// Whether the playhead has left the start since this document was opened:
    /// from then on the source scrolls with it.
    bool followed_ = false;
    bool hides_ = false;  ///< breakpoints are shown as while the future is hidden
};

}  // namespace coroscope::app
