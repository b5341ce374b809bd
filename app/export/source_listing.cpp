// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/source_listing.h"

#include <algorithm>
#include <cmath>

#include <QFontMetricsF>
#include <QPainter>

#include "app/style/fonts.h"
#include "app/timeline/palette.h"

namespace coroscope::app {

namespace {

constexpr int kMostCharacters = 100;  // of a line; what is longer is cut with an ellipsis
constexpr int kLeastRows = 12;        // a column lower than that is not worth a second one
constexpr double kNumberCharacters = 5;
constexpr double kGapCharacters = 3;
constexpr int kTabWidth = 4;

QString plain(std::string_view utf8) {
    QString text = QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
    text.replace(QLatin1Char('\t'), QString(kTabWidth, QLatin1Char(' ')));
    // A figure has no use for what a terminal or a text engine would act upon.
    for (QChar& character : text) {
        if (!character.isPrint() && !character.isSurrogate())
            character = QChar::ReplacementCharacter;
    }
    if (text.size() > kMostCharacters) text = text.left(kMostCharacters - 1) + QChar(0x2026);
    return text;
}

/// The lines of a text, each without its end.
std::vector<std::string_view> linesOf(std::string_view text) {
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        lines.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

bool isBlank(const QString& text) { return text.trimmed().isEmpty(); }

}  // namespace

SourceListing::SourceListing(const std::vector<trace::ProgramFile>& files, double fontPixels)
    : font_(codeFont()) {
    font_.setPixelSize(std::max(6, static_cast<int>(std::lround(fontPixels))));
    const QFontMetricsF metrics(font_);
    character_ = metrics.horizontalAdvance(QLatin1Char('0'));
    lineHeight_ = std::ceil(metrics.height() * 1.08);
    for (std::size_t file = 0; file < files.size(); ++file) {
        if (file > 0) lines_.push_back({});
        if (files.size() > 1) lines_.push_back({{file, 0}, plain(files[file].name)});
        add(file, files[file].text);
    }
    qsizetype longest = 0;
    for (const Line& line : lines_) longest = std::max(longest, line.text.size());
    columnWidth_ = (kNumberCharacters + static_cast<double>(longest) + kGapCharacters) * character_;
}

/// The lines of a file, without blank ones around them.
void SourceListing::add(std::size_t file, std::string_view source) {
    std::vector<Line> lines;
    bool inHeader = false;
    std::uint32_t number = 0;
    for (const std::string_view line : linesOf(source)) {
        ++number;
        if (line.starts_with("# /// coroscope")) inHeader = true;
        if (!inHeader) lines.push_back({{file, number}, plain(line)});
        if (inHeader && line == "# ///") inHeader = false;
    }
    while (!lines.empty() && isBlank(lines.back().text)) lines.pop_back();
    const auto first = std::find_if(lines.begin(), lines.end(),
                                    [](const Line& line) { return !isBlank(line.text); });
    lines_.insert(lines_.end(), first, lines.end());
}

int SourceListing::columnsFor(double width) const {
    const int most = (static_cast<int>(lines_.size()) + kLeastRows - 1) / kLeastRows;
    return std::clamp(static_cast<int>((width + kGapCharacters * character_) / columnWidth_), 1,
                      std::max(1, most));
}

int SourceListing::rowsFor(double width) const {
    const int columns = columnsFor(width);
    return (static_cast<int>(lines_.size()) + columns - 1) / columns;
}

double SourceListing::heightFor(double width) const {
    return empty() ? 0 : rowsFor(width) * lineHeight_;
}

std::vector<SourceListing> SourceListing::split(const QSizeF& sheet) const {
    const int rows = std::max(1, static_cast<int>(sheet.height() / lineHeight_));
    const auto most = static_cast<std::size_t>(rows * columnsFor(sheet.width()));
    std::vector<SourceListing> sheets;
    for (std::size_t first = 0; first < lines_.size(); first += most) {
        SourceListing& part = sheets.emplace_back(*this);
        const auto begin = lines_.begin() + static_cast<std::ptrdiff_t>(first);
        const auto count = static_cast<std::ptrdiff_t>(std::min(most, lines_.size() - first));
        part.lines_.assign(begin, begin + count);
    }
    return sheets;
}

QRectF SourceListing::lineRect(const QRectF& rect, const trace::FileLine& place) const {
    const auto found = std::find_if(lines_.begin(), lines_.end(),
                                    [&place](const Line& line) { return line.place == place; });
    if (place.line == 0 || found == lines_.end()) return {};
    const int rows = rowsFor(rect.width());
    const int index = static_cast<int>(found - lines_.begin());
    return {rect.left() + index / rows * columnWidth_, rect.top() + index % rows * lineHeight_,
            columnWidth_ - kGapCharacters * character_, lineHeight_};
}

void SourceListing::paint(QPainter& painter, const QRectF& rect, const Palette& palette) const {
    if (empty()) return;
    const int rows = rowsFor(rect.width());
    const int flags = static_cast<int>(Qt::AlignVCenter | Qt::TextSingleLine);
    for (std::size_t i = 0; i < lines_.size(); ++i) {
        const Line& line = lines_[i];
        const int column = static_cast<int>(i) / rows;
        const int row = static_cast<int>(i) % rows;
        const QPointF place = rect.topLeft() + QPointF(column * columnWidth_, row * lineHeight_);
        const double numberWidth = (kNumberCharacters - 1.5) * character_;
        painter.setPen(palette.muted);
        painter.setFont(font_);
        painter.drawText(QRectF(place, QSizeF(numberWidth, lineHeight_)), flags | Qt::AlignRight,
                         line.place.line > 0 ? QString::number(line.place.line) : QString());
        if (isBlank(line.text)) continue;
        const bool comment = line.text.trimmed().startsWith(QLatin1Char('#'));
        painter.setPen(comment ? palette.muted : palette.ink);
        QFont font = font_;
        font.setBold(line.place.line == 0);
        painter.setFont(font);
        painter.drawText(QRectF(place.x() + kNumberCharacters * character_, place.y(),
                                columnWidth_ - kNumberCharacters * character_, lineHeight_),
                         flags | Qt::AlignLeft | Qt::TextDontClip, line.text);
    }
}

}  // namespace coroscope::app
