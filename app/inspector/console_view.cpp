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
#include "app/style/legible.h"
#include "app/style/theme.h"

namespace coroscope::app {

namespace {

constexpr int kEdge = 4;
constexpr int kGap = 12;

/// What is longer is read in its tooltip.
constexpr int kMostWrapped = 12;

QString expandTabs(const QString& text) {
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

/// A printed line as what fits the room below each other, broken at spaces where there are any.
QStringList wrapped(const QString& line, const QFontMetrics& metrics, int room) {
    QStringList parts;
    QString rest = line;
    const qsizetype likely = std::max(1, room / std::max(1, metrics.averageCharWidth()));
    while (parts.size() + 1 < kMostWrapped) {
        qsizetype fits = std::min(rest.size(), likely);
        while (fits > 1 && metrics.horizontalAdvance(rest.left(fits)) > room) --fits;
        if (fits >= rest.size()) break;
        const qsizetype space = rest.lastIndexOf(QLatin1Char(' '), fits);
        const bool atSpace = space > fits / 3;
        parts << rest.left(atSpace ? space : fits);
        rest.remove(0, atSpace ? space + 1 : fits);
    }
    return parts << rest;
}

int rowHeight(const QFontMetrics& metrics) { return metrics.height() + 5; }

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
        const int timeWidth = view_.timeColumn();
        const double time = index.data(ConsoleModel::TimeRole).toDouble();
        painter->drawText(QRect(row.left() + kEdge, row.top(), timeWidth, rowHeight(metrics)),
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
        const double middle = row.top() + rowHeight(metrics) / 2.0;
        painter->drawEllipse(QRectF(dotX, middle - dot / 2.0, dot, dot));

        QColor ink = index.data(ConsoleModel::StderrRole).toBool()
                         ? legibleOn(theme.trouble, theme.accentSoft)
                         : theme.ink;
        if (index.data(ConsoleModel::ReadRole).toBool()) ink = theme.accent;
        if (after) ink = theme.faint;
        painter->setFont(font);
        painter->setPen(ink);
        QRect room(row.left() + view_.textColumn(), row.top(), view_.textWidth(),
                   rowHeight(metrics));
        for (const QString& part : view_.linesOf(index.row())) {
            painter->drawText(room, Qt::AlignVCenter | Qt::AlignLeft,
                              metrics.elidedText(part, Qt::ElideRight, room.width()));
            room.translate(0, metrics.height());
        }
        painter->restore();
    }

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override {
        return {0, rowHeight(QFontMetrics(codeFont()))};
    }

private:
    ConsoleView& view_;
};

}  // namespace

ConsoleView::ConsoleView(Session& session, QWidget* parent)
    : RowListView(parent), session_(session), model_(new ConsoleModel(this)) {
    setObjectName(QStringLiteral("console"));
    setAccessibleName(tr("What the program printed and read"));
    setModel(model_);
    setItemDelegate(new ConsoleDelegate(*this));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    // Or what is wrapped would change with the bar, and the bar with that.
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    setFocusPolicy(Qt::StrongFocus);
    connect(&session_, &Session::traceChanged, this, [this] {
        model_->setRun(session_.trace(), session_.printed(), session_.lastInSight());
        timeWidth_ = 0;
        current_ = -2;
        follow();
    });
    connect(&session_, &Session::stateChanged, this, &ConsoleView::follow);
    connect(&session_, &Session::sightChanged, this, [this] {
        model_->setLast(session_.lastInSight());
        timeWidth_ = 0;
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
    model_->setCurrentRow(row);
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

/// Of the times of the lines, as wide as the widest of the first and of the last ones.
int ConsoleView::timeColumn() const {
    const QFontMetrics metrics(scaled(codeFont(), 0.92));
    if (timeWidth_ != 0 && metrics.height() == timeType_) return timeWidth_;
    timeType_ = metrics.height();
    timeWidth_ = metrics.horizontalAdvance(QStringLiteral("0.00"));
    constexpr int kLookedAt = 500;
    const int count = model_->rowCount();
    for (int row = 0; row < count; ++row) {
        if (row == kLookedAt) row = std::max(row, count - kLookedAt);
        const double time = model_->index(row).data(ConsoleModel::TimeRole).toDouble();
        const int width = metrics.horizontalAdvance(QString::fromStdString(columnSeconds(time)));
        timeWidth_ = std::max(timeWidth_, width);
    }
    return timeWidth_;
}

/// After time and dot.
int ConsoleView::textColumn() const {
    return kEdge + timeColumn() + kGap + QFontMetrics(codeFont()).height() / 2 + kGap;
}

int ConsoleView::textWidth() const {
    const int least = 4 * QFontMetrics(codeFont()).averageCharWidth();
    return std::max(least, viewport()->width() - textColumn() - kEdge);
}

QStringList ConsoleView::linesOf(int row) const {
    const QString text = model_->index(row).data(Qt::DisplayRole).toString();
    return wrapped(expandTabs(text), QFontMetrics(codeFont()), textWidth());
}

int ConsoleView::heightOf(int row) const {
    const QFontMetrics metrics(codeFont());
    return rowHeight(metrics) + (static_cast<int>(linesOf(row).size()) - 1) * metrics.height();
}

/// The whole of a line that is too long even for several.
bool ConsoleView::viewportEvent(QEvent* event) {
    if (event->type() != QEvent::ToolTip) return RowListView::viewportEvent(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const QModelIndex index = indexAt(help->pos());
    const QString text = index.data().toString();
    if (index.isValid() && linesOf(index.row()).size() >= kMostWrapped) {
        // As rich text it is wrapped; what looks like a tag is not one.
        QToolTip::showText(help->globalPos(), Qt::convertFromPlainText(text, Qt::WhiteSpaceNormal),
                           viewport());
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
