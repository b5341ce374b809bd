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

/// The modules that the program imports, by the names that it gives them.
QHash<QString, QString> modulesOf(const QString& text) {
    // What stands in it behind `import`, without a comment.
    static const QRegularExpression imports(QStringLiteral("^[ \\t]*import[ \\t]+([^#;\\n]*)"),
                                            QRegularExpression::MultilineOption);
    static const QRegularExpression as(QStringLiteral("\\s+as\\s+"));
    QHash<QString, QString> modules;
    for (auto found = imports.globalMatch(text); found.hasNext();) {
        for (const QString& each : found.next().captured(1).split(QLatin1Char(','))) {
            const QString module = each.section(as, 0, 0).trimmed();
            const QString name = each.section(as, 1).trimmed();
            if (name.isEmpty()) {
                const QString package = module.section(QLatin1Char('.'), 0, 0);
                modules[package] = package;
            } else {
                modules[name] = module;
            }
        }
    }
    return modules;
}

/// The modules of a program, and those that it may well be about to import.
class Modules {
public:
    explicit Modules(const QString& text) : modules_(modulesOf(text)) {
        for (const QString& usual : {QStringLiteral("asyncio"), QStringLiteral("time")}) {
            if (!modules_.contains(usual)) modules_[usual] = usual;
        }
    }

    /// What the module of this name offers; none: it is no module.
    [[nodiscard]] QStringList namesOf(const QString& name) const {
        const auto found = modules_.find(name);
        return found == modules_.end() ? QStringList() : offeredNamesOf(*found);
    }
    [[nodiscard]] bool contains(const QString& name) const { return !namesOf(name).isEmpty(); }

private:
    QHash<QString, QString> modules_;
};

QString nameAtBegin(QStringView text) {
    qsizetype end = 0;
    while (end < text.size() && isPart(text[end])) ++end;
    return text.left(end).toString();
}

/// A name that the program writes, and the one before its dot.
struct Written {
    QStringView owner;
    QStringView name;
};

/// Calls `take` with each name of a program; a word of a comment or a string is as good as one.
template <typename Take>
void forEachName(QStringView text, Take take) {
    QStringView before;
    bool behindDot = false;
    for (qsizetype at = 0; at < text.size();) {
        const QChar letter = text[at];
        if (isPart(letter)) {
            const qsizetype begin = at;
            while (at < text.size() && isPart(text[at])) ++at;
            const QStringView name = text.sliced(begin, at - begin);
            if (!name[0].isDigit()) take(Written{behindDot ? before : QStringView(), name});
            before = name;
            behindDot = false;
            continue;
        }
        if (letter == QLatin1Char('.')) {
            behindDot = true;
        } else if (!letter.isSpace()) {
            before = {};
            behindDot = false;
        } else if (letter == QLatin1Char('\n') && !behindDot) {
            before = {};
        }
        ++at;
    }
}

/// The names of the program, or those that it writes behind a dot, but for the modules' own.
QSet<QStringView> ownNames(const QString& text, const Modules& modules, bool behindDot) {
    QSet<QStringView> names;
    QHash<QStringView, bool> isModule;
    forEachName(text, [&](const Written& each) {
        if (!behindDot) {
            if (each.owner.isEmpty()) names.insert(each.name);
        } else if (!each.owner.isEmpty()) {
            auto known = isModule.find(each.owner);
            if (known == isModule.end()) {
                known = isModule.insert(each.owner, modules.contains(each.owner.toString()));
            }
            if (!*known) names.insert(each.name);
        }
    });
    return names;
}

}  // namespace

Completion completionOf(const QString& before, const QString& text, const QString& after) {
    Completion made;
    made.begun = nameAtEnd(before);
    const QStringView rest = QStringView(before).chopped(made.begun.size());
    const bool behindDot = rest.endsWith(QLatin1Char('.'));
    const QString owner = behindDot ? nameAtEnd(rest.chopped(1)) : QString();
    if (!behindDot && made.begun.isEmpty()) return made;
    const Modules modules(text);
    const bool module = behindDot && modules.contains(owner);
    QSet<QString> names;
    const auto offer = [&](QStringView name) {
        if (name.startsWith(made.begun)) names.insert(name.toString());
    };
    if (behindDot)
        std::ranges::for_each(module ? modules.namesOf(owner) : offeredMethodNames(), offer);
    if (!module) std::ranges::for_each(ownNames(text, modules, behindDot), offer);
    names.remove(made.begun);
    names.remove(made.begun + nameAtBegin(after));  // that is what is being written
    made.names = names.values();
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
    const QStringList own = owned ? Modules(text).namesOf(owner) : QStringList();
    const bool module = !own.isEmpty();
    const bool known = owned && (module ? own : offeredMethodNames()).contains(begun);
    return !known && (module || !isWhole(begun, text));
}

}  // namespace coroscope::app
