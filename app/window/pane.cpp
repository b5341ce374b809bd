// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/pane.h"

#include <utility>

#include <QApplication>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

#include "app/style/look.h"
#include "app/style/theme.h"

namespace coroscope::app {

namespace {

/// Over the pane into which a tab would be dropped.
class DropTarget final : public QWidget {
public:
    explicit DropTarget(QWidget* parent) : QWidget(parent) {
        setAttribute(Qt::WA_TransparentForMouseEvents);
        hide();
    }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        QColor colour = schemeOf(palette()).accent;
        painter.setPen(QPen(colour, 3));
        constexpr int kThin = 40;
        colour.setAlpha(kThin);
        painter.setBrush(colour);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1.5, 1.5, -1.5, -1.5), 8, 8);
    }
};

/// All tabs are to be seen, if only by their first letters; the one in front is named in full.
class PaneTabs final : public QTabBar {
public:
    explicit PaneTabs(QWidget* parent) : QTabBar(parent) {
        setExpanding(false);
        setUsesScrollButtons(false);
        setElideMode(Qt::ElideRight);
        setFocusPolicy(Qt::TabFocus);
        setAccessibleName(tr("Panels"));
    }

protected:
    /// The arrows, which move the playhead elsewhere, go from tab to tab here.
    bool event(QEvent* event) override {
        if (event->type() == QEvent::ShortcutOverride) {
            const auto* key = static_cast<QKeyEvent*>(event);
            const bool arrow = key->key() == Qt::Key_Left || key->key() == Qt::Key_Right;
            if (arrow && key->modifiers() == Qt::NoModifier) {
                event->accept();
                return true;
            }
        }
        return QTabBar::event(event);
    }

    [[nodiscard]] QSize minimumTabSizeHint(int index) const override {
        return index == currentIndex() ? tabSizeHint(index) : QTabBar::minimumTabSizeHint(index);
    }
};

}  // namespace

Pane::Pane(QWidget* parent)
    : QFrame(parent),
      column_(new QVBoxLayout(this)),
      tabs_(new PaneTabs(this)),
      contents_(new QStackedWidget(this)),
      target_(new DropTarget(this)) {
    setGround(*this, Look::Pane);
    column_->setContentsMargins(2, 2, 2, 5);
    column_->setSpacing(2);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(14, 4, 8, 0);
    row->addWidget(tabs_, 1);
    column_->addLayout(row);
    column_->addWidget(contents_, 1);
    tabs_->hide();
    tabs_->installEventFilter(this);
    connect(tabs_, &QTabBar::currentChanged, contents_, &QStackedWidget::setCurrentIndex);
    connect(contents_, &QStackedWidget::currentChanged, this, &Pane::tabShown);
    connect(qApp, &QApplication::focusChanged, this, &Pane::showFocus);
}

// The focus moves as its children go, when it is no Pane any more.
Pane::~Pane() { disconnect(qApp, nullptr, this, nullptr); }

/// Who has clicked knows where the focus is; whom a key has led there is shown.
void Pane::showFocus(const QWidget* old, const QWidget* now) {
    if (old == nullptr || now == nullptr) return;  // another program's window
    const bool byKey = QApplication::mouseButtons() == Qt::NoButton;
    if (isAncestorOf(old) && isAncestorOf(now) && byKey) return;
    if (std::exchange(marked_, isAncestorOf(now) && byKey) != marked_) update();
}

void Pane::paintEvent(QPaintEvent* event) {
    QFrame::paintEvent(event);
    if (!marked_) return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(schemeOf(palette()).accent, 2));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 8, 8);
}

void Pane::add(QWidget* content, const QString& name) {
    contents_->addWidget(content);
    if (name.isEmpty()) return;
    const int tab = tabs_->addTab(name);
    tabs_->setTabToolTip(tab, name);
    tabs_->show();
}

void Pane::take(QWidget* content) {
    const int index = contents_->indexOf(content);
    if (index < 0) return;
    {
        const QSignalBlocker quiet(tabs_);
        tabs_->removeTab(index);
    }
    contents_->removeWidget(content);
    content->setParent(nullptr);
    const QSignalBlocker quiet(tabs_);
    tabs_->setCurrentIndex(contents_->currentIndex());
}

void Pane::bringToFront(QWidget* content) {
    if (const int index = contents_->indexOf(content); index >= 0) tabs_->setCurrentIndex(index);
}

void Pane::setShown(QWidget* content, bool shown) {
    const int index = contents_->indexOf(content);
    // Of a tab that is what it is to be Qt forgets that it has not been laid out yet.
    if (index >= 0 && tabs_->isTabVisible(index) != shown) tabs_->setTabVisible(index, shown);
}

int Pane::shownCount() const {
    int shown = 0;
    for (int i = 0; i < tabs_->count(); ++i) shown += tabs_->isTabVisible(i) ? 1 : 0;
    return shown;
}

void Pane::setTarget(bool target) {
    if (target) target_->raise();
    target_->setVisible(target);
}

bool Pane::isTarget() const { return target_->isVisible(); }

void Pane::resizeEvent(QResizeEvent* event) {
    QFrame::resizeEvent(event);
    target_->setGeometry(rect());
}

int Pane::count() const { return contents_->count(); }

int Pane::indexOf(QWidget* content) const {
    const int index = contents_->indexOf(content);
    return index < 0 ? count() : index;
}

QWidget* Pane::content(int index) const { return contents_->widget(index); }

QWidget* Pane::current() const { return contents_->currentWidget(); }

bool Pane::eventFilter(QObject* watched, QEvent* event) {
    if (watched != tabs_) return QFrame::eventFilter(watched, event);
    const auto contentAt = [this](const QPoint& place) {
        return contents_->widget(tabs_->tabAt(place));
    };
    if (event->type() == QEvent::MouseButtonPress) {
        const auto* mouse = static_cast<QMouseEvent*>(event);
        heldAt_ = mouse->pos();
        held_ = mouse->button() == Qt::LeftButton ? contentAt(heldAt_) : nullptr;
    } else if (event->type() == QEvent::MouseMove && held_ != nullptr) {
        const auto* mouse = static_cast<QMouseEvent*>(event);
        const bool away =
            (mouse->pos() - heldAt_).manhattanLength() > 2 * QApplication::startDragDistance();
        tabs_->setCursor(away ? Qt::ClosedHandCursor : Qt::ArrowCursor);
        if (away) Q_EMIT dragged(held_, mouse->globalPosition().toPoint());
    } else if (event->type() == QEvent::MouseButtonRelease && held_ != nullptr) {
        const auto* mouse = static_cast<QMouseEvent*>(event);
        tabs_->unsetCursor();
        Q_EMIT dragEnded();
        QWidget* content = std::exchange(held_, nullptr);
        if (!tabs_->rect().adjusted(-8, -8, 8, 8).contains(mouse->pos())) {
            Q_EMIT dropped(content, mouse->globalPosition().toPoint());
        }
    } else if (event->type() == QEvent::ContextMenu) {
        const auto* menu = static_cast<QContextMenuEvent*>(event);
        if (menu->reason() == QContextMenuEvent::Keyboard) {
            const QRect tab = tabs_->tabRect(tabs_->currentIndex());
            Q_EMIT menuWanted(current(), tabs_->mapToGlobal(tab.bottomLeft()));
        } else if (QWidget* content = contentAt(menu->pos())) {
            Q_EMIT menuWanted(content, menu->globalPos());
        }
        return true;
    }
    return QFrame::eventFilter(watched, event);
}

}  // namespace coroscope::app
