// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "engine/trace/ids.h"

namespace coroscope::app {

class FindBar;
class Session;
class SourceEditor;

/// The source of the scenario, tied to the session: what is typed goes into
/// the document; where the run stands is shown at the lines.
class EditorPane final : public QWidget {
    Q_OBJECT

public:
    explicit EditorPane(Session& session, QWidget* parent = nullptr);

    [[nodiscard]] SourceEditor& editor() { return *editor_; }
    [[nodiscard]] FindBar& findBar() { return *findBar_; }

private:
    void load();
    void takeText();
    void showState();
    void showDiagnostics();
    void showSelection();
    void onChipClicked(std::uint32_t task);
    [[nodiscard]] int lineOf(trace::TaskId task);

    Session& session_;
    SourceEditor* editor_;
    FindBar* findBar_;
    bool loading_ = false;
    /// Whether the playhead has left the start since this document was opened:
    /// from then on the source scrolls with it.
    bool followed_ = false;
};

}  // namespace coroscope::app
