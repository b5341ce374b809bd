// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/header_edit.h"

#include <variant>

#include <QRegularExpression>

#include "engine/scenario/header.h"
#include "engine/scenario/source_text.h"

namespace coroscope::app {

namespace {

/// A string as TOML writes it.
QString quoted(const QString& text) {
    QString out = QStringLiteral("\"");
    for (const QChar c : text) {
        if (c == QLatin1Char('"') || c == QLatin1Char('\\')) {
            out += QLatin1Char('\\') + QString(c);
        } else if (c == QLatin1Char('\t')) {
            out += QStringLiteral("\\t");
        } else if (c.unicode() < 0x20 || c.unicode() == 0x7F) {
            out += QStringLiteral("\\u%1").arg(c.unicode(), 4, 16, QLatin1Char('0'));
        } else {
            out += c;
        }
    }
    return out + QLatin1Char('"');
}

QStringList listLines(const QStringList& items) {
    QStringList all;
    for (const QString& item : items) all << quoted(item);
    const QString line = QStringLiteral("# stdin = [%1]").arg(all.join(QStringLiteral(", ")));
    constexpr qsizetype kLongest = 80;
    if (line.size() <= kLongest) return {line};
    QStringList lines{QStringLiteral("# stdin = [")};
    for (const QString& item : all) lines << QStringLiteral("#     %1,").arg(item);
    return lines << QStringLiteral("# ]");
}

/// The lines of the header between its two marks; none: there is no header.
struct Block {
    qsizetype begin = -1;
    qsizetype end = -1;
};

Block headerOf(const QStringList& lines) {
    Block block;
    block.begin = lines.indexOf(QStringLiteral("# /// coroscope")) + 1;
    if (block.begin == 0) return {};
    block.end = lines.indexOf(QStringLiteral("# ///"), block.begin);
    return block.end < 0 ? Block() : block;
}

/// Past the line at which a list ends that begins on line `first`.
qsizetype endOfList(const QStringList& lines, qsizetype first, qsizetype end) {
    int depth = 0;
    for (qsizetype line = first; line < end; ++line) {
        const QString text = lines[line].mid(1);
        QChar quote;
        for (qsizetype i = 0; i < text.size(); ++i) {
            const QChar c = text[i];
            if (!quote.isNull()) {
                if (c == QLatin1Char('\\') && quote == QLatin1Char('"')) {
                    ++i;
                } else if (c == quote) {
                    quote = QChar();
                }
            } else if (c == QLatin1Char('"') || c == QLatin1Char('\'')) {
                quote = c;
            } else if (c == QLatin1Char('#')) {
                break;
            } else if (c == QLatin1Char('[')) {
                ++depth;
            } else if (c == QLatin1Char(']') && --depth == 0) {
                return line + 1;
            }
        }
    }
    return first + 1;
}

/// Where a header goes that is not there yet: what must stand first stays there.
qsizetype placeForHeader(const QStringList& lines) {
    static const QRegularExpression first(QStringLiteral("^#(!|.*coding[=:])"));
    qsizetype place = 0;
    while (place < qMin<qsizetype>(2, lines.size()) && first.match(lines[place]).hasMatch()) {
        ++place;
    }
    return place;
}

}  // namespace

QStringList standardInputOf(const QString& text) {
    const auto source = scenario::SourceText::fromBytes("", text.toStdString());
    const auto* read = std::get_if<scenario::SourceText>(&source);
    if (read == nullptr) return {};
    const auto header = scenario::Header::read(*read);
    const auto* about = std::get_if<scenario::Header>(&header);
    if (about == nullptr) return {};
    QStringList lines;
    for (const std::string& line : about->standardInput) lines << QString::fromStdString(line);
    return lines;
}

QString withStandardInput(const QString& text, const QStringList& lines) {
    const bool windows = text.contains(QLatin1String("\r\n"));
    QString plain = text;
    if (windows) plain.replace(QLatin1String("\r\n"), QLatin1String("\n"));
    QStringList all = plain.split(QLatin1Char('\n'));
    const QStringList list = lines.isEmpty() ? QStringList() : listLines(lines);
    const Block block = headerOf(all);
    qsizetype place = block.begin;
    if (block.begin < 0) {
        if (lines.isEmpty()) return text;
        place = placeForHeader(all);
        all.insert(place, QStringLiteral("# ///"));
        all.insert(place++, QStringLiteral("# /// coroscope"));
    } else {
        static const QRegularExpression key(QStringLiteral("^#\\s*stdin\\s*="));
        static const QRegularExpression table(QStringLiteral("^#\\s*\\["));
        while (place < block.end && !key.match(all[place]).hasMatch() &&
               !table.match(all[place]).hasMatch()) {
            ++place;
        }
        if (place < block.end && key.match(all[place]).hasMatch()) {
            const qsizetype past = endOfList(all, place, block.end);
            all.remove(place, past - place);
        }
    }
    for (const QString& line : list) all.insert(place++, line);
    return all.join(windows ? QStringLiteral("\r\n") : QStringLiteral("\n"));
}

}  // namespace coroscope::app
