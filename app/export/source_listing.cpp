// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/source_listing.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include <QFontMetricsF>
#include <QPainter>

#include "app/style/fonts.h"
#include "app/timeline/palette.h"

namespace coroscope::app {

namespace {

constexpr qsizetype kMostCharacters = 100;  // of a row
constexpr qsizetype kLeastCharacters = 24;  // likewise, however little room there is
constexpr qsizetype kMostOfALine = 2'000;   // what is longer is data, and cut with an ellipsis
constexpr qsizetype kDeeper = 4;            // than its line stands what goes on below it
constexpr int kLeastRows = 12;              // a column lower than that is not worth a second one
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
    if (text.size() > kMostOfALine) text = text.left(kMostOfALine - 1) + QChar(0x2026);
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

/// How much of a line fits into a row: up to a space or a comma, or else up to where it is full.
qsizetype fitting(const QString& text, qsizetype most) {
    if (text.size() <= most) return text.size();
    for (qsizetype end = most; end > most / 2; --end) {
        const QChar last = text[end - 1];
        if (last == QLatin1Char(' ') || last == QLatin1Char(',')) return end;
    }
    return text[most - 1].isHighSurrogate() ? most - 1 : most;
}

qsizetype indentOf(const QString& text) {
    qsizetype indent = 0;
    while (indent < text.size() && text[indent] == QLatin1Char(' ')) ++indent;
    return indent;
}

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
    wrap(std::numeric_limits<double>::infinity());
}

void SourceListing::wrap(double width) {
    const double room = width / character_ - kNumberCharacters;
    const auto most =
        static_cast<qsizetype>(std::clamp(room, double{kLeastCharacters}, double{kMostCharacters}));
    rows_.clear();
    qsizetype longest = 0;
    for (const Line& line : lines_) {
        const qsizetype deep = std::min(indentOf(line.text) + kDeeper, most / 2);
        Line row = line;
        QString rest = line.text;
        do {
            const qsizetype end = fitting(rest, most);
            row.text = rest.left(end);
            rows_.push_back(row);
            longest = std::max(longest, end);
            rest = rest.mid(end).trimmed();
            if (!rest.isEmpty()) rest.prepend(QString(deep, QLatin1Char(' ')));
            row.goesOn = true;
        } while (!rest.isEmpty());
    }
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
        if (!inHeader) {
            QString text = plain(line);
            const bool comment = text.trimmed().startsWith(QLatin1Char('#'));
            lines.push_back({{file, number}, std::move(text), comment});
        }
        if (inHeader && line == "# ///") inHeader = false;
    }
    while (!lines.empty() && isBlank(lines.back().text)) lines.pop_back();
    const auto first = std::find_if(lines.begin(), lines.end(),
                                    [](const Line& line) { return !isBlank(line.text); });
    lines_.insert(lines_.end(), first, lines.end());
}

int SourceListing::columnsFor(double width) const {
    const int most = (static_cast<int>(rows_.size()) + kLeastRows - 1) / kLeastRows;
    return std::clamp(static_cast<int>((width + kGapCharacters * character_) / columnWidth_), 1,
                      std::max(1, most));
}

int SourceListing::rowsFor(double width) const {
    const int columns = columnsFor(width);
    return (static_cast<int>(rows_.size()) + columns - 1) / columns;
}

double SourceListing::heightFor(double width) const {
    return empty() ? 0 : rowsFor(width) * lineHeight_;
}

std::size_t SourceListing::sheetsFor(const QSizeF& sheet) const {
    SourceListing broken = *this;
    broken.wrap(sheet.width());
    const std::size_t most = broken.mostOn(sheet);
    return (broken.rows_.size() + most - 1) / most;
}

std::size_t SourceListing::mostOn(const QSizeF& sheet) const {
    const int rows = std::max(1, static_cast<int>(sheet.height() / lineHeight_));
    return static_cast<std::size_t>(rows * columnsFor(sheet.width()));
}

std::vector<SourceListing> SourceListing::split(const QSizeF& sheet) const {
    SourceListing broken = *this;
    broken.wrap(sheet.width());
    const std::size_t most = broken.mostOn(sheet);
    std::vector<SourceListing> sheets;
    for (std::size_t first = 0; first < broken.rows_.size(); first += most) {
        SourceListing& part = sheets.emplace_back(broken);
        const auto begin = broken.rows_.begin() + static_cast<std::ptrdiff_t>(first);
        const auto count = static_cast<std::ptrdiff_t>(std::min(most, broken.rows_.size() - first));
        part.rows_.assign(begin, begin + count);
    }
    return sheets;
}

QRectF SourceListing::lineRect(const QRectF& rect, const trace::FileLine& place) const {
    const auto isOfIt = [&place](const Line& row) { return row.place == place; };
    const auto found = std::ranges::find_if(rows_, isOfIt);
    if (place.line == 0 || found == rows_.end()) return {};
    const int rows = rowsFor(rect.width());
    const int index = static_cast<int>(found - rows_.begin());
    // All of its rows, but for those that have found room only in the next column.
    const auto end = std::find_if_not(found, rows_.end(), isOfIt);
    const int count = std::min(static_cast<int>(end - found), rows - index % rows);
    return {rect.left() + index / rows * columnWidth_, rect.top() + index % rows * lineHeight_,
            columnWidth_ - kGapCharacters * character_, count * lineHeight_};
}

QString SourceListing::markOf(const Line& row) {
    if (row.goesOn) return QString(QChar(0x21B3));  // a hook
    return row.place.line > 0 ? QString::number(row.place.line) : QString();
}

void SourceListing::paint(QPainter& painter, const QRectF& rect, const Palette& palette) const {
    if (empty()) return;
    const int rows = rowsFor(rect.width());
    const int flags = static_cast<int>(Qt::AlignVCenter | Qt::TextSingleLine);
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        const Line& line = rows_[i];
        const int column = static_cast<int>(i) / rows;
        const int row = static_cast<int>(i) % rows;
        const QPointF place = rect.topLeft() + QPointF(column * columnWidth_, row * lineHeight_);
        const double numberWidth = (kNumberCharacters - 1.5) * character_;
        painter.setPen(palette.muted);
        painter.setFont(font_);
        painter.drawText(QRectF(place, QSizeF(numberWidth, lineHeight_)), flags | Qt::AlignRight,
                         markOf(line));
        if (isBlank(line.text)) continue;
        painter.setPen(line.comment ? palette.muted : palette.ink);
        QFont font = font_;
        font.setBold(line.place.line == 0);
        painter.setFont(font);
        painter.drawText(QRectF(place.x() + kNumberCharacters * character_, place.y(),
                                columnWidth_ - kNumberCharacters * character_, lineHeight_),
                         flags | Qt::AlignLeft | Qt::TextDontClip, line.text);
    }
}

}  // namespace coroscope::app
