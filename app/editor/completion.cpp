// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/editor/completion.h"

#include <QRegularExpression>
#include <QSet>

#include "app/editor/help_text.h"
#include "app/editor/python_lexer.h"

namespace coroscope::app {

namespace {

bool isPart(QChar letter) { return letter.isLetterOrNumber() || letter == QLatin1Char('_'); }

/// The name that ends where `text` does.
QString nameAtEnd(QStringView text) {
    qsizetype begin = text.size();
    while (begin > 0 && isPart(text[begin - 1])) --begin;
    return text.mid(begin).toString();
}

bool isModule(const QString& name) {
    return name == QLatin1String("asyncio") || name == QLatin1String("time");
}

QString nameAtBegin(QStringView text) {
    qsizetype end = 0;
    while (end < text.size() && isPart(text[end])) ++end;
    return text.left(end).toString();
}

/// What is known behind `owner.`: of a module its own, of anything else all methods.
void addKnown(QSet<QString>& names, const QString& owner) {
    for (const HelpEntry& entry : helpEntries()) {
        const QString known = QLatin1String(entry.name);
        const QString of = known.section(QLatin1Char('.'), 0, -2);
        if (of.isEmpty() || (isModule(owner) ? of != owner : isModule(of))) continue;
        names.insert(known.section(QLatin1Char('.'), -1));
    }
}

/// The names of the program, or those that it writes behind a dot, but for the modules' own.
void addOwn(QSet<QString>& names, const QString& text, bool behindDot) {
    static const QRegularExpression name(
        QStringLiteral("(?:\\b(\\w+)\\s*\\.\\s*)?\\b([A-Za-z_]\\w*)"));
    for (auto found = name.globalMatch(text); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        const QString owner = match.captured(1);
        if (!behindDot) {
            if (!owner.isEmpty()) names.insert(owner);
            if (owner.isEmpty()) names.insert(match.captured(2));
        } else if (!owner.isEmpty() && !isModule(owner)) {
            names.insert(match.captured(2));
        }
    }
}

}  // namespace

Completion completionOf(const QString& before, const QString& text, const QString& after) {
    Completion made;
    made.begun = nameAtEnd(before);
    const QStringView rest = QStringView(before).chopped(made.begun.size());
    const bool behindDot = rest.endsWith(QLatin1Char('.'));
    const QString owner = behindDot ? nameAtEnd(rest.chopped(1)) : QString();
    if (!behindDot && made.begun.isEmpty()) return made;
    QSet<QString> names;
    if (behindDot) addKnown(names, owner);
    if (!isModule(owner)) addOwn(names, text, behindDot);
    names.remove(made.begun);
    names.remove(made.begun + nameAtBegin(after));  // that is what is being written
    for (const QString& each : names) {
        if (each.startsWith(made.begun)) made.names << each;
    }
    made.names.sort();
    return made;
}

namespace {

/// Whether it is a word of the language, or stands in the program a second time.
bool isWhole(const QString& name, const QString& text) {
    static const QStringList keywords =
        QString::fromLatin1(PythonLexer::kKeywords).split(QLatin1Char(' '));
    if (keywords.contains(name)) return true;
    const QRegularExpression same(QStringLiteral("\\b%1\\b").arg(name));
    const qsizetype first = text.indexOf(same);
    return first >= 0 && text.indexOf(same, first + name.size()) >= 0;
}

}  // namespace

bool wantsOffer(const QString& before, const QString& text, const QString& after) {
    constexpr qsizetype kEnough = 3;
    static const QRegularExpression makesName(QStringLiteral("\\b(def|class|as|for)\\s+$"));
    const QString begun = nameAtEnd(before);
    const QString rest = before.chopped(begun.size());
    if (!nameAtBegin(after).isEmpty() || makesName.match(rest).hasMatch()) return false;
    if (!begun.isEmpty() && begun[0].isDigit()) return false;
    const QString owner =
        rest.endsWith(QLatin1Char('.')) ? nameAtEnd(QStringView(rest).chopped(1)) : QString();
    const bool owned = !owner.isEmpty() && !owner[0].isDigit();
    if (begun.isEmpty()) return owned;
    if (!owned && begun.size() < kEnough) return false;
    const bool known = owned && helpOn(owner + QLatin1Char('.') + begun) != nullptr;
    return !known && (isModule(owner) || !isWhole(begun, text));
}

}  // namespace coroscope::app
