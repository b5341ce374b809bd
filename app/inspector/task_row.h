// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPainter>
#include <QStyledItemDelegate>

#include "app/style/theme.h"
#include "engine/trace/ids.h"

namespace coroscope::app {

class Session;

/// A row that is about one task, as all lists of tasks have it: as high as a line, on a soft ground
/// while its task is selected, with the task's dot; what else is in it the list itself says.
class TaskRowDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    /// `taskRole` is where the model has the number of the task.
    TaskRowDelegate(const Session& session, int taskRole, QObject* parent);

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const final;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option,
                                 const QModelIndex& index) const final;
    /// The room of a dot and of the gap before the words.
    [[nodiscard]] static int dotWidth(const QFontMetrics& metrics);

protected:
    /// The row that is being painted.
    struct Row {
        QPainter& painter;
        const QFontMetrics& metrics;
        const Scheme& theme;
        QRect place;
        trace::TaskId task;
        QColor hue;

        /// Draws the task's dot at `x`, and says where the words after it begin.
        [[nodiscard]] int dot(int x, bool pale) const;
        /// Draws a text, elided to the room from `from` to `to`; says where it ends.
        int text(int from, int to, const QString& text, const QColor& colour) const;
        /// Draws a text that ends at `to`.
        void textBefore(int from, int to, const QString& text, const QColor& colour) const;
    };
    virtual void paintRow(const Row& row, const QModelIndex& index) const = 0;

private:
    const Session& session_;
    int taskRole_;
};

}  // namespace coroscope::app
