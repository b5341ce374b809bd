// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/inspector/cancel_list_view.h"

#include <algorithm>

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include "app/inspector/spoken.h"
#include "app/inspector/task_row.h"
#include "app/session/session.h"
#include "app/style/legible.h"
#include "app/style/theme.h"

namespace coroscope::app {

using trace::EventIndex;

namespace {

QString toQt(const std::string& text) { return QString::fromStdString(text); }

class CancelDelegate final : public TaskRowDelegate {
public:
    explicit CancelDelegate(CancelListView& view)
        : TaskRowDelegate(view.session(), CancelListModel::TaskRole, &view) {}

private:
    void paintRow(const Row& row, const QModelIndex& index) const override {
        const bool ahead = index.data(CancelListModel::AheadRole).toBool();
        const int line = row.metrics.height();
        const int left = row.place.left() + 4;
        const int timeEnd = left + row.metrics.horizontalAdvance(QStringLiteral("00000.00"));
        row.textBefore(
            left, timeEnd,
            QString::fromStdString(columnSeconds(index.data(CancelListModel::TimeRole).toDouble())),
            ahead ? row.theme.faint : row.theme.muted);
        const int depth = std::min(index.data(CancelListModel::DepthRole).toInt(), 8);
        int x = timeEnd + 12 + depth * line;
        if (depth > 0) {  // an angle from the one that led to it
            row.painter.setPen(QPen(row.theme.trouble, 1.4));
            const QPointF corner(x - line * 0.55, row.place.center().y());
            row.painter.drawLine(QPointF(corner.x(), row.place.top()), corner);
            row.painter.drawLine(corner, QPointF(x - 3.0, corner.y()));
        }
        x = row.dot(x, ahead);
        const int end = row.place.right() - 6;
        x = row.text(x, std::max(x + 8, x + (end - x) * 3 / 5),
                     index.data(CancelListModel::WhoRole).toString(),
                     ahead ? row.theme.faint : row.theme.ink);
        row.text(x + 16, end, index.data(CancelListModel::WhatRole).toString(),
                 ahead ? row.theme.faint : legibleOn(row.theme.trouble, row.theme.accentSoft));
    }
};

}  // namespace

CancelListModel::CancelListModel(Session& session, QObject* parent)
    : QAbstractListModel(parent), session_(session) {
    connect(&session_, &Session::traceChanged, this, &CancelListModel::take);
    connect(&session_, &Session::sightChanged, this, &CancelListModel::take);
    take();
    connect(&session_, &Session::stateChanged, this, [this] {
        if (rowCount() > 0) Q_EMIT dataChanged(index(0), index(rowCount() - 1));
    });
}

void CancelListModel::take() {
    beginResetModel();
    cancels_ = session_.cancels();
    shown_.clear();
    for (const Cancel& cancel : cancels_->all()) {
        if (cancel.requested <= session_.lastInSight()) shown_.push_back(&cancel);
    }
    endResetModel();
}

int CancelListModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(shown_.size());
}

const Cancel* CancelListModel::cancelAt(int row) const {
    return row >= 0 && row < rowCount() ? shown_[static_cast<std::size_t>(row)] : nullptr;
}

int CancelListModel::currentRow() const {
    const EventIndex at = session_.playhead().current();
    int found = -1;
    for (int row = 0; row < rowCount(); ++row) {
        const EventIndex here = cancelAt(row)->requested;
        if (here <= at && (found < 0 || cancelAt(found)->requested < here)) found = row;
    }
    return found;
}

QString CancelListModel::who(const Cancel& cancel) const {
    const trace::Trace& trace = *session_.trace();
    const QString target = toQt(spokenTask(trace, cancel.target));
    if (!cancel.by.valid()) return tr("the loop → %1").arg(target);
    if (cancel.by == cancel.target) return tr("%1 → itself").arg(target);
    return tr("%1 → %2").arg(toQt(spokenTask(trace, cancel.by)), target);
}

/// What has come of it by the event `at`.
QString CancelListModel::what(const Cancel& cancel, EventIndex at) const {
    const trace::Trace& trace = *session_.trace();
    const double asked = trace[cancel.requested].time;
    QStringList said;
    const auto when = [&](EventIndex event) {
        const double time = trace[event].time;
        return time == asked ? QString() : tr(" at %1").arg(toQt(spokenSeconds(time, asked)));
    };
    if (cancel.delivered.valid() && cancel.delivered <= at) {
        said << tr("delivered") + when(cancel.delivered);
    } else {
        said << tr("asked, not delivered");
    }
    if (cancel.ended.valid() && cancel.ended <= at) {
        QString how;
        switch (trace[cancel.ended].stepEnd()) {
            case trace::StepEnd::Cancelled: how = tr("ended cancelled"); break;
            case trace::StepEnd::Raised: how = tr("ended by an exception"); break;
            default: how = tr("returned all the same"); break;
        }
        said << how + when(cancel.ended);
    }
    return said.join(QStringLiteral(" · "));
}

QVariant CancelListModel::data(const QModelIndex& index, int role) const {
    const Cancel* cancel = cancelAt(index.row());
    // The playhead announces another run before the rows are made anew.
    if (cancel == nullptr || cancels_ != session_.cancels()) return {};
    const trace::Trace& trace = *session_.trace();
    const trace::Event& asked = trace[cancel->requested];
    switch (role) {
        case Qt::DisplayRole:
        case Qt::ToolTipRole: {
            const QString line = asked.line > 0 ? tr(", line %1").arg(asked.line) : QString();
            return tr("%1%2: %3; %4")
                .arg(toQt(exactSeconds(asked.time)), line, who(*cancel),
                     what(*cancel, session_.lastInSight()));
        }
        case WhoRole: return who(*cancel);
        case WhatRole: {
            const EventIndex at = session_.playhead().current();
            return cancel->requested <= at ? what(*cancel, at) : QString();
        }
        case TaskRole: return cancel->target.value;
        case DepthRole: return cancel->depth;
        case TimeRole: return asked.time;
        case AheadRole: return cancel->requested > session_.playhead().current();
        default: return {};
    }
}

CancelListView::CancelListView(Session& session, QWidget* parent)
    : RowListView(parent), session_(session), model_(new CancelListModel(session, this)) {
    setObjectName(QStringLiteral("cancels"));
    setAccessibleName(tr("Who cancelled whom"));
    setModel(model_);
    setItemDelegate(new CancelDelegate(*this));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::StrongFocus);
    connect(&session_, &Session::stateChanged, this, &CancelListView::follow);
    connect(&session_.selection(), &Selection::changed, viewport(), qOverload<>(&QWidget::update));
}

void CancelListView::follow() {
    if (!isVisible()) return;
    if (const int row = model_->currentRow(); row >= 0) scrollTo(model_->index(row));
}

void CancelListView::mousePressEvent(QMouseEvent* event) {
    const Cancel* cancel = model_->cancelAt(indexAt(event->pos()).row());
    if (event->button() != Qt::LeftButton || cancel == nullptr) return;
    const bool here = session_.playhead().current() == cancel->requested;
    session_.goTo(here && cancel->delivered.valid() ? cancel->delivered : cancel->requested);
}

// The window's keys move the playhead.
void CancelListView::keyPressEvent(QKeyEvent* event) { event->ignore(); }

void CancelListView::paintEvent(QPaintEvent* event) {
    RowListView::paintEvent(event);
    if (model_->rowCount() > 0) return;
    QPainter painter(viewport());
    painter.setPen(schemeOf(palette()).muted);
    painter.drawText(viewport()->rect().adjusted(14, 8, -14, -8),
                     Qt::AlignTop | Qt::AlignLeft | Qt::TextWordWrap,
                     !session_.hasRun()       ? QString()
                     : session_.hidesFuture() ? tr("Nobody has been cancelled so far.")
                                              : tr("Nobody is cancelled in this run."));
}

}  // namespace coroscope::app
