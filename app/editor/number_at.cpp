// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/editor/number_at.h"

#include <algorithm>
#include <cmath>

namespace coroscope::app {

namespace {

bool isPart(QChar c) {
    return c.isLetterOrNumber() || c == QLatin1Char('_') || c == QLatin1Char('.');
}

/// Whether a `#` outside quotes stands before `column`.
bool inComment(const QString& line, int column) {
    QChar quote;
    for (int i = 0; i < std::min(column, static_cast<int>(line.size())); ++i) {
        const QChar c = line[i];
        if (quote.isNull()) {
            if (c == QLatin1Char('#')) return true;
            if (c == QLatin1Char('"') || c == QLatin1Char('\'')) quote = c;
        } else if (c == QLatin1Char('\\')) {
            ++i;
        } else if (c == quote) {
            quote = QChar();
        }
    }
    return false;
}

}  // namespace

std::optional<NumberSpot> numberAt(const QString& line, int column) {
    const int length = static_cast<int>(line.size());
    if (column < 0 || column > length) return std::nullopt;
    int begin = column;
    int end = column;
    while (begin > 0 && isPart(line[begin - 1])) --begin;
    while (end < length && isPart(line[end])) ++end;
    const QString word = line.mid(begin, end - begin);
    if (word.isEmpty() || inComment(line, begin)) return std::nullopt;
    const bool plain = std::all_of(word.begin(), word.end(), [](QChar c) {
        return (c >= QLatin1Char('0') && c <= QLatin1Char('9')) || c == QLatin1Char('.');
    });
    const auto points = word.count(QLatin1Char('.'));
    if (!plain || points > 1 || word == QLatin1String(".")) return std::nullopt;
    NumberSpot spot{begin, end, word.toDouble(), 0};
    if (points == 1) {
        spot.decimals = static_cast<int>(word.size() - word.indexOf(QLatin1Char('.')) - 1);
    }
    return spot;
}

QString stepped(const NumberSpot& number, int steps) {
    const double unit = std::pow(10.0, -number.decimals);
    const double value = std::max(0.0, number.value + steps * unit);
    return QString::number(value, 'f', number.decimals);
}

}  // namespace coroscope::app
