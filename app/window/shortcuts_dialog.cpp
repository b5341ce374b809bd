// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/shortcuts_dialog.h"

#include <algorithm>
#include <utility>
#include <vector>

#include <QDialogButtonBox>
#include <QGridLayout>
#include <QHBoxLayout>
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

/// Entries below each other, from `first` up to `end`.
QLayout* columnOf(const std::vector<Entry>& entries, std::size_t first, std::size_t end,
                  const QFont& font) {
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(14);
    grid->setVerticalSpacing(2);
    for (std::size_t i = first; i < end; ++i) {
        const Entry& entry = entries[i];
        const int row = static_cast<int>(i - first);
        auto* text = new QLabel(entry.text);
        text->setFont(font);
        if (entry.keys.isEmpty()) {
            text->setFont(bold(font));
            text->setContentsMargins(0, row == 0 ? 0 : 6, 0, 0);
            grid->addWidget(text, row, 0, 1, 2);
        } else {
            auto* keys = new QLabel(entry.keys);
            keys->setFont(font);
            setMuted(*keys);
            grid->addWidget(keys, row, 0);
            grid->addWidget(text, row, 1);
        }
    }
    grid->setRowStretch(static_cast<int>(end - first), 1);
    grid->setColumnStretch(1, 1);
    return grid;
}

/// All entries in so many columns, from top to bottom.
QWidget* sheetOf(const std::vector<Entry>& entries, std::size_t columns, const QFont& font) {
    auto* sheet = new QWidget;
    auto* row = new QHBoxLayout(sheet);
    row->setSpacing(2 * QFontMetrics(font).averageCharWidth() + 12);
    const std::size_t rows = (entries.size() + columns - 1) / columns;
    for (std::size_t first = 0; first < entries.size();) {
        std::size_t end = std::min(entries.size(), first + rows);
        // A heading is not left alone at the foot.
        if (end < entries.size() && entries[end - 1].keys.isEmpty()) --end;
        // The last column takes what the headings have pushed on.
        if (row->count() + 1 == static_cast<int>(columns)) end = entries.size();
        row->addLayout(columnOf(entries, first, end, font));
        first = end;
    }
    return sheet;
}

/// As many columns as fit the room, in a smaller type if all is seen then. What even so does not
/// fit is scrolled.
QWidget* sheetFor(const std::vector<Entry>& entries, const QSize& room, const QFont& font) {
    constexpr int kLeastPixels = 11;
    QWidget* sheet = nullptr;
    for (const double size : {1.0, 0.9, 0.8, 0.7, 0.6, 0.5}) {
        const QFont type = scaled(font, size);
        if (sheet != nullptr && QFontInfo(type).pixelSize() < kLeastPixels) break;
        for (std::size_t columns = 5; columns > 0; --columns) {
            delete sheet;
            sheet = sheetOf(entries, columns, type);
            if (sheet->sizeHint().width() <= room.width()) break;
        }
        if (sheet->sizeHint().height() <= room.height()) break;
    }
    return sheet;
}

}  // namespace

ShortcutsDialog::ShortcutsDialog(QWidget* parent) : QDialog(parent) {
    setWindowTitle(tr("Shortcuts"));
    auto* column = new QVBoxLayout(this);
    auto* area = new QScrollArea;
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    std::vector<Entry> entries = entriesOfTable();
    for (Entry& further : furtherEntries()) entries.push_back(std::move(further));
    const QSize room = screen()->availableGeometry().size() * 19 / 20 - QSize(60, 100);
    QWidget* sheet = sheetFor(entries, room, font());
    area->setWidget(sheet);
    column->addWidget(area);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    column->addWidget(buttons);
    resize(sheet->sizeHint().boundedTo(room) + QSize(60, 80));
}

}  // namespace coroscope::app
