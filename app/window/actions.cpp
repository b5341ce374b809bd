// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/actions.h"

#include <QAction>
#include <QActionGroup>
#include <QCoreApplication>
#include <QMenu>
#include <QMenuBar>

namespace coroscope::app {

namespace {

QString tr(const char* text) { return QCoreApplication::translate("Actions", text); }

QList<QKeySequence> keys(std::initializer_list<QKeySequence> list) { return {list}; }

std::vector<ActionRow> makeTable() {
    using K = QKeySequence;
    return {
        {Act::New, "&File", "&New", keys({K::New})},
        {Act::Open, "&File", "&Open…", keys({K::Open})},
        {Act::OpenRecent, "&File", "Open &recent", {}, ActionRow::Submenu},
        {Act::Gallery, "&File", "&Gallery of lessons…", keys({K(Qt::CTRL | Qt::Key_G)})},
        {Act::Examples, "&File", "E&xamples", {}, ActionRow::Submenu},
        {Act::Save, "|&File", "&Save", keys({K::Save})},
        {Act::SaveAs, "&File", "Save &as…", keys({K(Qt::CTRL | Qt::SHIFT | Qt::Key_S)})},
        {Act::Export, "&File", "&Export…", keys({K(Qt::CTRL | Qt::Key_E)})},
        {Act::CopyFigure, "&File", "&Copy the figure", keys({K(Qt::CTRL | Qt::SHIFT | Qt::Key_C)})},
        {Act::Print, "|&File", "&Print…", keys({K::Print})},
        {Act::PrintPreview, "&File", "Print pre&view…", {}},
        {Act::Notes, "|&File", "Notes o&f the lesson…", {}},
        {Act::NewTab, "|&File", "New &tab", keys({K(Qt::CTRL | Qt::Key_T)})},
        {Act::CloseTab, "&File", "C&lose the tab", keys({K(Qt::CTRL | Qt::Key_W)})},
        {Act::NextTab, "&File", "Next ta&b",
         keys({K(Qt::CTRL | Qt::Key_Tab), K(Qt::CTRL | Qt::Key_PageDown)})},
        {Act::PreviousTab, "&File", "Prev&ious tab",
         keys({K(Qt::CTRL | Qt::SHIFT | Qt::Key_Tab), K(Qt::CTRL | Qt::SHIFT | Qt::Key_Backtab),
               K(Qt::CTRL | Qt::Key_PageUp)})},
        {Act::Quit, "|&File", "&Quit", keys({K(Qt::CTRL | Qt::Key_Q)})},

        {Act::Undo, "&Edit", "&Undo", keys({K::Undo})},
        {Act::Redo, "&Edit", "&Redo",
         keys({K(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), K(Qt::CTRL | Qt::Key_Y)})},
        {Act::Cut, "|&Edit", "Cu&t", {}, ActionRow::Plain, 0, K::Cut},
        {Act::Copy, "&Edit", "&Copy", {}, ActionRow::Plain, 0, K::Copy},
        {Act::Paste, "&Edit", "&Paste", {}, ActionRow::Plain, 0, K::Paste},
        {Act::SelectAll, "&Edit", "Select &all", {}, ActionRow::Plain, 0, K::SelectAll},
        {Act::Find, "|&Edit", "&Find…", keys({K::Find})},
        {Act::FindNext, "&Edit", "Find &next", keys({K(Qt::Key_F3)})},
        {Act::FindPrevious, "&Edit", "Find pre&vious", keys({K(Qt::SHIFT | Qt::Key_F3)})},
        {Act::Replace, "&Edit", "R&eplace…", keys({K(Qt::CTRL | Qt::Key_H)})},
        {Act::GoToLine, "&Edit", "&Go to line…", keys({K(Qt::CTRL | Qt::Key_L)})},
        {Act::OfferNames, "|&Edit", "&Offer names while typing", {}, ActionRow::Checkable},

        {Act::Run, "&Run", "&Run on to a breakpoint or the end", keys({K(Qt::Key_F5)})},
        {Act::Stop, "&Run", "&Stop the run", keys({K(Qt::SHIFT | Qt::Key_F5)})},
        {Act::Limits, "&Run", "Limits of &a run…", {}},
        {Act::HoldRun, "&Run", "&Hold this run to compare", keys({K(Qt::Key_H)}),
         ActionRow::Checkable},
        {Act::Predict, "&Run", "Predict which task runs ne&xt", keys({K(Qt::Key_Q)}),
         ActionRow::Checkable},
        {Act::PlayPause, "|&Run", "&Play or pause", keys({K(Qt::Key_Space)})},
        {Act::StepForward, "&Run", "S&tep: next event", keys({K(Qt::Key_Right)})},
        {Act::StepBack, "&Run", "Step &back: previous event", keys({K(Qt::Key_Left)})},
        {Act::LoopStepForward, "&Run", "Next step of the &loop",
         keys({K(Qt::SHIFT | Qt::Key_Right)})},
        {Act::LoopStepBack, "&Run", "Previous step of the loop",
         keys({K(Qt::SHIFT | Qt::Key_Left)})},
        {Act::PageForward, "&Run", "A tenth forward", keys({K(Qt::Key_PageDown)})},
        {Act::PageBack, "&Run", "A tenth back", keys({K(Qt::Key_PageUp)})},
        {Act::ToStart, "&Run", "To the start", keys({K(Qt::Key_Home)})},
        {Act::ToEnd, "&Run", "To the &end", keys({K(Qt::Key_End)})},
        {Act::RunToCursor, "|&Run", "Go on to the &cursor's line",
         keys({K(Qt::CTRL | Qt::Key_F8)})},
        {Act::NextOnLine, "&Run", "&Next time of the cursor's line", keys({K(Qt::Key_F8)})},
        {Act::PreviousOnLine, "&Run", "Pre&vious time of the cursor's line",
         keys({K(Qt::SHIFT | Qt::Key_F8)})},
        {Act::ToggleBreakpoint, "&Run", "Brea&kpoint at the cursor's line", keys({K(Qt::Key_F9)})},
        {Act::ToggleBookmark, "|&Run", "Book&mark this event", keys({K(Qt::Key_M)})},
        {Act::NextBookmark, "&Run", "Next bookmark", keys({K(Qt::CTRL | Qt::Key_Right)})},
        {Act::PreviousBookmark, "&Run", "Previous bookmark", keys({K(Qt::CTRL | Qt::Key_Left)})},
        {Act::LoopFromHere, "|&Run", "Repeat fr&om here", keys({K(Qt::Key_BracketLeft)})},
        {Act::LoopToHere, "&Run", "Repeat &up to here", keys({K(Qt::Key_BracketRight)})},
        {Act::LoopOff, "&Run", "Repeat nothing", keys({K(Qt::Key_Backslash)})},
        {Act::Smooth, "|&Run", "Smooth mot&ion", {}, ActionRow::Checkable},
        {Act::Faster, "&Run", "&Faster", keys({K(Qt::Key_Plus)})},
        {Act::Slower, "&Run", "Slo&wer", keys({K(Qt::Key_Minus)})},

        {Act::AxisTime, "&View", "Axis: &time", {}, ActionRow::Checkable, 1},
        {Act::AxisSteps, "&View", "Axis: &steps", {}, ActionRow::Checkable, 1},
        {Act::ToggleAxis, "&View", "S&witch the axis", keys({K(Qt::Key_T)})},
        {Act::ThemeSystem, "|&View", "Theme: as the system", {}, ActionRow::Checkable, 2},
        {Act::ThemeLight, "&View", "Theme: &light", {}, ActionRow::Checkable, 2},
        {Act::ThemeDark, "&View", "Theme: &dark", {}, ActionRow::Checkable, 2},
        {Act::ThemeContrast, "&View", "Theme: &high contrast", {}, ActionRow::Checkable, 2},
        {Act::ZoomIn, "|&View", "Lar&ger type",
         keys({K(Qt::CTRL | Qt::Key_Plus), K(Qt::CTRL | Qt::Key_Equal)})},
        {Act::ZoomOut, "&View", "S&maller type", keys({K(Qt::CTRL | Qt::Key_Minus)})},
        {Act::ZoomReset, "&View", "Normal type", keys({K(Qt::CTRL | Qt::Key_0)})},
        {Act::FullScreen, "|&View", "P&resent (full screen)", keys({K(Qt::Key_F11)}),
         ActionRow::Checkable},
        {Act::PanelExplain, "|&View", "Panel: &Explain", keys({K(Qt::ALT | Qt::Key_1)}),
         ActionRow::Checkable},
        {Act::PanelVariables, "&View", "Panel: &Variables", keys({K(Qt::ALT | Qt::Key_2)}),
         ActionRow::Checkable},
        {Act::PanelStatistics, "&View", "Panel: Stat&istics", keys({K(Qt::ALT | Qt::Key_3)}),
         ActionRow::Checkable},
        {Act::PanelConsole, "&View", "Panel: C&onsole", keys({K(Qt::ALT | Qt::Key_4)}),
         ActionRow::Checkable},
        {Act::PanelEvents, "&View", "Panel: Eve&nts", keys({K(Qt::ALT | Qt::Key_5)}),
         ActionRow::Checkable},
        {Act::PanelLoop, "&View", "Panel: Loo&p", keys({K(Qt::ALT | Qt::Key_6)}),
         ActionRow::Checkable},
        {Act::PanelTasks, "&View", "Panel: T&asks", keys({K(Qt::ALT | Qt::Key_7)}),
         ActionRow::Checkable},
        {Act::PanelSync, "&View", "Panel: S&ync", keys({K(Qt::ALT | Qt::Key_8)}),
         ActionRow::Checkable},
        {Act::ForNewcomers, "|&View", "Explain for newcomers", {}, ActionRow::Checkable, 3},
        {Act::ForExperts, "&View", "Explain for experts", {}, ActionRow::Checkable, 3},
        {Act::ClearSelection, "|&View", "&Clear the selection", keys({K(Qt::Key_Escape)})},
        {Act::FocusSource, "&View", "Go to the so&urce", keys({K(Qt::CTRL | Qt::Key_1)})},
        {Act::FocusTimeline, "&View", "Go to the timeline", keys({K(Qt::CTRL | Qt::Key_2)})},
        {Act::NextPane, "&View", "To the next pane", keys({K(Qt::Key_F6)})},
        {Act::PreviousPane, "&View", "To the previous pane", keys({K(Qt::SHIFT | Qt::Key_F6)})},

        {Act::FoldHeader, "&View", "&Fold or unfold the header", {}},
        {Act::FindTask, "&View", "Find a tas&k…", keys({K(Qt::Key_Slash)})},

        {Act::PinLane, "&Timeline", "&Pin or unpin the lane", {}},
        {Act::HideLane, "&Timeline", "&Hide or show the lane", {}},
        {Act::FoldLane, "&Timeline", "&Fold or unfold what the task made", {}},
        {Act::AllLanes, "&Timeline", "Show &all lanes, in their own order", {}},
        {Act::Legend, "|&Timeline", "&Legend: show or hide signs…", keys({K(Qt::Key_L)})},

        {Act::Palette, "&Help", "&Find a command…", keys({K(Qt::CTRL | Qt::SHIFT | Qt::Key_P)})},
        {Act::Shortcuts, "&Help", "&Shortcuts", keys({K(Qt::Key_Question), K(Qt::Key_F1)})},
        {Act::TimelineKey, "&Help", "&Key to the timeline", keys({K(Qt::Key_K)})},
        {Act::About, "&Help", "&About Coroscope", {}},
    };
}

}  // namespace

const std::vector<ActionRow>& actionTable() {
    static const std::vector<ActionRow> table = makeTable();
    return table;
}

const std::vector<KeyNote>& furtherKeys() {
    static const std::vector<KeyNote> notes{
        {"Ctrl+drag", "Source: turn a number; Timeline: zoom to an area"},
        {"Ctrl+Space", "Source: complete a name"},
        {"Drag", "Timeline: measure from one place to another"},
        {"Shift+drag", "Timeline: pan, as the middle button does"},
        {"Ctrl+Z", "Timeline: back to where you looked before"},
        {"W, S", "Timeline: zoom in, out"},
        {"A, D", "Timeline: pan"},
        {"Ctrl+wheel", "Timeline: zoom at the pointer"},
        {"Wheel, Shift+wheel", "Timeline: scroll the lanes, pan"},
        {"O", "Timeline: open the instant at the playhead (or double-click a run)"},
        {"F", "Timeline: centre the selection; again: fit all"},
        {". and ,", "Timeline: next, previous span of the lane"},
        {"Esc", "Source: back to the timeline"},
        {"Alt+1 … Alt+8, again", "Panels: put it away"},
        {"Tab, Space", "Everywhere but in the source: to the next button, press it"},
    };
    return notes;
}

ActionSet makeActions(QMenuBar& bar, QObject& owner) {
    ActionSet set;
    std::map<QString, QMenu*> menus;
    std::map<int, QActionGroup*> groups;
    for (const ActionRow& row : actionTable()) {
        QString title = QString::fromUtf8(row.menu);
        const bool separated = title.startsWith(QLatin1Char('|'));
        if (separated) title.remove(0, 1);
        QMenu*& menu = menus[title];
        if (menu == nullptr) menu = bar.addMenu(tr(title.toUtf8().constData()));
        if (separated) menu->addSeparator();
        if (row.kind == ActionRow::Submenu) {
            set.submenus[row.act] = menu->addMenu(tr(row.text));
            continue;
        }
        auto* action = new QAction(tr(row.text), &owner);
        action->setShortcuts(row.keys);
        if (!row.told.isEmpty()) {
            // Shown, and never taken from what has the focus.
            action->setShortcut(row.told);
            action->setShortcutContext(Qt::WidgetShortcut);
        }
        action->setCheckable(row.kind == ActionRow::Checkable);
        if (row.group != 0) {
            QActionGroup*& group = groups[row.group];
            if (group == nullptr) group = new QActionGroup(&owner);
            group->addAction(action);
        }
        menu->addAction(action);
        set.actions[row.act] = action;
    }
    return set;
}

}  // namespace coroscope::app
