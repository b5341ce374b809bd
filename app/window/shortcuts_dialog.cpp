// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/shortcuts_dialog.h"

#include <algorithm>
#include <utility>
#include <vector>

#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QScreen>
#include <QScrollArea>
#include <QStringList>
#include <QVBoxLayout>

#include "app/style/fonts.h"
#include "app/style/look.h"
#include "app/window/actions.h"

namespace coroscope::app {

namespace {

QString plain(const char* text) { return QString::fromUtf8(text).remove(QLatin1Char('&')); }

/// A row of the sheet: keys and what they do, or the name of those below it.
struct Entry {
    QString keys;  ///< empty: a heading
    QString text;
};

QString spelled(const QList<QKeySequence>& keys) {
    QStringList names;
    for (const QKeySequence& each : keys) {
        const QString name = each.toString(QKeySequence::NativeText);
        // With Shift, that is what Qt calls the Tab key.
        if (!name.contains(QLatin1String("Backtab"))) names << name;
    }
    return names.join(QStringLiteral(", "));
}

std::vector<Entry> entriesOfTable() {
    std::vector<Entry> entries;
    QString menu;
    for (const ActionRow& row : actionTable()) {
        const QString keys = row.keys.isEmpty() ? spelled({row.told}) : spelled(row.keys);
        if (keys.isEmpty()) continue;
        const QString here = plain(row.menu).remove(QLatin1Char('|'));
        // Undo is the source's; the timeline has another use for its keys.
        const bool inSource = here == QLatin1String("Edit");
        if (std::exchange(menu, here) != here) {
            entries.push_back({{}, inSource ? ShortcutsDialog::tr("Source") : here});
        }
        entries.push_back({keys, plain(row.text)});
    }
    return entries;
}

/// The further keys, by what stands before the colon.
std::vector<Entry> furtherEntries() {
    std::vector<Entry> entries;
    QStringList places;
    for (const KeyNote& note : furtherKeys()) {
        const QString place = plain(note.text).section(QLatin1Char(':'), 0, 0);
        if (!places.contains(place)) places << place;
    }
    for (const QString& place : places) {
        entries.push_back({{}, ShortcutsDialog::tr("%1, further").arg(place)});
        for (const KeyNote& note : furtherKeys()) {
            const QString text = plain(note.text);
            if (text.section(QLatin1Char(':'), 0, 0) != place) continue;
            entries.push_back({plain(note.keys), text.section(QLatin1Char(':'), 1).trimmed()});
        }
    }
    return entries;
}

/// Fills columns of (keys, what they do) from top to bottom.
void fill(QGridLayout& grid, const std::vector<Entry>& entries, int columns) {
    const int rows = (static_cast<int>(entries.size()) + columns - 1) / columns;
    int column = 0;
    int row = 0;
    for (const Entry& entry : entries) {
        const bool heading = entry.keys.isEmpty();
        // A heading is not left alone at the foot.
        if (row >= rows || (heading && row + 1 >= rows)) {
            column += 3;
            row = 0;
            grid.setColumnMinimumWidth(column - 1, 28);
        }
        auto* text = new QLabel(entry.text);
        if (heading) {
            text->setFont(bold(text->font()));
            text->setContentsMargins(0, row == 0 ? 0 : 8, 0, 0);
            grid.addWidget(text, row, column, 1, 2);
        } else {
            auto* keys = new QLabel(entry.keys);
            setMuted(*keys);
            grid.addWidget(keys, row, column);
            grid.addWidget(text, row, column + 1);
        }
        ++row;
    }
}

}  // namespace

ShortcutsDialog::ShortcutsDialog(QWidget* parent) : QDialog(parent) {
    setWindowTitle(tr("Shortcuts"));
    auto* column = new QVBoxLayout(this);
    auto* area = new QScrollArea;
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    auto* sheet = new QWidget;
    auto* grid = new QGridLayout(sheet);
    grid->setHorizontalSpacing(14);
    grid->setVerticalSpacing(3);
    std::vector<Entry> entries = entriesOfTable();
    for (Entry& further : furtherEntries()) entries.push_back(std::move(further));
    const int columns = std::clamp(
        screen()->availableGeometry().width() / (38 * fontMetrics().averageCharWidth() * 2), 1, 3);
    fill(*grid, entries, columns);
    area->setWidget(sheet);
    column->addWidget(area);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    column->addWidget(buttons);
    // What does not fit the screen is scrolled; frame and title bar need room too.
    const QSize room = screen()->availableGeometry().size() * 9 / 10;
    resize((sheet->sizeHint() + QSize(60, 80)).boundedTo(room));
}

}  // namespace coroscope::app
