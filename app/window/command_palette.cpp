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

QString plainText(const QAction& action) { return action.text().remove(QLatin1Char('&')); }

QString keysOf(const QAction& action) {
    return action.shortcut().toString(QKeySequence::NativeText);
}

/// The least cost of finding `letters` in `text` from `at` on, where each goes on where the one
/// before was found, or begins a later word; -1: they are not there.
int wordCost(QStringView letters, const QString& text, qsizetype at) {
    if (letters.isEmpty()) return 0;
    int best = -1;
    for (qsizetype i = at; i < text.size(); ++i) {
        const bool goesOn = i == at && i > 0;
        const bool begins = i == 0 || !text[i - 1].isLetterOrNumber();
        if (text[i].toLower() != letters[0].toLower() || !(goesOn || begins)) continue;
        const int rest = wordCost(letters.mid(1), text, i + 1);
        const int cost = rest < 0 ? -1 : rest + (goesOn ? 0 : 1);
        if (cost >= 0 && (best < 0 || cost < best)) best = cost;
        if (goesOn && best == 0) break;
    }
    return best;
}

}  // namespace

int matchCost(const QString& wanted, const QString& text) {
    QString letters = wanted.left(40);  // longer than any command's name
    letters.remove(QLatin1Char(' '));
    if (const int cost = wordCost(letters, text, 0); cost >= 0) return cost;
    // In the midst of a word, but all together.
    return text.contains(wanted.trimmed(), Qt::CaseInsensitive) ? 100 : -1;
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
        const QString keys = keysOf(*hit.action);
        const QString text = plainText(*hit.action);
        auto* item = new QListWidgetItem(
            keys.isEmpty() ? text : QStringLiteral("%1    %2").arg(text, keys), list_);
        item->setData(Qt::UserRole, QVariant::fromValue(static_cast<QObject*>(hit.action)));
        item->setData(Qt::AccessibleTextRole, text);
    }
    if (hits.empty()) {
        auto* nothing = new QListWidgetItem(tr("No command is called so."), list_);
        nothing->setFlags(Qt::NoItemFlags);
        return;
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
