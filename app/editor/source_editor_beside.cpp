// SPDX-License-Identifier: GPL-3.0-or-later

/// What stands beside the text: chips of the tasks that wait at a line, and what is wrong there.

#include <algorithm>
#include <numeric>

#include <QApplication>
#include <QPainter>

#include "app/editor/source_editor.h"
#include "app/style/fonts.h"
#include "app/style/legible.h"
#include "app/style/scheme.h"

namespace coroscope::app {

namespace {

constexpr int kGap = 6;

/// Of chips beside each other, their gaps included.
int sum(const std::vector<int>& widths) {
    return std::accumulate(widths.begin(), widths.end(), static_cast<int>(widths.size()) * kGap);
}

/// Makes the widest ones less wide until all have room, or none is wider than `least`.
void narrow(std::vector<int>& widths, int room, int least) {
    if (widths.empty()) return;
    for (int most = *std::ranges::max_element(widths); most >= least && sum(widths) > room;
         --most) {
        for (int& width : widths) width = std::min(width, most);
    }
}

}  // namespace

/// Chips whose names would be dots are counted instead: which of them stay, and how wide. Where not
/// even one has room behind the line, they take `most` of the line's end.
std::vector<int> SourceEditor::fitChips(std::vector<std::size_t>& numbers, std::size_t& more,
                                        int room, int most, const QFontMetrics& metrics) const {
    // Fewer letters would name nobody.
    const int least = metrics.horizontalAdvance(QStringLiteral("parcel…")) + 10;
    const int widest = metrics.horizontalAdvance(QStringLiteral("the parcel 10 …")) + 14;
    const int one = least + kGap + countWidth(more + numbers.size(), metrics);
    if (room < one) room = std::max(room, most);
    for (;;) {
        std::vector<int> widths;
        for (const std::size_t number : numbers) {
            const int label = metrics.horizontalAdvance(chips_[number].label) + 14;
            widths.push_back(std::min(label, widest));
        }
        const int counted = more == 0 ? 0 : countWidth(more, metrics);
        narrow(widths, room - counted, least);
        if (numbers.size() < 2 || sum(widths) + counted <= room) return widths;
        const auto unchosen =
            std::find_if(numbers.rbegin(), numbers.rend(),
                         [this](std::size_t number) { return !chips_[number].chosen; });
        numbers.erase(std::next(unchosen).base());
        ++more;
    }
}

int SourceEditor::countWidth(std::size_t count, const QFontMetrics& metrics) {
    return metrics.horizontalAdvance(QStringLiteral("+%1").arg(count)) + kGap;
}

void SourceEditor::drawChips(QPainter& painter) {
    const QFont font = bold(scaled(QApplication::font(), 0.8));
    painter.setFont(font);
    chipRects_.assign(chips_.size(), QRect());
    countRects_.clear();
    drawnTo_.clear();
    std::map<int, std::vector<std::size_t>> byLine;
    for (std::size_t i = 0; i < chips_.size(); ++i) byLine[chips_[i].line].push_back(i);
    const QRect view = viewport()->rect();
    for (auto& [line, numbers] : byLine) {
        if (line < 1 || line > lines()) continue;
        const QRect end = endOfLine(line);
        if (end.bottom() < view.top() || end.top() > view.bottom()) continue;
        drawChipsOf(painter, line, std::move(numbers), end);
    }
}

void SourceEditor::drawChipsOf(QPainter& painter, int line, std::vector<std::size_t> numbers,
                               const QRect& end) {
    const QFontMetrics metrics = painter.fontMetrics();
    const QRect view = viewport()->rect();
    const auto uncounted = moreChips_.find(line);
    std::size_t more = uncounted == moreChips_.end() ? 0 : uncounted->second;
    const int room = view.right() - 4 - end.left();
    const std::vector<int> widths = fitChips(numbers, more, room, view.width() / 3, metrics);
    const int moreWidth = more == 0 ? 0 : countWidth(more, metrics);
    const int total = sum(widths) + moreWidth;
    int x = end.left();
    if (total > room) {
        x = std::max(4, view.right() - 4 - total);
        drawCut(painter, line, QRect(x, end.top(), view.right() - x + 1, end.height()));
    }
    const int height = std::min(metrics.height() + 2, end.height());
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        const QRect rect(x, end.center().y() - height / 2, widths[i], height);
        drawChip(painter, chips_[numbers[i]], rect);
        chipRects_[numbers[i]] = rect;
        x += widths[i] + kGap;
    }
    if (more > 0) {
        const QRect place(x, end.top(), moreWidth, end.height());
        painter.setPen(schemeOf(palette()).muted);
        painter.drawText(place, Qt::AlignVCenter | Qt::AlignLeft, QStringLiteral("+%1").arg(more));
        countRects_[line] = {place, more};
    }
    drawnTo_[line] = x + moreWidth;
}

void SourceEditor::drawChip(QPainter& painter, const LineChip& chip, const QRect& rect) const {
    const Scheme& theme = schemeOf(palette());
    const QColor hue = taskHue(chip.task, theme);
    painter.setBrush(hue);
    painter.setPen(chip.chosen                 ? QPen(theme.ink, 2)
                   : taskHueHasRing(chip.task) ? QPen(theme.muted, 1)
                                               : QPen(Qt::NoPen));
    painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    painter.setPen(readableOn(hue));
    painter.drawText(
        rect, Qt::AlignCenter,
        painter.fontMetrics().elidedText(chip.label, Qt::ElideRight, rect.width() - 8));
}

/// Says that the line goes on beneath what is drawn at `place`.
void SourceEditor::drawCut(QPainter& painter, int line, const QRect& place) {
    const Scheme& theme = schemeOf(palette());
    const QString dots = QStringLiteral("…");
    const int width = painter.fontMetrics().horizontalAdvance(dots) + kGap;
    const QColor ground = line == runningLine_ ? theme.accentSoft : theme.pane;
    painter.fillRect(place.adjusted(-width, 0, 0, 0), ground);
    painter.setPen(theme.muted);
    painter.drawText(place.adjusted(-width, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, dots);
}

void SourceEditor::drawMessages(QPainter& painter) {
    const Scheme& theme = schemeOf(palette());
    const QFont font = scaled(QApplication::font(), 0.9);
    painter.setFont(font);
    const QFontMetrics metrics = painter.fontMetrics();
    for (std::size_t i = 0; i < messages_.size(); ++i) {
        const LineMessage& message = messages_[i];
        messageRects_[i] = QRect();
        if (message.line < 1 || message.line > lines()) continue;
        QRect end = endOfLine(message.line);
        if (const auto chips = drawnTo_.find(message.line); chips != drawnTo_.end())
            end.moveLeft(std::max(end.left(), chips->second));
        const int room = viewport()->width() - end.left() - 8;
        // A width is rounded: what is exactly as wide as its room might still lose its end.
        const int wanted = metrics.horizontalAdvance(message.text) + 20;
        if (room < 60) continue;  // the banner and the tooltip still say it
        end.setWidth(std::min(room, wanted));
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.troubleSoft);
        painter.drawRoundedRect(QRectF(end).adjusted(0, 1, 0, -1), 4, 4);
        painter.setPen(legibleOn(theme.trouble, theme.troubleSoft));
        painter.drawText(end.adjusted(8, 0, -8, 0), Qt::AlignVCenter | Qt::AlignLeft,
                         metrics.elidedText(message.text, Qt::ElideRight, end.width() - 16));
        messageRects_[i] = end;
    }
}

}  // namespace coroscope::app
