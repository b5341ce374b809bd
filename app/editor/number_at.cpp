// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/editor/number_at.h"

#include <algorithm>
#include <cmath>

#include <QRegularExpression>
#include <QStringList>

namespace coroscope::app {

namespace {

bool isPart(QChar c) {
    return c.isLetterOrNumber() || c == QLatin1Char('_') || c == QLatin1Char('.');
}

/// Whether `column` is behind a `#`, or in quotes.
bool inCommentOrString(const QString& line, int column) {
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
    return !quote.isNull();
}

/// Whether a value ends before `column`, so that a `-` there takes something away from it.
bool followsValue(const QString& line, int column) {
    int end = column;
    while (end > 0 && line[end - 1].isSpace()) --end;
    if (end == 0) return false;
    if (!isPart(line[end - 1])) return QStringLiteral(")]}\"'").contains(line[end - 1]);
    int begin = end;
    while (begin > 0 && isPart(line[begin - 1])) --begin;
    static const QStringList kNoValues{
        QStringLiteral("and"),   QStringLiteral("assert"), QStringLiteral("await"),
        QStringLiteral("case"),  QStringLiteral("elif"),   QStringLiteral("else"),
        QStringLiteral("if"),    QStringLiteral("in"),     QStringLiteral("is"),
        QStringLiteral("not"),   QStringLiteral("or"),     QStringLiteral("return"),
        QStringLiteral("while"), QStringLiteral("yield")};
    return !kNoValues.contains(line.mid(begin, end - begin));
}

/// The sign belongs to a number that is not taken away from another.
void takeSign(const QString& line, NumberSpot& spot) {
    int at = spot.begin;
    while (at > 0 && line[at - 1].isSpace()) --at;
    if (at == 0 || line[at - 1] != QLatin1Char('-') || followsValue(line, at - 1)) return;
    spot.begin = at - 1;
    spot.value = -spot.value;
    spot.isSigned = true;
}

std::optional<NumberSpot> ofWord(QString word) {
    static const QRegularExpression kDecimal(
        QStringLiteral("^(\\d{1,3}(?:_\\d{3})+|\\d+)?(\\.\\d*)?([eE][+-]?\\d+)?$"));
    static const QRegularExpression kBased(
        QStringLiteral("^(0[xX])([0-9a-fA-F]+)$|^(0[oO])([0-7]+)$|^(0[bB])([01]+)$"));
    constexpr int kMostDigits = 15;  // that a double holds
    NumberSpot spot;
    if (const auto based = kBased.match(word); based.hasMatch()) {
        const int last = based.lastCapturedIndex();
        const QString digits = based.captured(last);
        spot.prefix = based.captured(last - 1);
        spot.digits = static_cast<int>(digits.size());
        const int base = last == 2 ? 16 : last == 4 ? 8 : 2;
        const qulonglong value = digits.toULongLong(nullptr, base);
        if (digits.size() > 2 * kMostDigits || value > 1ULL << 52) return std::nullopt;
        spot.value = static_cast<double>(value);
        return spot;
    }
    const auto decimal = kDecimal.match(word);
    const QString whole = decimal.captured(1);
    const QString fraction = decimal.captured(2);
    if (!decimal.hasMatch() || (whole.isEmpty() && fraction.size() < 2)) return std::nullopt;
    if (whole.size() + fraction.size() > kMostDigits) return std::nullopt;
    spot.isGrouped = whole.contains(QLatin1Char('_'));
    spot.exponent = decimal.captured(3);
    spot.decimals = std::max(0, static_cast<int>(fraction.size()) - 1);
    spot.value = (QString(whole).remove(QLatin1Char('_')) + fraction).toDouble();
    return spot;
}

}  // namespace

std::optional<NumberSpot> numberAt(const QString& line, int column) {
    const int length = static_cast<int>(line.size());
    if (column < 0 || column > length) return std::nullopt;
    // `1e-3` holds a sign, which is part of no name.
    const auto isExponentSign = [&line, length](int at) {
        return at >= 2 && at + 1 < length &&
               (line[at] == QLatin1Char('-') || line[at] == QLatin1Char('+')) &&
               line[at - 1].toLower() == QLatin1Char('e') && line[at - 2].isDigit() &&
               line[at + 1].isDigit();
    };
    const auto holds = [&](int at) { return isPart(line[at]) || isExponentSign(at); };
    int begin = column;
    int end = column;
    while (begin > 0 && holds(begin - 1)) --begin;
    while (end < length && holds(end)) ++end;
    if (begin == end || inCommentOrString(line, begin)) return std::nullopt;
    auto spot = ofWord(line.mid(begin, end - begin));
    if (!spot) return std::nullopt;
    spot->begin = begin;
    spot->end = end;
    takeSign(line, *spot);
    return spot;
}

QString stepped(const NumberSpot& number, int steps) {
    const double unit = std::pow(10.0, -number.decimals);
    double value = number.value + steps * unit;
    if (!number.isSigned) value = std::max(0.0, value);
    const QString sign = value < -unit / 2 ? QStringLiteral("-") : QString();
    value = std::abs(value);
    if (!number.prefix.isEmpty()) {
        const QChar kind = number.prefix[1].toLower();
        const int base = kind == QLatin1Char('x') ? 16 : kind == QLatin1Char('o') ? 8 : 2;
        return sign + number.prefix +
               QString::number(static_cast<qulonglong>(value), base)
                   .rightJustified(number.digits, QLatin1Char('0'));
    }
    QString text = QString::number(value, 'f', number.decimals);
    if (number.isGrouped) {
        const qsizetype point = text.indexOf(QLatin1Char('.'));
        for (qsizetype at = (point < 0 ? text.size() : point) - 3; at > 0; at -= 3) {
            text.insert(at, QLatin1Char('_'));
        }
    }
    return sign + text + number.exponent;
}

}  // namespace coroscope::app
