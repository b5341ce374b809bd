// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/editor/completion.h"

#include <algorithm>
#include <utility>

#include <QHash>
#include <QRegularExpression>
#include <QSet>

#include "app/editor/python_lexer.h"
#include "app/session/offered_names.h"

namespace coroscope::app {

namespace {

bool isPart(QChar letter) { return letter.isLetterOrNumber() || letter == QLatin1Char('_'); }

/// The name that ends where `text` does.
QString nameAtEnd(QStringView text) {
    qsizetype begin = text.size();
    while (begin > 0 && isPart(text[begin - 1])) --begin;
    return text.mid(begin).toString();
}

/// Whether the program imports a module by this name, or may well be about to.
bool isModule(const QString& name, const QString& text) {
    if (name == QLatin1String("asyncio") || name == QLatin1String("time")) return true;
    const QRegularExpression imports(
        QStringLiteral("^\\s*import\\s.*\\b%1\\b").arg(QRegularExpression::escape(name)),
        QRegularExpression::MultilineOption);
    return !name.isEmpty() && text.contains(imports) && !offeredNamesOf(name).isEmpty();
}

QString nameAtBegin(QStringView text) {
    qsizetype end = 0;
    while (end < text.size() && isPart(text[end])) ++end;
    return text.left(end).toString();
}

/// What is known behind `owner.`: of a module its own, of anything else all methods.
void addKnown(QSet<QString>& names, const QString& owner, bool module) {
    for (const QString& each : module ? offeredNamesOf(owner) : offeredMethodNames())
        names.insert(each);
}

/// The names of the program, or those that it writes behind a dot, but for the modules' own.
void addOwn(QSet<QString>& names, const QString& text, bool behindDot) {
    QHash<QString, bool> modules;
    static const QRegularExpression name(
        QStringLiteral("(?:\\b(\\w+)\\s*\\.\\s*)?\\b([A-Za-z_]\\w*)"));
    for (auto found = name.globalMatch(text); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        const QString owner = match.captured(1);
        if (!behindDot) {
            if (!owner.isEmpty()) names.insert(owner);
            if (owner.isEmpty()) names.insert(match.captured(2));
        } else if (!owner.isEmpty()) {
            if (!modules.contains(owner)) modules[owner] = isModule(owner, text);
            if (!modules[owner]) names.insert(match.captured(2));
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
    const bool module = behindDot && isModule(owner, text);
    if (behindDot) addKnown(names, owner, module);
    if (!module) addOwn(names, text, behindDot);
    names.remove(made.begun);
    names.remove(made.begun + nameAtBegin(after));  // that is what is being written
    for (const QString& each : names) {
        if (each.startsWith(made.begun)) made.names << each;
    }
    // What one writes most often is no class and no constant.
    std::ranges::sort(made.names, {},
                      [](const QString& name) { return std::pair(name[0].isUpper(), name); });
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
    const bool module = owned && isModule(owner, text);
    const bool known =
        owned && (module ? offeredNamesOf(owner) : offeredMethodNames()).contains(begun);
    return !known && (module || !isWhole(begun, text));
}

}  // namespace coroscope::app
