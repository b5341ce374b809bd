// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/shortcuts_dialog.h"

#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QScreen>
#include <QScrollArea>
#include <QStringList>
#include <QVBoxLayout>

#include "app/style/fonts.h"
#include "app/window/actions.h"

namespace coroscope::app {

namespace {

QString plain(const char* text) { return QString::fromUtf8(text).remove(QLatin1Char('&')); }

/// A grid that fills two columns of (keys, what they do), top to bottom.
class Columns {
public:
    Columns(QGridLayout& grid, int rows) : grid_(grid), rows_(rows) {}

    void add(const QString& keys, const QString& text) {
        const int column = at_ / rows_ * 3;
        const int row = at_ % rows_;
        auto* key = new QLabel(keys);
        key->setFont(bold(key->font()));
        grid_.addWidget(key, row, column);
        grid_.addWidget(new QLabel(text), row, column + 1);
        grid_.setColumnMinimumWidth(column + 2, 28);
        ++at_;
    }

private:
    QGridLayout& grid_;
    int rows_;
    int at_ = 0;
};

}  // namespace

ShortcutsDialog::ShortcutsDialog(QWidget* parent) : QDialog(parent) {
    setWindowTitle(tr("Shortcuts"));
    auto* column = new QVBoxLayout(this);
    auto* area = new QScrollArea;
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    auto* sheet = new QWidget;
    auto* grid = new QGridLayout(sheet);
    grid->setHorizontalSpacing(18);
    grid->setVerticalSpacing(5);
    std::vector<std::pair<QString, QString>> entries;
    for (const ActionRow& row : actionTable()) {
        if (row.keys.isEmpty()) continue;
        QStringList names;
        for (const QKeySequence& keys : row.keys) names << keys.toString(QKeySequence::NativeText);
        // Undo is the source's; the timeline has another use for its keys.
        const bool inSource = QLatin1String(row.menu).endsWith(QLatin1String("&Edit"));
        entries.emplace_back(names.join(QStringLiteral(", ")),
                             inSource ? tr("Source: %1").arg(plain(row.text)) : plain(row.text));
    }
    for (const KeyNote& note : furtherKeys())
        entries.emplace_back(plain(note.keys), plain(note.text));
    Columns columns(*grid, static_cast<int>(entries.size() + 1) / 2);
    for (const auto& [keys, text] : entries) columns.add(keys, text);
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
