// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/inspector/statistics_view.h"

#include <algorithm>

#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QPainter>
#include <QPainterPath>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QVBoxLayout>

#include "app/inspector/statistics_model.h"
#include "app/session/session.h"
#include "app/style/look.h"
#include "app/style/theme.h"

namespace coroscope::app {

namespace {

/// The task with its dot, and the bar of its shares: running solid, ready hatched, waiting thin, as
/// on the timeline.
class StatisticsDelegate final : public QStyledItemDelegate {
public:
    explicit StatisticsDelegate(QObject* parent, const Session& session)
        : QStyledItemDelegate(parent), session_(session) {}

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        const Scheme& theme = schemeOf(option.palette);
        const auto task = index.data(StatisticsModel::TaskRole).toUInt();
        const QColor hue = taskHue(task, theme);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (session_.selection().task() == trace::TaskId(task)) {
            painter->fillRect(option.rect, theme.accentSoft);
        }
        if (index.column() == StatisticsModel::Task) {
            paintTask(*painter, option, index, hue, theme);
        } else if (index.column() == StatisticsModel::Shares) {
            paintShares(*painter, option.rect.adjusted(4, 0, -8, 0),
                        index.data(StatisticsModel::SharesRole).toList(), hue, theme);
        } else {
            painter->setPen(theme.ink);
            const QRect room = option.rect.adjusted(2, 0, -8, 0);
            // A number that has lost its front would be another number.
            painter->drawText(room, Qt::AlignVCenter | Qt::AlignRight,
                              option.fontMetrics.elidedText(index.data().toString(), Qt::ElideRight,
                                                            room.width()));
        }
        painter->restore();
    }

private:
    static void paintTask(QPainter& painter, const QStyleOptionViewItem& option,
                          const QModelIndex& index, const QColor& hue, const Scheme& theme) {
        const QRect row = option.rect;
        const int dot = option.fontMetrics.height() / 2 - 1;
        painter.setPen(Qt::NoPen);
        painter.setBrush(hue);
        painter.drawEllipse(QRectF(row.left() + 14, row.center().y() - dot / 2.0 + 1, dot, dot));
        const int x = row.left() + 14 + dot + 9;
        painter.setPen(theme.ink);
        painter.drawText(QRect(x, row.top(), row.right() - x - 4, row.height()),
                         Qt::AlignVCenter | Qt::AlignLeft,
                         option.fontMetrics.elidedText(index.data().toString(), Qt::ElideRight,
                                                       row.right() - x - 4));
    }

    static void paintShares(QPainter& painter, const QRect& room, const QVariantList& shares,
                            const QColor& hue, const Scheme& theme) {
        if (room.width() < 20 || shares.size() < 4) return;
        const double middle = room.center().y() + 1;
        painter.setPen(QPen(theme.grid, 2));
        painter.drawLine(QPointF(room.left(), middle), QPointF(room.right(), middle));
        double x = room.left() + shares[0].toDouble() * room.width();
        const auto width = [&](int which) { return shares[which].toDouble() * room.width(); };
        const double high = std::min(12.0, room.height() * 0.5);
        // Waiting first, then ready, then running: the thin one is the ground.
        painter.setPen(QPen(hue, 3));
        const double all = width(1) + width(2) + width(3);
        if (all > 0.5) painter.drawLine(QPointF(x, middle), QPointF(x + all, middle));
        const QRectF running(x, middle - high / 2, std::max(3.0, width(1)), high);
        painter.setPen(Qt::NoPen);
        painter.setBrush(hue);
        painter.drawRoundedRect(running, 2, 2);
        if (width(2) < 1) return;
        const QRectF ready(running.right(), middle - high / 2, width(2), high);
        QPainterPath clip;
        clip.addRect(ready);
        painter.setClipPath(clip);
        painter.fillRect(ready, theme.pane);
        painter.setPen(QPen(hue, 1.5));
        for (double at = ready.left() - high; at < ready.right(); at += 5) {
            painter.drawLine(QPointF(at, ready.bottom()), QPointF(at + high, ready.top()));
        }
        painter.drawRect(ready.adjusted(0.5, 0.5, -0.5, -0.5));
    }

    const Session& session_;
};

}  // namespace

StatisticsView::StatisticsView(Session& session, QWidget* parent)
    : QWidget(parent),
      session_(session),
      model_(new StatisticsModel(session, this)),
      table_(new QTableView(this)),
      summary_(new QLabel(this)) {
    setObjectName(QStringLiteral("statistics"));
    setAccessibleName(tr("Statistics of the run"));
    setMuted(*summary_);
    summary_->setTextFormat(Qt::PlainText);
    summary_->setWordWrap(true);
    table_->setModel(model_);
    table_->setItemDelegate(new StatisticsDelegate(table_, session_));
    table_->setShowGrid(false);
    table_->setSortingEnabled(true);
    table_->sortByColumn(StatisticsModel::Task, Qt::AscendingOrder);
    table_->verticalHeader()->hide();
    table_->horizontalHeader()->setHighlightSections(false);
    table_->horizontalHeader()->setStretchLastSection(false);
    table_->setSelectionMode(QAbstractItemView::NoSelection);
    table_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table_->setFocusPolicy(Qt::StrongFocus);
    table_->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    table_->setAccessibleName(tr("Numbers of each task"));

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 4, 0, 4);
    column->setSpacing(4);
    auto* line = new QHBoxLayout;
    line->setContentsMargins(16, 0, 14, 0);
    line->addWidget(summary_);
    column->addLayout(line);
    column->addWidget(table_, 1);

    connect(&session_, &Session::traceChanged, this, &StatisticsView::refresh);
    connect(&session_, &Session::sightChanged, this, &StatisticsView::refresh);
    connect(&session_.selection(), &Selection::changed, table_->viewport(),
            qOverload<>(&QWidget::update));
    connect(table_, &QTableView::clicked, this, [this](const QModelIndex& index) {
        session_.selection().selectTask(
            trace::TaskId(index.data(StatisticsModel::TaskRole).toUInt()));
    });
    refresh();
}

QString StatisticsView::summary() const { return said_; }

/// In a low window one line of it, so that the table has rows.
void StatisticsView::fitSummary() {
    const bool low = !table_->isHidden() && height() < 9 * fontMetrics().lineSpacing();
    const int room = width() - 30;  // beside the margins of its line
    const QString shown =
        low ? fontMetrics().elidedText(said_, Qt::ElideRight, std::max(0, room)) : said_;
    summary_->setWordWrap(!low);
    summary_->setText(shown);
    summary_->setToolTip(shown == said_ ? QString() : said_);
    summary_->setAccessibleName(said_);
    summary_->setMinimumWidth(1);
}

void StatisticsView::refresh() {
    // They are those of the whole run.
    const bool secret = session_.hidesFuture();
    model_->take(isVisible() && !secret);
    table_->setVisible(!secret);
    said_ = secret ? tr("The numbers of the whole run are kept back while the future is hidden.")
                   : model_->summary();
    fitSummary();
    fitColumns();
}

void StatisticsView::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    if (model_->rowCount() == 0) refresh();
    fitColumns();
}

void StatisticsView::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() != QEvent::FontChange || table_ == nullptr) return;
    fitSummary();
    fitColumns();
}

void StatisticsView::fitColumns() {
    if (table_ == nullptr || !isVisible()) return;
    const QFontMetrics metrics(font());
    table_->verticalHeader()->setDefaultSectionSize(metrics.height() + 7);
    QHeaderView& header = *table_->horizontalHeader();
    header.setMinimumSectionSize(24);
    header.setSectionResizeMode(QHeaderView::Interactive);
    const int dot = 26;
    const int task = metrics.horizontalAdvance(QStringLiteral("Task-10 (sleeper)")) + dot;
    int taken = 0;
    for (int column = StatisticsModel::Steps; column < StatisticsModel::ColumnCount; ++column) {
        const QString title =
            model_->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        int wide = std::max(metrics.horizontalAdvance(title),
                            metrics.horizontalAdvance(QStringLiteral("10.125")));
        constexpr int kLookedAt = 300;
        for (int row = 0; row < std::min(model_->rowCount(), kLookedAt); ++row) {
            const QString text =
                model_->data(model_->index(row, column), Qt::DisplayRole).toString();
            wide = std::max(wide, metrics.horizontalAdvance(text));
        }
        wide += 16;
        header.resizeSection(column, wide);
        taken += wide;
    }
    // The numbers come first: the bars need room of their own.
    const int left = table_->viewport()->width() - taken;
    const bool bars = left - task > 3 * metrics.height();
    table_->setColumnHidden(StatisticsModel::Shares, !bars);
    // Names may be cut short; where even that is too much, the table scrolls.
    const int shortest = metrics.horizontalAdvance(QStringLiteral("Task-10 …")) + dot;
    header.resizeSection(StatisticsModel::Task, bars ? task : std::max(left, shortest));
    if (bars) header.setSectionResizeMode(StatisticsModel::Shares, QHeaderView::Stretch);
}

void StatisticsView::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    fitSummary();
    fitColumns();
}

}  // namespace coroscope::app
