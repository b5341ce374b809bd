// SPDX-License-Identifier: GPL-3.0-or-later
/// Which lanes of the timeline are shown, and how one is found.

#include <algorithm>
#include <utility>

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>

#include "app/style/counted.h"
#include "app/style/look.h"
#include "app/timeline/timeline_plot.h"

namespace coroscope::app {

void TimelinePlot::setLaneChoice(LaneChoice choice) {
    choice_ = std::move(choice);
    orderLanes();
    relayout();
}

void TimelinePlot::orderLanes() {
    view_.pinned = choice_.pinnedIn(*model_);
    if (!choice_.any()) {
        view_.gaps.reset();
        view_.shown.reset();
        view_.folded.reset();
        return;
    }
    view_.shown = std::make_shared<const std::vector<std::uint32_t>>(choice_.order(*model_));
    view_.gaps = std::make_shared<const std::vector<LaneGap>>(choice_.gaps(*model_));
    view_.folded = std::make_shared<const std::set<TaskId>>(choice_.folded);
}

void TimelinePlot::contextMenuEvent(QContextMenuEvent* event) {
    // The key asks for what is selected, wherever the pointer is.
    std::optional<std::size_t> lane;
    if (event->reason() == QContextMenuEvent::Keyboard) {
        lane = selectedLane();
    } else {
        lane = laneAtPoint(drawn_, event->pos());
    }
    QMenu menu(this);
    const auto add = [&](const QString& text, auto change) {
        connect(menu.addAction(text), &QAction::triggered, this, [this, change] {
            LaneChoice choice = choice_;
            change(choice);
            setLaneChoice(std::move(choice));
        });
    };
    if (lane && *lane > 0) {
        const LaneKey key = model_->lanes[*lane].key();
        add(choice_.isPinned(key) ? tr("Unpin this lane") : tr("Pin this lane to the top"),
            [key](LaneChoice& choice) { choice.togglePinned(key); });
        add(tr("Hide this lane"), [key](LaneChoice& choice) { choice.toggleHidden(key); });
        if (key.task.valid() && hasChildren(*model_, *lane)) {
            add(choice_.folded.contains(key.task) ? tr("Unfold what it made")
                                                  : tr("Fold what it made"),
                [key](LaneChoice& choice) { choice.toggleFolded(key.task); });
        }
    }
    const std::size_t leftOut = choice_.leftOut(*model_);
    if (choice_.any()) {
        add(leftOut > 0 ? tr("Show all lanes (%n hidden)", nullptr, static_cast<int>(leftOut))
                        : tr("Lanes in their own order"),
            [](LaneChoice& choice) { choice = LaneChoice(); });
    }
    menu.addSeparator();
    if (burst_) {
        connect(menu.addAction(tr("Close the opened instant")), &QAction::triggered, this,
                &TimelinePlot::closeBurst);
    } else if (const EventIndex at = eventAt(event->pos().x());
               view_.axis == AxisKind::Time && at.valid()) {
        const std::uint32_t steps = model_->stepsAt(model_->instantOf(at));
        if (steps > 1) {
            connect(menu.addAction(tr("Open this instant (%1 steps)").arg(steps)),
                    &QAction::triggered, this, [this, at] { openBurst(at); });
        }
    }
    connect(menu.addAction(tr("Find a task…")), &QAction::triggered, this,
            &TimelinePlot::openFinder);
    connect(menu.addAction(tr("Show the whole run")), &QAction::triggered, this,
            &TimelinePlot::fit);
    menu.exec(event->globalPos());
}

namespace {

/// Of a task, not of a worker thread.
bool isNamed(const Lane& lane, const QString& text) {
    return lane.task.valid() &&
           QString::fromStdString(lane.name).contains(text, Qt::CaseInsensitive);
}

}  // namespace

bool TimelinePlot::findTask(const QString& text) {
    if (text.isEmpty() || model_->lanes.size() < 2) return false;
    const std::size_t count = model_->lanes.size() - 1;
    const std::size_t from = model_->laneOf(view_.selectedTask).value_or(0);
    // A task whose lane is left out is selected all the same: the panels show it.
    for (std::size_t n = 0; n < count; ++n) {
        const std::size_t lane = 1 + (from + n) % count;
        if (!isNamed(model_->lanes[lane], text)) continue;
        select(static_cast<std::uint32_t>(lane), std::nullopt, true);
        return true;
    }
    return false;
}

void TimelinePlot::makeFinder() {
    finder_->setObjectName(QStringLiteral("taskFinder"));
    setLook(*finder_, Look::Small);
    finder_->setPlaceholderText(tr("Find a task"));
    finder_->setAccessibleName(tr("Find a task by its name"));
    finder_->setFocusPolicy(Qt::ClickFocus);
    finder_->hide();
    finder_->installEventFilter(this);
    finderSays_->setObjectName(QStringLiteral("taskFinderSays"));
    finderSays_->setMargin(4);
    finderSays_->setIndent(6);
    setGround(*finderSays_, Look::Trouble);
    finderSays_->hide();
    connect(finder_, &QLineEdit::textEdited, this, [this](const QString& text) {
        clearSelection();
        findTask(text);
        showFound(text);
    });
    connect(finder_, &QLineEdit::returnPressed, this, [this] {
        findTask(finder_->text());
        showFound(finder_->text());
    });
}

/// Says how many tasks have such a name, and which of them is selected.
void TimelinePlot::showFound(const QString& text) {
    qulonglong all = 0;
    qulonglong selected = 0;
    for (const Lane& lane : model_->lanes) {
        if (text.isEmpty() || !isNamed(lane, text)) continue;
        ++all;
        if (lane.task == view_.selectedTask) selected = all;
    }
    const bool none = all == 0 && !text.isEmpty();
    QPalette ink;
    if (none) ink.setColor(QPalette::Text, view_.palette.troubleText);
    finder_->setPalette(ink);
    setLook(*finderSays_, none ? Look::Trouble : Look::Good);
    finderSays_->setText(none ? tr("no such task")
                              : tr("%1 of %2").arg(countText(selected), countText(all)));
    finderSays_->adjustSize();
    finderSays_->setVisible(!text.isEmpty());
    finderSays_->raise();
    finder_->setAccessibleDescription(text.isEmpty() ? QString() : finderSays_->text());
}

void TimelinePlot::openFinder() {
    showFound({});  // of what is sought anew nothing is known
    finder_->show();
    finder_->raise();
    finder_->selectAll();
    finder_->setFocus();
}

bool TimelinePlot::eventFilter(QObject* watched, QEvent* event) {
    if (watched == finder_ && event->type() == QEvent::KeyPress &&
        static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        finder_->hide();
        showFound({});
        setFocus();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

}  // namespace coroscope::app
