// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/command_palette.h"

#include <algorithm>

#include <QAction>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>

#include "app/style/look.h"

namespace coroscope::app {

namespace {

QString plainText(const QAction& action) {
    QString text = action.text();
    return text.remove(QLatin1Char('&'));
}

}  // namespace

int matchCost(const QString& wanted, const QString& text) {
    int cost = 0;
    qsizetype at = 0;
    for (const QChar letter : wanted) {
        if (letter.isSpace()) continue;
        const qsizetype found = text.indexOf(letter, at, Qt::CaseInsensitive);
        if (found < 0) return -1;
        // The beginnings of words are what one remembers.
        const bool begins = found == 0 || text[found - 1] == QLatin1Char(' ');
        cost += found == at && found > 0 ? 0 : begins ? 1 : 3;
        at = found + 1;
    }
    return cost;
}

CommandPalette::CommandPalette(const std::vector<QAction*>& actions, QWidget* parent)
    : QDialog(parent, Qt::Popup), actions_(actions), field_(new QLineEdit), list_(new QListWidget) {
    setObjectName(QStringLiteral("palette"));
    setAttribute(Qt::WA_StyledBackground);
    setLook(*this, Look::Sheet);
    setAccessibleName(tr("Find a command"));
    field_->setPlaceholderText(tr("Find a command"));
    field_->setAccessibleName(tr("Find a command"));
    list_->setAccessibleName(tr("Commands"));
    list_->setFocusPolicy(Qt::NoFocus);
    list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 8);
    column->addWidget(field_);
    column->addWidget(list_);
    connect(field_, &QLineEdit::textChanged, this, &CommandPalette::fill);
    connect(list_, &QListWidget::itemClicked, this, &CommandPalette::runCurrent);
    field_->installEventFilter(this);
    fill();
    const QFontMetrics metrics(font());
    resize(metrics.averageCharWidth() * 62, metrics.height() * 18);
    if (parent != nullptr) {
        const QPoint middle = parent->mapToGlobal(QPoint(parent->width() / 2, 70));
        move(middle - QPoint(width() / 2, 0));
    }
    field_->setFocus();
}

void CommandPalette::fill() {
    struct Hit {
        int cost = 0;
        QAction* action = nullptr;
    };
    std::vector<Hit> hits;
    for (QAction* action : actions_) {
        if (!action->isEnabled()) continue;
        const int cost = matchCost(field_->text(), plainText(*action));
        if (cost >= 0) hits.push_back({cost, action});
    }
    std::stable_sort(hits.begin(), hits.end(),
                     [](const Hit& a, const Hit& b) { return a.cost < b.cost; });
    list_->clear();
    for (const Hit& hit : hits) {
        const QString keys = hit.action->shortcut().toString(QKeySequence::NativeText);
        const QString text = plainText(*hit.action);
        auto* item = new QListWidgetItem(
            keys.isEmpty() ? text : QStringLiteral("%1    %2").arg(text, keys), list_);
        item->setData(Qt::UserRole, QVariant::fromValue(static_cast<QObject*>(hit.action)));
        item->setData(Qt::AccessibleTextRole, text);
    }
    list_->setCurrentRow(0);
}

void CommandPalette::runCurrent() {
    const QListWidgetItem* item = list_->currentItem();
    if (item == nullptr) return;
    auto* action = qobject_cast<QAction*>(item->data(Qt::UserRole).value<QObject*>());
    // First out of the way: the command may open something of its own.
    close();
    if (action != nullptr) action->trigger();
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event) {
    if (watched != field_ || event->type() != QEvent::KeyPress) {
        return QDialog::eventFilter(watched, event);
    }
    const int key = static_cast<QKeyEvent*>(event)->key();
    if (key == Qt::Key_Down || key == Qt::Key_Up) {
        const int row = list_->currentRow() + (key == Qt::Key_Down ? 1 : -1);
        list_->setCurrentRow(std::clamp(row, 0, std::max(0, list_->count() - 1)));
        return true;
    }
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        runCurrent();
        return true;
    }
    return QDialog::eventFilter(watched, event);
}

}  // namespace coroscope::app
