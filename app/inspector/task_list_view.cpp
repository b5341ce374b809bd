// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/inspector/task_list_view.h"

#include <QKeyEvent>
#include <QLabel>
#include <QMouseEvent>
#include <QPainter>
#include <QStyledItemDelegate>

#include "app/inspector/task_list_model.h"
#include "app/session/session.h"
#include "app/style/fonts.h"
#include "app/style/theme.h"

namespace coroscope::app {

namespace {

class TaskDelegate final : public QStyledItemDelegate {
public:
    explicit TaskDelegate(TaskListView& view) : QStyledItemDelegate(&view), view_(view) {}

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        const Scheme& theme = schemeOf(option.palette);
        const QFontMetrics& metrics = option.fontMetrics;
        const auto task = index.data(TaskListModel::TaskRole).toUInt();
        const bool alive = index.data(TaskListModel::AliveRole).toBool();
        const QRect row = option.rect;
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (view_.session().selection().task() == trace::TaskId(task)) {
            painter->fillRect(row, theme.accentSoft);
        }
        const QColor hue = taskHue(task, theme);
        int x =
            row.left() + 10 +
            std::min(index.data(TaskListModel::DepthRole).toInt(), 8) * metrics.height() * 2 / 3;
        const int dot = metrics.height() / 2;
        painter->setPen(taskHueHasRing(task) ? QPen(theme.muted) : QPen(Qt::NoPen));
        painter->setBrush(alive ? hue : blend(hue, theme.pane, 0.35));
        painter->drawEllipse(QRectF(x, row.center().y() - dot / 2.0 + 1, dot, dot));
        x += dot + 9;
        const int nameEnd = row.left() + std::min(row.width() * 2 / 5, metrics.height() * 11);
        const auto draw = [&](int from, int to, const QString& text, const QColor& color) {
            if (to - from < 8) return;
            painter->setPen(color);
            painter->drawText(QRect(from, row.top(), to - from, row.height()),
                              Qt::AlignVCenter | Qt::AlignLeft,
                              metrics.elidedText(text, Qt::ElideRight, to - from));
        };
        draw(x, nameEnd, index.data(Qt::DisplayRole).toString(), alive ? theme.ink : theme.faint);
        const QString state = index.data(TaskListModel::StateRole).toString();
        const QString mark = index.data(TaskListModel::GlyphRole).toString();
        int x2 = nameEnd + 8;
        draw(x2, x2 + metrics.height() * 3 / 2, mark, alive ? hue : theme.faint);
        x2 += metrics.height() * 3 / 2;
        int end = row.right() - 6;
        // Age stands at the right where there is room for all.
        const int age = metrics.horizontalAdvance(tr("lived %1").arg(QStringLiteral("00.00 s")));
        if (row.width() > 26 * metrics.height()) {
            painter->setPen(theme.muted);
            painter->drawText(QRect(end - age, row.top(), age, row.height()),
                              Qt::AlignVCenter | Qt::AlignRight,
                              index.data(TaskListModel::AgeRole).toString());
            end -= age + 12;
        }
        QString how = state;
        const QString since = index.data(TaskListModel::SinceRole).toString();
        if (!since.isEmpty()) how += QLatin1Char(' ') + since;
        const int stateEnd = x2 +
                             std::max(metrics.horizontalAdvance(tr("ready, not begun")),
                                      metrics.horizontalAdvance(tr("suspended 00.00 s"))) +
                             8;
        draw(x2, stateEnd, how, alive ? theme.ink : theme.faint);
        draw(stateEnd + 8, end, index.data(TaskListModel::ReasonRole).toString(),
             index.data(TaskListModel::StuckRole).toBool() ? theme.trouble : theme.muted);
        painter->restore();
    }

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const override {
        return {100, option.fontMetrics.height() + 8};
    }

private:
    TaskListView& view_;
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
    ring_->setTextFormat(Qt::PlainText);
    ring_->hide();
    connect(&session_, &Session::traceChanged, this, &TaskListView::takeRun);
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
