// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/inspector/task_list_view.h"

#include <QKeyEvent>
#include <QLabel>
#include <QMouseEvent>

#include "app/inspector/task_list_model.h"
#include "app/inspector/task_row.h"
#include "app/session/session.h"
#include "app/style/look.h"

namespace coroscope::app {

namespace {

class TaskDelegate final : public TaskRowDelegate {
public:
    explicit TaskDelegate(TaskListView& view)
        : TaskRowDelegate(view.session(), TaskListModel::TaskRole, &view) {}

private:
    void paintRow(const Row& row, const QModelIndex& index) const override {
        const auto say = [&index](int role) { return index.data(role).toString(); };
        const QFontMetrics& metrics = row.metrics;
        const int line = metrics.height();
        const int width = row.place.width();
        const bool alive = index.data(TaskListModel::AliveRole).toBool();
        const QColor ink = alive ? row.theme.ink : row.theme.faint;
        const int depth = std::min(index.data(TaskListModel::DepthRole).toInt(), 8);
        int x = row.dot(row.place.left() + 10 + depth * line * 2 / 3, !alive);
        const int nameEnd = row.place.left() + std::min(width * 2 / 5, line * 11);
        row.text(x, nameEnd, say(Qt::DisplayRole), ink);
        x = nameEnd + 8;
        row.text(x, x + line * 3 / 2, say(TaskListModel::GlyphRole),
                 alive ? row.hue : row.theme.faint);
        x += line * 3 / 2;
        int end = row.place.right() - 6;
        // Age stands at the right where there is room for it, and beside it how much of that
        // was spent waiting.
        const auto column = [&](const QString& widest, int role) {
            const int needed = metrics.horizontalAdvance(widest.arg(QStringLiteral("00.00 s")));
            row.textBefore(end - needed, end, say(role), row.theme.muted);
            end -= needed + 12;
        };
        if (width > 26 * line) column(tr("lived %1"), TaskListModel::AgeRole);
        if (width > 34 * line) column(tr("waited %1"), TaskListModel::WaitedRole);
        const int stateEnd = x + 8 +
                             std::max(metrics.horizontalAdvance(tr("ready, not begun")),
                                      metrics.horizontalAdvance(tr("suspended 00.00 s")));
        const QString since = say(TaskListModel::SinceRole);
        const QString state = say(TaskListModel::StateRole);
        const int stateUsed =
            row.text(x, stateEnd, since.isEmpty() ? state : state + QLatin1Char(' ') + since, ink);
        // What it waits for is a column where there is room for one; in a narrow panel it matters
        // more than that it stands in line.
        const int reasonAt = width > 26 * line ? stateEnd + 8 : stateUsed + 12;
        const bool stuck = index.data(TaskListModel::StuckRole).toBool();
        row.text(reasonAt, end, say(TaskListModel::ReasonRole),
                 stuck ? row.theme.trouble : row.theme.muted);
    }
};

}  // namespace

TaskListView::TaskListView(Session& session, QWidget* parent)
    : RowListView(parent),
      session_(session),
      model_(new TaskListModel(session, this)),
      ring_(new QLabel(this)) {
    setObjectName(QStringLiteral("taskList"));
    setAccessibleName(tr("Tasks"));
    setModel(model_);
    setItemDelegate(new TaskDelegate(*this));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::ClickFocus);
    ring_->setObjectName(QStringLiteral("ring"));
    setGround(*ring_, Look::Trouble);
    ring_->setForegroundRole(QPalette::BrightText);
    ring_->setContentsMargins(12, 4, 12, 4);
    ring_->setTextFormat(Qt::PlainText);
    ring_->hide();
    connect(&session_, &Session::traceChanged, this, &TaskListView::takeRun);
    connect(&session_, &Session::sightChanged, this, &TaskListView::takeRun);
    connect(model_, &QAbstractItemModel::dataChanged, this, &TaskListView::showRing);
    connect(model_, &QAbstractItemModel::modelReset, this, &TaskListView::showRing);
    connect(&session_.selection(), &Selection::changed, this, [this] {
        if (const int row = model_->rowOf(session_.selection().task()); row >= 0) {
            scrollTo(model_->index(row));
        }
        viewport()->update();
    });
}

void TaskListView::mousePressEvent(QMouseEvent* event) {
    const QModelIndex index = indexAt(event->pos());
    if (event->button() == Qt::LeftButton && index.isValid()) {
        session_.selection().selectTask(model_->taskOf(index.row()));
    }
}

void TaskListView::takeRun() { model_->take(isVisible()); }

void TaskListView::showRing() {
    if (!isVisible()) return;  // it is looked for when somebody looks
    const QString ring = model_->ring();
    ring_->setText(tr("Each waits for the next: %1").arg(ring));
    ring_->setVisible(!ring.isEmpty());
    setViewportMargins(0, ring.isEmpty() ? 0 : ring_->sizeHint().height(), 0, 0);
    ring_->setGeometry(0, 0, width(), ring_->sizeHint().height());
}

void TaskListView::showEvent(QShowEvent* event) {
    RowListView::showEvent(event);
    if (model_->rowCount() == 0) takeRun();
    showRing();
}

void TaskListView::resizeEvent(QResizeEvent* event) {
    RowListView::resizeEvent(event);
    ring_->setGeometry(0, 0, width(), ring_->sizeHint().height());
}

// The window's keys move the playhead.
void TaskListView::keyPressEvent(QKeyEvent* event) { event->ignore(); }

}  // namespace coroscope::app
