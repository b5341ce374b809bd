// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/inspector/task_row.h"

#include "app/session/session.h"

namespace coroscope::app {

TaskRowDelegate::TaskRowDelegate(const Session& session, int taskRole, QObject* parent)
    : QStyledItemDelegate(parent), session_(session), taskRole_(taskRole) {}

void TaskRowDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                            const QModelIndex& index) const {
    const Scheme& theme = schemeOf(option.palette);
    const trace::TaskId task(index.data(taskRole_).toUInt());
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (session_.selection().task() == task) painter->fillRect(option.rect, theme.accentSoft);
    paintRow({*painter, option.fontMetrics, theme, option.rect, task, taskHue(task.value, theme)},
             index);
    painter->restore();
}

QSize TaskRowDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const {
    return {100, option.fontMetrics.height() + 8};
}

int TaskRowDelegate::Row::dot(int x, bool pale) const {
    const int size = metrics.height() / 2;
    painter.setPen(taskHueHasRing(task.value) ? QPen(theme.muted) : QPen(Qt::NoPen));
    painter.setBrush(pale ? blend(hue, theme.pane, 0.35) : hue);
    painter.drawEllipse(QRectF(x, place.center().y() - size / 2.0 + 1, size, size));
    return x + dotWidth(metrics);
}

int TaskRowDelegate::dotWidth(const QFontMetrics& metrics) { return metrics.height() / 2 + 9; }

int TaskRowDelegate::Row::text(int from, int to, const QString& text, const QColor& colour) const {
    if (to - from < 8) return from;
    const QString shown = metrics.elidedText(text, Qt::ElideRight, to - from);
    painter.setPen(colour);
    painter.drawText(QRect(from, place.top(), to - from, place.height()),
                     Qt::AlignVCenter | Qt::AlignLeft, shown);
    return from + metrics.horizontalAdvance(shown);
}

void TaskRowDelegate::Row::textBefore(int from, int to, const QString& text,
                                      const QColor& colour) const {
    painter.setPen(colour);
    painter.drawText(QRect(from, place.top(), to - from, place.height()),
                     Qt::AlignVCenter | Qt::AlignRight, text);
}

}  // namespace coroscope::app
