// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/inspector/console_view.h"

#include <QApplication>
#include <QClipboard>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QTextDocument>
#include <QToolTip>

#include "app/inspector/console_model.h"
#include "app/inspector/spoken.h"
#include "app/session/session.h"
#include "app/style/fonts.h"
#include "app/style/theme.h"

namespace coroscope::app {

namespace {

constexpr int kEdge = 4;
constexpr int kGap = 12;

int timeColumn(const QFontMetrics& metrics) {
    return metrics.horizontalAdvance(QStringLiteral("00000.00")) - 4;
}

/// Where the text begins, after time and dot.
int textColumn(const QFontMetrics& metrics) {
    return kEdge + timeColumn(metrics) + kGap + metrics.height() / 2 + kGap;
}

/// Draws one line: time, dot, text.
class ConsoleDelegate final : public QStyledItemDelegate {
public:
    explicit ConsoleDelegate(ConsoleView& view) : QStyledItemDelegate(&view), view_(view) {}

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        const Scheme& theme = schemeOf(option.palette);
        const bool after = index.row() > view_.currentRow();
        const QFont font = codeFont();
        const QFontMetrics metrics(font);
        const QRect row = option.rect;
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (index.row() == view_.currentRow()) painter->fillRect(row, theme.accentSoft);

        painter->setFont(scaled(font, 0.92));
        painter->setPen(after ? theme.faint : theme.muted);
        const int timeWidth = timeColumn(metrics);
        const double time = index.data(ConsoleModel::TimeRole).toDouble();
        painter->drawText(QRect(row.left() + 4, row.top(), timeWidth, row.height()),
                          Qt::AlignRight | Qt::AlignVCenter,
                          QString::fromStdString(columnSeconds(time)));

        const QVariant task = index.data(ConsoleModel::TaskRole);
        QColor hue = task.isValid() ? taskHue(task.toUInt(), theme) : theme.muted;
        if (after) hue = blend(hue, theme.pane, 0.35);
        const int dot = metrics.height() / 2;
        const int dotX = row.left() + kEdge + timeWidth + kGap;
        painter->setPen(task.isValid() && taskHueHasRing(task.toUInt()) ? QPen(theme.muted)
                                                                        : QPen(Qt::NoPen));
        painter->setBrush(hue);
        painter->drawEllipse(QRectF(dotX, row.center().y() - dot / 2.0 + 1, dot, dot));

        QColor ink = index.data(ConsoleModel::StderrRole).toBool() ? theme.trouble : theme.ink;
        if (index.data(ConsoleModel::ReadRole).toBool()) ink = theme.accent;
        if (after) ink = theme.faint;
        painter->setFont(font);
        painter->setPen(ink);
        const int textX = row.left() + textColumn(metrics);
        const QRect room(textX, row.top(), row.right() - textX - kEdge, row.height());
        const QString text = index.data(Qt::DisplayRole).toString();
        painter->drawText(room, Qt::AlignVCenter | Qt::AlignLeft,
                          metrics.elidedText(expandTabs(text), Qt::ElideRight, room.width()));
        painter->restore();
    }

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override {
        const QFontMetrics metrics(codeFont());
        const auto columns = static_cast<int>(view_.console().columns());
        return {
            textColumn(metrics) + metrics.horizontalAdvance(QLatin1Char('0')) * columns + 2 * kEdge,
            metrics.height() + 5};
    }

private:
    static QString expandTabs(const QString& text) {
        QString out;
        for (const QChar c : text) {
            if (c == QLatin1Char('\t')) {
                constexpr auto kTab = static_cast<qsizetype>(PrintedLines::kTab);
                out += QString(kTab - out.size() % kTab, QLatin1Char(' '));
            } else {
                out += c;
            }
        }
        return out;
    }

    ConsoleView& view_;
};

}  // namespace

ConsoleView::ConsoleView(Session& session, QWidget* parent)
    : RowListView(parent), session_(session), model_(new ConsoleModel(this)) {
    setObjectName(QStringLiteral("console"));
    setAccessibleName(tr("What the program printed and read"));
    setModel(model_);
    setItemDelegate(new ConsoleDelegate(*this));
    // The window's keys move the playhead; nothing here needs the focus.
    setFocusPolicy(Qt::ClickFocus);
    connect(&session_, &Session::traceChanged, this, [this] {
        model_->setRun(session_.trace(), session_.printed(), session_.lastInSight());
        current_ = -2;
        follow();
    });
    connect(&session_, &Session::stateChanged, this, &ConsoleView::follow);
    connect(&session_, &Session::sightChanged, this, [this] {
        model_->setLast(session_.lastInSight());
        current_ = -2;
        follow();
    });
    model_->setRun(session_.trace(), session_.printed(), session_.lastInSight());
    follow();
}

void ConsoleView::follow() {
    const int row = std::min(model_->rowAt(session_.playhead().current()), model_->rowCount() - 1);
    if (row == current_) return;
    current_ = row;
    if (row >= 0) {
        scrollTo(model_->index(row), QAbstractItemView::EnsureVisible);
    } else {
        scrollToTop();
    }
    viewport()->update();
}

void ConsoleView::resizeEvent(QResizeEvent* event) {
    RowListView::resizeEvent(event);
    if (current_ >= 0) scrollTo(model_->index(current_), QAbstractItemView::EnsureVisible);
}

/// The whole of a line that the panel is too narrow for.
bool ConsoleView::viewportEvent(QEvent* event) {
    if (event->type() != QEvent::ToolTip) return RowListView::viewportEvent(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const QModelIndex index = indexAt(help->pos());
    const QString text = index.data().toString();
    const QFontMetrics metrics(codeFont());
    if (textColumn(metrics) + metrics.horizontalAdvance(text) + kEdge > viewport()->width()) {
        // As rich text it is wrapped; what looks like a tag is not one.
        QToolTip::showText(help->globalPos(), Qt::convertFromPlainText(text), viewport());
    } else {
        QToolTip::hideText();
    }
    return true;
}

void ConsoleView::mousePressEvent(QMouseEvent* event) {
    RowListView::mousePressEvent(event);
    const QModelIndex index = indexAt(event->pos());
    if (event->button() != Qt::LeftButton || !index.isValid()) return;
    session_.goTo(model_->eventOf(index.row()));
    // The event before a line that was read may be another task's.
    if (const trace::LineRead* read = model_->readAt(index.row())) {
        session_.selection().selectSpan(read->task, {}, read->span.line);
    }
}

void ConsoleView::keyPressEvent(QKeyEvent* event) {
    if (event->matches(QKeySequence::Copy)) {
        copy();
        return;
    }
    event->ignore();
}

void ConsoleView::copy() const {
    QString all;
    for (int row = 0; row < model_->rowCount(); ++row) {
        all += model_->index(row).data(Qt::DisplayRole).toString() + QLatin1Char('\n');
    }
    QApplication::clipboard()->setText(all);
}

void ConsoleView::paintEvent(QPaintEvent* event) {
    RowListView::paintEvent(event);
    if (model_->rowCount() > 0) return;
    QPainter painter(viewport());
    painter.setPen(schemeOf(palette()).muted);
    painter.drawText(viewport()->rect().adjusted(12, 10, -12, -10), Qt::AlignTop | Qt::AlignLeft,
                     !session_.hasRun()       ? QString()
                     : session_.hidesFuture() ? tr("Nothing is printed so far.")
                                              : tr("The program printed nothing."));
}

}  // namespace coroscope::app
