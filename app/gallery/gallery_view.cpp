// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gallery/gallery_view.h"

#include <utility>

#include <QAbstractButton>
#include <QButtonGroup>
#include <QFrame>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QSortFilterProxyModel>
#include <QStyledItemDelegate>
#include <QToolButton>
#include <QVBoxLayout>

#include "app/gallery/gallery_model.h"
#include "app/gallery/thumbnail.h"
#include "app/style/fonts.h"
#include "app/style/labels.h"
#include "app/style/look.h"
#include "app/style/theme.h"

namespace coroscope::app {

namespace {

/// A card: the picture of the run; under it category and level, title and summary.
class CardDelegate final : public QStyledItemDelegate {
public:
    CardDelegate(QObject* parent, const GalleryModel& model, const QSortFilterProxyModel& words,
                 const QSortFilterProxyModel& levels)
        : QStyledItemDelegate(parent), model_(model), words_(words), levels_(levels) {}

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        const Scheme& theme = schemeOf(option.palette);
        const bool hot = (option.state & QStyle::State_MouseOver) != 0;
        const bool current = (option.state & QStyle::State_Selected) != 0;
        const QRectF card = QRectF(option.rect).adjusted(7, 7, -7, -7);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(QPen(current ? theme.accent
                             : hot   ? theme.faint
                                     : theme.border,
                             current ? 2.0 : 1.0));
        painter->setBrush(theme.pane);
        painter->drawRoundedRect(card, 8, 8);

        const QFontMetricsF metrics(option.font);
        const double text = metrics.height() * 4.6;
        const QRectF picture = card.adjusted(18, 14, -18, -text - 8);
        const int row = levels_.mapToSource(words_.mapToSource(index)).row();
        if (const auto trace = model_.traceOf(row))
            paintThumbnail(*painter, picture, *trace, theme);
        painter->setPen(QPen(theme.grid, 1));
        const double line = card.bottom() - text;
        painter->drawLine(QPointF(card.left() + 1, line), QPointF(card.right() - 1, line));
        paintWords(*painter, QRectF(card.left() + 14, line + 6, card.width() - 28, text - 10),
                   option.font, index, theme);
        painter->restore();
    }

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const override {
        const int line = option.fontMetrics.height();
        return {line * 16, line * 13};
    }

private:
    static void paintWords(QPainter& painter, const QRectF& room, const QFont& font,
                           const QModelIndex& index, const Scheme& theme) {
        const QFont small = scaled(font, 0.85);
        const QFont title = bold(scaled(font, 1.05));
        const double smallHeight = QFontMetricsF(small).height();
        painter.setFont(small);
        painter.setPen(theme.muted);
        const int level = index.data(GalleryModel::LevelRole).toInt();
        const QString dots = levelDots(level);
        const double dotsWidth = QFontMetricsF(small).horizontalAdvance(dots) + 4;
        painter.drawText(
            QRectF(room.left(), room.top(), room.width() - dotsWidth, smallHeight),
            Qt::AlignLeft | Qt::AlignVCenter,
            QFontMetricsF(small).elidedText(index.data(GalleryModel::CategoryRole).toString(),
                                            Qt::ElideRight, room.width() - dotsWidth - 6));
        if (level > 0) {
            painter.drawText(QRectF(room.left(), room.top(), room.width(), smallHeight),
                             Qt::AlignRight | Qt::AlignVCenter, dots);
        }
        double y = room.top() + smallHeight + 2;
        painter.setFont(title);
        painter.setPen(theme.ink);
        const QFontMetricsF titleMetrics(title);
        painter.drawText(
            QRectF(room.left(), y, room.width(), titleMetrics.height()),
            Qt::AlignLeft | Qt::AlignVCenter,
            titleMetrics.elidedText(index.data().toString(), Qt::ElideRight, room.width()));
        y += titleMetrics.height() + 2;
        painter.setFont(small);
        painter.setPen(theme.muted);
        painter.drawText(QRectF(room.left(), y, room.width(), room.bottom() - y),
                         Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap,
                         index.data(GalleryModel::SummaryRole).toString());
    }

    const GalleryModel& model_;
    const QSortFilterProxyModel& words_;
    const QSortFilterProxyModel& levels_;
};

}  // namespace

GalleryView::GalleryView(Runner runner, QWidget* parent)
    : QWidget(parent),
      model_(new GalleryModel(std::move(runner), this)),
      words_(new QSortFilterProxyModel(this)),
      levels_(new QSortFilterProxyModel(this)),
      search_(new QLineEdit),
      level_(new QButtonGroup(this)),
      cards_(new QListView),
      nothing_(new QLabel(tr("Nothing found. Try fewer or other words, or all levels."))) {
    setObjectName(QStringLiteral("gallery"));
    setAccessibleName(tr("Gallery of scenarios"));
    levels_->setSourceModel(model_);
    levels_->setFilterRole(GalleryModel::LevelRole);
    words_->setSourceModel(levels_);
    words_->setFilterRole(GalleryModel::SearchRole);
    words_->setFilterCaseSensitivity(Qt::CaseInsensitive);

    title_ = new Title(tr("Choose a lesson"));
    search_->setPlaceholderText(tr("Search: cancel, gather, deadlock …"));
    search_->setAccessibleName(tr("Search the scenarios"));
    search_->setClearButtonEnabled(true);
    auto* segments = new QFrame;
    setGround(*segments, Look::Segments);
    auto* choice = new QHBoxLayout(segments);
    choice->setContentsMargins(3, 3, 3, 3);
    choice->setSpacing(0);
    for (int level = 0; level < 4; ++level) {
        auto* button = new QToolButton;
        const QString name = level == 0 ? tr("All levels") : levelName(level);
        button->setToolTip(name);
        button->setCheckable(true);
        button->setChecked(level == 0);
        setLook(*button, Look::Segment);
        button->setAccessibleName(tr("Level: %1").arg(name));
        level_->addButton(button, level);
        choice->addWidget(button);
    }
    connect(level_, &QButtonGroup::idClicked, this, &GalleryView::setLevel);
    close_ = new QToolButton;
    close_->setText(tr("Back (Esc)"));
    connect(close_, &QToolButton::clicked, this, &GalleryView::left);

    head_ = new QHBoxLayout;
    head_->setSpacing(14);
    head_->addWidget(title_);
    head_->addSpacing(12);
    head_->addWidget(search_, 1);
    head_->addWidget(segments);
    head_->addWidget(close_);
    nameLevels(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(10, 6, 10, 0);
    column->setSpacing(8);
    column->addLayout(head_);
    column->addWidget(cards_, 1);
    setMuted(*nothing_);
    nothing_->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    nothing_->setContentsMargins(0, 40, 0, 0);
    nothing_->hide();
    column->addWidget(nothing_, 1);

    cards_->setObjectName(QStringLiteral("cards"));
    cards_->viewport()->setBackgroundRole(QPalette::Window);
    cards_->setAccessibleName(tr("Scenarios"));
    cards_->setModel(words_);
    cards_->setItemDelegate(new CardDelegate(cards_, *model_, *words_, *levels_));
    cards_->setViewMode(QListView::IconMode);
    cards_->setResizeMode(QListView::Adjust);
    cards_->setMovement(QListView::Static);
    cards_->setUniformItemSizes(true);
    cards_->setMouseTracking(true);
    cards_->setSelectionMode(QAbstractItemView::SingleSelection);
    cards_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    cards_->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    connect(cards_, &QListView::clicked, this, &GalleryView::open);
    connect(search_, &QLineEdit::textChanged, words_, &QSortFilterProxyModel::setFilterFixedString);
    connect(words_, &QAbstractItemModel::rowsInserted, this, &GalleryView::showCount);
    connect(words_, &QAbstractItemModel::rowsRemoved, this, &GalleryView::showCount);
    connect(search_, &QLineEdit::returnPressed, this, [this] {
        const QModelIndex current = cards_->currentIndex();
        open(current.isValid() ? current : words_->index(0, 0));
    });
    search_->installEventFilter(this);
    cards_->installEventFilter(this);
}

void GalleryView::setLevel(int level) {
    levels_->setFilterRegularExpression(level == 0 ? QString() : QString::number(level));
    level_->button(level)->setChecked(true);
}

void GalleryView::showCount() {
    const bool none = words_->rowCount() == 0;
    nothing_->setVisible(none);
    cards_->setVisible(!none);
}

void GalleryView::open(const QModelIndex& card) {
    if (!card.isValid()) return;
    const int row = levels_->mapToSource(words_->mapToSource(card)).row();
    Q_EMIT chosen(model_->scenario(row));
}

void GalleryView::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    model_->runAll();
    fitCards();
    fitHead();
    search_->setFocus();
    search_->selectAll();
}

void GalleryView::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() != QEvent::FontChange) return;
    fitCards();
    fitHead();
}

void GalleryView::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    fitHead();
}

/// The dots of the cards are explained where one chooses among them, if there is room.
void GalleryView::nameLevels(bool whole) {
    for (QAbstractButton* button : level_->buttons()) {
        const int level = level_->id(button);
        const QString dots = levelDots(level);
        if (level == 0) {
            button->setText(whole ? tr("All levels") : tr("All"));
        } else {
            button->setText(whole ? dots + QLatin1Char(' ') + levelName(level) : dots);
        }
    }
}

/// What can be left out in a narrow window goes: first the names of the levels, then the title.
void GalleryView::fitHead() {
    if (head_ == nullptr) return;  // not yet built
    search_->setMinimumWidth(QFontMetrics(font()).averageCharWidth() * 24);
    const auto fits = [this] {
        head_->invalidate();
        const QMargins margins = layout()->contentsMargins();
        return head_->minimumSize().width() + margins.left() + margins.right() <= width();
    };
    title_->show();
    nameLevels(true);
    if (!fits()) nameLevels(false);
    if (!fits()) title_->hide();
}

void GalleryView::fitCards() {
    const int line = QFontMetrics(font()).height();
    cards_->setGridSize(QSize(line * 16, line * 13));
}

void GalleryView::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) {
        Q_EMIT left();
    } else {
        QWidget::keyPressEvent(event);
    }
}

bool GalleryView::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::KeyPress) return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent*>(event)->key();
    // Right leads out of the field where it has no more text to go over.
    const bool atEnd =
        search_->cursorPosition() == search_->text().size() && !search_->hasSelectedText();
    const bool leaves = key == Qt::Key_Down || (key == Qt::Key_Right && atEnd);
    if (watched == search_ && leaves && words_->rowCount() > 0) {
        cards_->setCurrentIndex(words_->index(0, 0));
        cards_->setFocus();
        return true;
    }
    if (watched == cards_ && (key == Qt::Key_Return || key == Qt::Key_Enter)) {
        open(cards_->currentIndex());
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

}  // namespace coroscope::app
