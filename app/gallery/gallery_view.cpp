// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gallery/gallery_view.h"

#include <algorithm>
#include <utility>

#include <QAbstractButton>
#include <QButtonGroup>
#include <QComboBox>
#include <QCoreApplication>
#include <QFrame>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QRegularExpression>
#include <QSortFilterProxyModel>
#include <QStyledItemDelegate>
#include <QTextLayout>
#include <QToolButton>
#include <QVBoxLayout>

#include "app/gallery/cards_view.h"
#include "app/gallery/gallery_model.h"
#include "app/gallery/thumbnail.h"
#include "app/style/fonts.h"
#include "app/style/labels.h"
#include "app/style/look.h"
#include "app/style/theme.h"

namespace coroscope::app {

namespace {

/// What is too long ends with the last word that has room, and dots.
QString elidedAtWord(const QFontMetricsF& metrics, const QString& text, double width) {
    QString shown = metrics.elidedText(text, Qt::ElideRight, width);
    const qsizetype kept = shown.size() - 1;
    const qsizetype space = text.lastIndexOf(QLatin1Char(' '), kept);
    if (shown == text || space <= 0) return shown;
    return text.left(space) + QChar(0x2026);
}

/// Text in at most so many lines; what is left over is elided. Gives back the height it took.
double drawLines(QPainter& painter, const QRectF& room, const QString& text, const QFont& font,
                 int most) {
    const QFontMetricsF metrics(font);
    QTextLayout layout(text, font);
    layout.beginLayout();
    double y = room.top();
    for (int number = 1; number <= most; ++number) {
        QTextLine line = layout.createLine();
        if (!line.isValid()) break;
        line.setLineWidth(room.width());
        QString shown = text.mid(line.textStart(), line.textLength()).trimmed();
        if (number == most) {
            shown = elidedAtWord(metrics, text.mid(line.textStart()), room.width());
        }
        painter.drawText(QRectF(room.left(), y, room.width(), metrics.height()),
                         Qt::AlignLeft | Qt::AlignVCenter, shown);
        y += metrics.lineSpacing();
    }
    layout.endLayout();
    return y - room.top();
}

/// What has each of these words, or one that begins with it: `lock` is not in `block`.
QRegularExpression hasTheWordsOf(const QString& text) {
    static const QRegularExpression between(QStringLiteral("[\\W_]+"),
                                            QRegularExpression::UseUnicodePropertiesOption);
    QString pattern = QStringLiteral("^");
    for (const QString& word : text.split(between, Qt::SkipEmptyParts)) {
        pattern += QStringLiteral("(?=.*(?<![^\\W_])%1)").arg(QRegularExpression::escape(word));
    }
    return QRegularExpression(pattern, QRegularExpression::CaseInsensitiveOption |
                                           QRegularExpression::DotMatchesEverythingOption |
                                           QRegularExpression::UseUnicodePropertiesOption);
}

/// A card: the picture of the run; under it level, title and summary.
class CardDelegate final : public QStyledItemDelegate {
public:
    CardDelegate(CardsView& view, const GalleryModel& model)
        : QStyledItemDelegate(&view), view_(view), model_(model) {}

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
        const double text = metrics.height() * 5.2;
        const QRectF picture = card.adjusted(18, 14, -18, -text - 8);
        if (const auto trace = model_.traceOf(index.data(GalleryModel::RowRole).toInt()))
            paintThumbnail(*painter, picture, *trace, theme);
        painter->setPen(QPen(theme.grid, 1));
        const double line = card.bottom() - text;
        painter->drawLine(QPointF(card.left() + 1, line), QPointF(card.right() - 1, line));
        paintWords(*painter, QRectF(card.left() + 14, line + 6, card.width() - 28, text - 10),
                   option.font, index, theme);
        painter->restore();
    }

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override {
        return view_.cell();
    }

private:
    static void paintWords(QPainter& painter, QRectF room, const QFont& font,
                           const QModelIndex& index, const Scheme& theme) {
        const QFont small = scaled(font, 0.85);
        const QFont title = bold(scaled(font, 1.05));
        painter.setFont(title);
        painter.setPen(theme.ink);
        room.setTop(room.top() + drawLines(painter, room, index.data().toString(), title, 2));
        painter.setFont(small);
        painter.setPen(theme.muted);
        const double line = QFontMetricsF(small).lineSpacing();
        const int level = index.data(GalleryModel::LevelRole).toInt();
        const double foot = level > 0 ? line : 0;
        const int lines = static_cast<int>((room.height() - foot + 1) / line);
        drawLines(painter, room, index.data(GalleryModel::SummaryRole).toString(), small,
                  std::max(1, lines));
        if (level == 0) return;
        painter.drawText(room, Qt::AlignLeft | Qt::AlignBottom,
                         levelDots(level) + QLatin1Char(' ') + levelName(level));
    }

    const CardsView& view_;
    const GalleryModel& model_;
};

}  // namespace

GalleryView::GalleryView(Runner runner, QWidget* parent)
    : QWidget(parent),
      model_(new GalleryModel(std::move(runner), this)),
      words_(new QSortFilterProxyModel(this)),
      levels_(new QSortFilterProxyModel(this)),
      categories_(new QSortFilterProxyModel(this)),
      search_(new QLineEdit),
      category_(new QComboBox),
      level_(new QButtonGroup(this)),
      cards_(new CardsView(GalleryModel::CategoryRole)),
      nothing_(new QLabel(
          tr("Nothing found. Try fewer or other words, all categories and all levels."))) {
    setObjectName(QStringLiteral("gallery"));
    setAccessibleName(tr("Gallery of scenarios"));
    categories_->setSourceModel(model_);
    categories_->setFilterRole(GalleryModel::CategoryRole);
    levels_->setSourceModel(categories_);
    levels_->setFilterRole(GalleryModel::LevelRole);
    words_->setSourceModel(levels_);
    words_->setFilterRole(GalleryModel::SearchRole);

    title_ = new Title(tr("Choose a lesson"));
    search_->setPlaceholderText(tr("Search: cancel, deadlock …"));
    search_->setAccessibleName(tr("Search the scenarios"));
    search_->setClearButtonEnabled(true);
    buildCategories();
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
    head_->addWidget(category_);
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
    cards_->setAccessibleName(tr("Scenarios"));
    cards_->setModel(words_);
    cards_->setItemDelegate(new CardDelegate(*cards_, *model_));
    connect(cards_, &QListView::clicked, this, &GalleryView::open);
    connect(search_, &QLineEdit::textChanged, words_, [this](const QString& text) {
        words_->setFilterRegularExpression(hasTheWordsOf(text));
    });
    connect(words_, &QAbstractItemModel::rowsInserted, this, &GalleryView::showCount);
    connect(words_, &QAbstractItemModel::rowsRemoved, this, &GalleryView::showCount);
    connect(search_, &QLineEdit::returnPressed, this, [this] {
        const QModelIndex current = cards_->currentIndex();
        open(current.isValid() ? current : words_->index(0, 0));
    });
    search_->installEventFilter(this);
    cards_->installEventFilter(this);
}

/// In the order in which they are taught.
void GalleryView::buildCategories() {
    category_->setAccessibleName(tr("Category"));
    category_->setToolTip(tr("Shows the lessons of one category"));
    category_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    category_->addItem(tr("All categories"));
    for (int row = 0; row < model_->rowCount(); ++row) {
        const QString name = model_->index(row).data(GalleryModel::CategoryRole).toString();
        if (category_->findData(name) < 0) category_->addItem(name, name);
    }
    connect(category_, &QComboBox::currentIndexChanged, this, [this](int number) {
        const QString name = category_->itemData(number).toString();
        categories_->setFilterRegularExpression(
            name.isEmpty() ? QString()
                           : QRegularExpression::anchoredPattern(QRegularExpression::escape(name)));
    });
}

void GalleryView::setLevel(int level) {
    levels_->setFilterRegularExpression(level == 0 ? QString() : QString::number(level));
    level_->button(level)->setChecked(true);
}

QListView& GalleryView::cards() { return *cards_; }

void GalleryView::showCount() {
    const bool none = words_->rowCount() == 0;
    nothing_->setVisible(none);
    cards_->setVisible(!none);
}

void GalleryView::open(const QModelIndex& card) {
    if (!card.isValid()) return;
    Q_EMIT chosen(model_->scenario(card.data(GalleryModel::RowRole).toInt()));
}

void GalleryView::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    model_->runAll();
    fitHead();
    search_->setFocus();
    search_->selectAll();
}

void GalleryView::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() != QEvent::FontChange) return;
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
    search_->setMinimumWidth(QFontMetrics(font()).averageCharWidth() * 21);
    category_->setMinimumContentsLength(16);
    close_->setText(tr("Back (Esc)"));
    const auto fits = [this] {
        head_->invalidate();
        const QMargins margins = layout()->contentsMargins();
        return head_->minimumSize().width() + margins.left() + margins.right() <= width();
    };
    title_->show();
    nameLevels(true);
    if (!fits()) nameLevels(false);
    if (!fits()) title_->hide();
    if (!fits()) close_->setText(tr("Back"));
    if (!fits()) category_->setMinimumContentsLength(8);
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
    // Whoever types means the search, wherever the focus is.
    const auto* typed = static_cast<QKeyEvent*>(event);
    const bool word = typed->text().size() == 1 && typed->text().at(0).isLetterOrNumber() &&
                      (typed->modifiers() & ~Qt::ShiftModifier) == Qt::NoModifier;
    const bool topRow = cards_->visualRect(cards_->currentIndex()).top() <=
                        cards_->visualRect(words_->index(0, 0)).top();
    if (watched == cards_ && (word || key == Qt::Key_Backspace)) {
        search_->setFocus();
        search_->end(false);
        QCoreApplication::sendEvent(search_, event);
        return true;
    }
    if (watched == cards_ && key == Qt::Key_Up && topRow) {
        search_->setFocus();
        return true;
    }
    if (watched == cards_ && (key == Qt::Key_Return || key == Qt::Key_Enter)) {
        open(cards_->currentIndex());
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

}  // namespace coroscope::app
