// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// All actions of the window in one table: menus, shortcuts and the list that
/// `?` shows are made from it.

#include <map>
#include <vector>

#include <QKeySequence>
#include <QList>
#include <QString>

class QAction;
class QMenu;
class QMenuBar;
class QObject;

namespace coroscope::app {

/// What an action does, by name; `MainWindow::run` knows how.
enum class Act {
    New,
    Open,
    OpenRecent,
    Examples,
    Save,
    SaveAs,
    Export,
    CopyFigure,
    Print,
    PrintPreview,
    Notes,
    NewTab,
    CloseTab,
    NextTab,
    PreviousTab,
    Quit,
    Undo,
    Redo,
    Cut,
    Copy,
    Paste,
    SelectAll,
    Find,
    FindNext,
    FindPrevious,
    Replace,
    GoToLine,
    OfferNames,
    Run,
    Stop,
    Limits,
    HoldRun,
    Predict,
    PlayPause,
    StepForward,
    StepBack,
    LoopStepForward,
    LoopStepBack,
    PageForward,
    PageBack,
    ToStart,
    ToEnd,
    Faster,
    Slower,
    ToggleBookmark,
    NextBookmark,
    PreviousBookmark,
    RunToCursor,
    NextOnLine,
    PreviousOnLine,
    ToggleBreakpoint,
    LoopFromHere,
    LoopToHere,
    LoopOff,
    Smooth,
    FindTask,
    ThemeContrast,
    Gallery,
    Palette,
    PanelExplain,
    PanelVariables,
    PanelStatistics,
    PanelConsole,
    PanelEvents,
    PanelLoop,
    PanelTasks,
    PanelSync,
    ToggleAxis,
    AxisTime,
    AxisSteps,
    ThemeSystem,
    ThemeLight,
    ThemeDark,
    ZoomIn,
    ZoomOut,
    ZoomReset,
    FullScreen,
    ClearSelection,
    FocusSource,
    FocusTimeline,
    NextPane,
    PreviousPane,
    Shortcuts,
    TimelineKey,
    PinLane,
    HideLane,
    FoldLane,
    AllLanes,
    Legend,
    FoldHeader,
    ForNewcomers,
    ForExperts,
    About,
};

struct ActionRow {
    Act act;
    /// The menu it stands in; a `|` before the name puts a separator above.
    const char* menu;
    const char* text;
    /// The first is shown in the menu.
    QList<QKeySequence> keys;
    enum Kind { Plain, Checkable, Submenu } kind = Plain;
    /// Checkable actions with the same number exclude each other.
    int group = 0;
    /// Of an entry without keys of its own: what has the focus takes these by itself.
    QKeySequence told = {};
};

[[nodiscard]] const std::vector<ActionRow>& actionTable();

/// A further key that no action has: what it does, in words, for the list of
/// shortcuts. These belong to the timeline and the editor.
struct KeyNote {
    const char* keys;
    const char* text;
};
[[nodiscard]] const std::vector<KeyNote>& furtherKeys();

/// The table made real.
struct ActionSet {
    std::map<Act, QAction*> actions;
    std::map<Act, QMenu*> submenus;
};

/// Fills `bar`. The actions and menus belong to `owner`.
[[nodiscard]] ActionSet makeActions(QMenuBar& bar, QObject& owner);

}  // namespace coroscope::app
