// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/inspector/variables_view.h"

#include <algorithm>
#include <utility>

#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QRegularExpression>

#include "app/inspector/spoken.h"
#include "app/session/let_go.h"
#include "app/session/place_text.h"
#include "app/session/session.h"
#include "app/style/fonts.h"
#include "app/style/theme.h"

namespace coroscope::app {

using trace::TaskId;

namespace {

/// The frame of this depth in a task, if it was that of the same function; else null.
const FrameView* frameIn(const Inspection* inspection, TaskId task, std::size_t depth,
                         const std::string& function) {
    if (inspection == nullptr) return nullptr;
    const auto found = std::ranges::find(inspection->tasks, task, &TaskFrames::task);
    if (found == inspection->tasks.end() || depth >= found->frames.size()) return nullptr;
    const FrameView& frame = found->frames[depth];
    return frame.function == function ? &frame : nullptr;
}

bool hasChanged(const Variable& variable, const FrameView& before) {
    const auto was = std::ranges::find(before.locals, variable.name, &Variable::name);
    return was == before.locals.end() || was->repr != variable.repr;
}

/// Without module and address, where an object says more of itself behind them: that would not fit.
QString shortened(QString repr) {
    static const QRegularExpression before(
        QStringLiteral("<(?:[A-Za-z_]\\w*\\.)*([A-Za-z_]\\w*)(?: object)? at 0x[0-9a-f]+ "));
    return repr.replace(before, QStringLiteral("<\\1 "));
}

}  // namespace

VariablesView::VariablesView(Session& session, QWidget* parent)
    : QTreeWidget(parent), session_(session) {
    setObjectName(QStringLiteral("variables"));
    setAccessibleName(tr("Variables of the selected task"));
    setColumnCount(2);
    setHeaderHidden(true);
    headerItem()->setData(0, Qt::AccessibleTextRole, tr("name"));
    headerItem()->setData(1, Qt::AccessibleTextRole, tr("value"));
    header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    header()->setStretchLastSection(true);
    // Space before the outermost, as in the other panels; nothing is drawn there.
    setRootIsDecorated(true);
    setIndentation(14);
    setItemsExpandable(false);
    setSelectionMode(QAbstractItemView::NoSelection);
    setFocusPolicy(Qt::StrongFocus);
    setTextElideMode(Qt::ElideRight);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(&session_, &Session::stateChanged, this, &VariablesView::ask);
    connect(&session_, &Session::traceChanged, this, [this] {
        letGo(std::move(shown_));
        letGo(std::move(before_));
        fill();
        ask();
    });
    connect(&session_.selection(), &Selection::changed, this, &VariablesView::fill);
    connect(&session_.replays(), &ReplayService::finished, this, &VariablesView::take);
    connect(this, &QTreeWidget::itemClicked, this, &VariablesView::goToFrame);
}

TaskId VariablesView::wantedTask() {
    if (session_.selection().task().valid()) return session_.selection().task();
    const trace::LoopState& state = session_.state();
    if (state.running.valid()) return state.running;
    // Between steps: whoever ran last, so that the panel does not flicker empty.
    const trace::Trace& trace = *session_.trace();
    constexpr std::size_t kLookedAt = 200;
    for (std::size_t i = state.at.valid() ? state.at.index() + 1 : 0, n = 0; i > 0 && n < kLookedAt;
         --i, ++n) {
        const trace::Event& event = trace[trace::EventIndex::fromIndex(i - 1)];
        if (!event.task.valid() || event.task.index() >= state.tasks.size()) continue;
        if (isDone(state.tasks[event.task.index()].status)) continue;
        if (event.kind == trace::EventKind::StepEnded && !event.endsTask()) return event.task;
    }
    for (std::size_t i = 0; i < state.tasks.size(); ++i) {
        if (!isDone(state.tasks[i].status)) return TaskId::fromIndex(i);
    }
    return {};
}

void VariablesView::ask() {
    if (isVisible()) session_.replays().request(session_.playhead().current());
}

void VariablesView::showEvent(QShowEvent* event) {
    QTreeWidget::showEvent(event);
    ask();
}

void VariablesView::take(std::shared_ptr<const Inspection> inspection) {
    // A selection changes who is shown, but not what has changed since the last event.
    if (shown_ && shown_->at != inspection->at) letGo(std::exchange(before_, shown_));
    letGo(std::exchange(shown_, std::move(inspection)));
    fill();
}

void VariablesView::fill() {
    task_ = wantedTask();
    clear();
    empty_.clear();
    if (!shown_) {
        empty_ = tr("Select a task, and step through the run.");
        viewport()->update();
        return;
    }
    const Scheme& theme = schemeOf(palette());
    const QString name = QString::fromStdString(spokenTask(*session_.trace(), task_));
    for (const TaskFrames& each : shown_->tasks) {
        if (each.task != task_) continue;
        // The innermost frame first: that is where it stands.
        for (std::size_t depth = each.frames.size(); depth-- > 0;) {
            const FrameView& frame = each.frames[depth];
            const QString function = QString::fromStdString(frame.function);
            auto* head = new QTreeWidgetItem(this);
            head->setText(0, tr("%1()").arg(function.section(QLatin1Char('.'), -1)));
            const bool innermost = depth + 1 == each.frames.size();
            head->setText(1, innermost ? placeOf(task_, frame) + QStringLiteral(" · ") + name
                                       : tr("line %1").arg(frame.span.line));
            head->setFont(0, bold(font()));
            head->setForeground(1, theme.muted);
            head->setData(0, FrameRole, frame.span.line);
            const FrameView* const was = frameIn(before_.get(), task_, depth, frame.function);
            for (const Variable& variable : frame.locals) {
                auto* row = new QTreeWidgetItem(head);
                const QString key = QString::fromStdString(variable.name);
                const QString value = QString::fromStdString(variable.repr);
                row->setText(0, key);
                row->setText(1, shortened(value));
                row->setFont(0, codeFont());
                row->setFont(1, codeFont());
                row->setToolTip(0, QString::fromStdString(variable.type));
                row->setToolTip(
                    1, QStringLiteral("%1\n%2").arg(QString::fromStdString(variable.type), value));
                const bool changed = was != nullptr && hasChanged(variable, *was);
                row->setData(0, ChangedRole, changed);
                row->setForeground(0, changed ? theme.accent : theme.muted);
                if (changed) {
                    row->setFont(1, bold(codeFont()));
                    row->setBackground(1, theme.accentSoft);
                }
            }
        }
    }
    expandAll();
    if (topLevelItemCount() == 0) {
        const std::vector<trace::TaskState>& tasks = session_.state().tasks;
        const bool born = task_.valid() && task_.index() < tasks.size();
        empty_ = !task_.valid() ? tr("No code is running.")
                 : !born        ? tr("%1 does not exist yet.").arg(name)
                 : isDone(tasks[task_.index()].status)
                     ? tr("%1 is done: its variables are gone.").arg(name)
                     : tr("%1 has not begun: it has no variables yet.").arg(name);
    }
    viewport()->update();
}

/// Where a task stands now, as the other panels say it; the program itself, by its frame.
QString VariablesView::placeOf(TaskId task, const FrameView& innermost) {
    const std::vector<trace::TaskState>& tasks = session_.state().tasks;
    const bool old = shown_->at != session_.playhead().current();
    if (old || !task.valid() || task.index() >= tasks.size())
        return tr("line %1").arg(innermost.span.line);
    const trace::EventIndex at = tasks[task.index()].placedAt;
    return at.valid() ? QString::fromStdString(placeText(*session_.trace(), at)) : tr("not begun");
}

void VariablesView::goToFrame(QTreeWidgetItem* item) {
    const QTreeWidgetItem* head = item->parent() != nullptr ? item->parent() : item;
    const int line = head->data(0, FrameRole).toInt();
    if (line > 0) session_.selection().selectLine(line);
}

void VariablesView::paintEvent(QPaintEvent* event) {
    QTreeWidget::paintEvent(event);
    if (empty_.isEmpty()) return;
    QPainter painter(viewport());
    painter.setPen(schemeOf(palette()).muted);
    painter.drawText(viewport()->rect().adjusted(16, 12, -16, -12),
                     Qt::AlignTop | Qt::AlignLeft | Qt::TextWordWrap, empty_);
}

void VariablesView::changeEvent(QEvent* event) {
    QTreeWidget::changeEvent(event);
    // The rows have type and colours of their own.
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange) fill();
}

// The window's keys move the playhead.
void VariablesView::keyPressEvent(QKeyEvent* event) { event->ignore(); }

}  // namespace coroscope::app
