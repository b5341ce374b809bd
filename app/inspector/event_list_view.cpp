// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/inspector/event_list_view.h"

#include <algorithm>

#include <QKeyEvent>
#include <QLineEdit>
#include <QMouseEvent>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include "app/inspector/event_list_model.h"
#include "app/inspector/spoken.h"
#include "app/session/session.h"
#include "app/style/counted.h"
#include "app/style/fonts.h"
#include "app/style/theme.h"

namespace coroscope::app {

namespace {

class EventDelegate final : public QStyledItemDelegate {
public:
    explicit EventDelegate(EventListView& view) : QStyledItemDelegate(&view), view_(view) {}

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        const Scheme& theme = schemeOf(option.palette);
        const bool current = index.row() == view_.currentRow();
        const bool after = index.row() > view_.currentRow();
        const QRect row = option.rect;
        const QFont font = current ? bold(option.font) : option.font;
        const QFontMetrics metrics(font);
        // The columns are as wide in every row, whatever its weight.
        const QFontMetrics columns(option.font);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (current) painter->fillRect(row, theme.accentSoft);
        painter->setFont(scaled(option.font, 0.9));
        painter->setPen(after ? theme.faint : theme.muted);
        const int numberWidth =
            columns.horizontalAdvance(QString(std::max(5, view_.numberDigits()), QLatin1Char('0')));
        painter->drawText(QRect(row.left(), row.top(), numberWidth, row.height()),
                          Qt::AlignVCenter | Qt::AlignRight,
                          countText(index.data(EventListModel::EventRole).toUInt() + 1));
        int x = row.left() + numberWidth + 12;
        // The time has a column of its own where the words keep most of the room.
        const int timeWidth = columns.horizontalAdvance(QStringLiteral("00000.00"));
        if (row.width() > 24 * columns.height()) {
            painter->drawText(QRect(x, row.top(), timeWidth, row.height()),
                              Qt::AlignVCenter | Qt::AlignRight,
                              QString::fromStdString(
                                  columnSeconds(index.data(EventListModel::TimeRole).toDouble())));
            x += timeWidth + 12;
        }
        const QVariant task = index.data(EventListModel::TaskRole);
        const int dot = columns.height() / 2 - 1;
        QColor hue = task.isValid() ? taskHue(task.toUInt(), theme) : theme.muted;
        painter->setPen(Qt::NoPen);
        painter->setBrush(after ? blend(hue, theme.pane, 0.35) : hue);
        painter->drawEllipse(QRectF(x, row.center().y() - dot / 2.0 + 1, dot, dot));
        x += dot + 9;
        const int end = row.right() - 6;
        painter->setFont(font);
        painter->setPen(after ? theme.faint : theme.ink);
        painter->drawText(QRect(x, row.top(), end - x, row.height()),
                          Qt::AlignVCenter | Qt::AlignLeft,
                          metrics.elidedText(index.data().toString(), Qt::ElideRight, end - x));
        painter->restore();
    }

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const override {
        return {100, option.fontMetrics.height() + 5};
    }

private:
    EventListView& view_;
};

}  // namespace

EventListView::EventListView(Session& session, QWidget* parent)
    : RowListView(parent), session_(session), model_(new EventListModel(this)) {
    setObjectName(QStringLiteral("events"));
    setAccessibleName(tr("What happened"));
    setModel(model_);
    setItemDelegate(new EventDelegate(*this));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::StrongFocus);
    connect(&session_, &Session::traceChanged, this, [this] {
        model_->setRun(session_.trace(), session_.source(), session_.lastInSight());
        follow();
    });
    connect(&session_, &Session::stateChanged, this, &EventListView::follow);
    connect(&session_, &Session::sightChanged, this, [this] {
        model_->setLast(session_.lastInSight());
        follow();
    });
    connect(model_, &EventListModel::completed, viewport(), qOverload<>(&QWidget::update));
    model_->setRun(session_.trace(), session_.source(), session_.lastInSight());
    follow();
}

int EventListView::numberDigits() const {
    return static_cast<int>(countText(session_.trace()->size()).size());
}

int EventListView::currentRow() const { return model_->rowOf(session_.playhead().current()); }

void EventListView::setExpert(bool expert) {
    model_->setExpert(expert);
    follow();
}

void EventListView::follow() {
    if (currentRow() >= 0 && currentRow() < model_->rowCount()) {
        scrollTo(model_->index(currentRow()), QAbstractItemView::PositionAtCenter);
    }
    viewport()->update();
}

// While it is behind another tab it has no height to be scrolled by.
void EventListView::showEvent(QShowEvent* event) {
    RowListView::showEvent(event);
    follow();
}

void EventListView::resizeEvent(QResizeEvent* event) {
    RowListView::resizeEvent(event);
    follow();
}

void EventListView::mousePressEvent(QMouseEvent* event) {
    const QModelIndex index = indexAt(event->pos());
    if (event->button() != Qt::LeftButton || !index.isValid()) return;
    session_.goTo(model_->eventOf(index.row()));
}

QString EventListView::emptyText() const {
    if (model_->rowCount() > 0 || session_.trace()->size() == 0) return {};
    if (!model_->complete()) return tr("Looking…");
    return model_->isFiltered() ? tr("No event has these words.") : QString();
}

void EventListView::paintEvent(QPaintEvent* event) {
    RowListView::paintEvent(event);
    const QString text = emptyText();
    if (text.isEmpty()) return;
    QPainter painter(viewport());
    painter.setPen(schemeOf(palette()).muted);
    painter.drawText(viewport()->rect().adjusted(14, 6, -14, 0),
                     Qt::AlignTop | Qt::AlignLeft | Qt::TextWordWrap, text);
}

EventsPanel::EventsPanel(Session& session, QWidget* parent)
    : QWidget(parent), list_(new EventListView(session)), filter_(new QLineEdit) {
    setObjectName(QStringLiteral("eventsPanel"));
    filter_->setObjectName(QStringLiteral("eventFilter"));
    filter_->setPlaceholderText(tr("Only events with these words: prints, cancel, Task-2 …"));
    filter_->setAccessibleName(tr("Filter the events"));
    filter_->setClearButtonEnabled(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 4, 0, 0);
    column->setSpacing(4);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(12, 0, 12, 0);
    row->addWidget(filter_);
    column->addLayout(row);
    column->addWidget(list_, 1);
    setFocusProxy(list_);
    connect(filter_, &QLineEdit::textChanged, this, [this](const QString& text) {
        list_->events().setFilter(text);
        list_->viewport()->update();
    });
}

// The window's keys move the playhead.
void EventListView::keyPressEvent(QKeyEvent* event) { event->ignore(); }

}  // namespace coroscope::app
