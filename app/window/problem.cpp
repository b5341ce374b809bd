// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/problem.h"

#include <algorithm>
#include <string>

#include <QCoreApplication>
#include <QStringList>

namespace coroscope::app {

namespace {

QString tr(const char* text) { return QCoreApplication::translate("Problem", text); }

QString toQt(const std::string& text) { return QString::fromStdString(text); }

/// At most six lines: the rest stands in the console.
QString shortened(const QString& text) {
    QStringList lines = text.trimmed().split(QLatin1Char('\n'));
    if (lines.size() > 6) {
        lines = lines.mid(0, 5);
        lines << QStringLiteral("…");
    }
    return lines.join(QLatin1Char('\n'));
}

/// The line that names the exception of the last traceback: the first below its header that is no
/// further in than the traceback itself. Notes, further lines of its message and the members of a
/// group follow after it (TracebackException.format and .print in CPython's traceback.py).
QString exceptionLine(QString errors) {
    while (errors.endsWith(QLatin1Char('\n'))) errors.chop(1);
    constexpr QLatin1String kHeader("Traceback (most recent call last):");
    constexpr QLatin1String kGroupHeader("  + Exception Group Traceback (most recent call last):");
    constexpr QLatin1String kGroupMargin("  | ");
    const QStringList lines = errors.split(QLatin1Char('\n'));
    for (qsizetype header = lines.size(); header-- > 0;) {
        const bool group = lines[header] == kGroupHeader;
        if (!group && lines[header] != kHeader) continue;
        const qsizetype margin = group ? kGroupMargin.size() : 0;
        for (qsizetype i = header + 1; i < lines.size(); ++i) {
            const QString inside = lines[i].mid(margin);
            if (!inside.isEmpty() && inside[0] != QLatin1Char(' ')) return inside;
        }
    }
    return lines.isEmpty() ? QString() : lines.last();
}

/// The end of what a program wrote: a traceback, whatever came before it.
QString endOf(const std::string& text) {
    constexpr std::size_t kEnough = 64 << 10;
    return toQt(text.size() > kEnough ? text.substr(text.size() - kEnough) : text);
}

Problem ofException(const RunResult& result, const trace::Trace& trace) {
    Problem problem{tr("Ended by an exception"), exceptionLine(endOf(result.stderrText))};
    problem.at = trace.last();
    // The last one that was raised at a line of this file, if that was not long ago.
    constexpr std::size_t kLookedAt = 1 << 16;
    const std::size_t skipped = trace.size() - std::min(trace.size(), kLookedAt);
    auto row = skipped == 0 ? trace.events().begin()
                            : trace.events().after(trace::EventIndex::fromIndex(skipped - 1));
    for (; !row.atEnd(); ++row) {
        if (row->kind != trace::EventKind::ExceptionRaised || row->line == 0) continue;
        problem.line = static_cast<int>(row->line);
        problem.at = row.index();
    }
    return problem;
}

Problem ofDiagnostic(const scenario::Diagnostic& first, std::size_t count, bool stale) {
    Problem problem;
    problem.line = first.span.line;
    problem.file = first.file;
    // Folders would only make it longer: the file is the one on view.
    const QString file = toQt(first.file).section(QLatin1Char('/'), -1);
    problem.title = problem.line > 0 ? tr("%1, line %2").arg(file).arg(problem.line) : file;
    problem.text = toQt(messageWithKind(first));
    if (!first.hint.empty()) problem.text += QStringLiteral(" — ") + toQt(first.hint);
    if (count > 1) problem.text += tr(" (and %1 more)").arg(count - 1);
    if (stale)
        problem.text += tr("\nTimeline and panels still show the last text that could be run.");
    return problem;
}

/// The message of a deadlock begins with the word that is the title here.
QString withoutTitle(std::string_view message) {
    constexpr std::string_view kTitle = "deadlock ";
    if (message.starts_with(kTitle)) message.remove_prefix(kTitle.size());
    return toQt(std::string(message));
}

Problem ofCutOff(const RunResult& result) {
    Problem problem{tr("Cut off here"), shortened(toQt(result.message)), 0};
    if (!result.cutOff) return problem;
    problem.text = toQt(result.cutOff->reason) + QLatin1Char('.');
    problem.text[0] = problem.text[0].toUpper();
    problem.line = result.cutOff->line;
    problem.raisable = true;
    return problem;
}

}  // namespace

std::optional<Problem> problemOf(const std::vector<scenario::Diagnostic>& diagnostics,
                                 const RunResult& result, const trace::Trace& trace, bool stale) {
    if (!diagnostics.empty()) return ofDiagnostic(diagnostics.front(), diagnostics.size(), stale);
    switch (result.status) {
        case RunStatus::Ok: return std::nullopt;
        case RunStatus::Refused:
            return Problem{tr("Cannot be run"), shortened(toQt(result.message)), 0};
        case RunStatus::Raised: return ofException(result, trace);
        case RunStatus::Deadlock:
            return Problem{
                .title = tr("Deadlock"),
                .text = tr("nobody can go on\n") + shortened(withoutTitle(result.message)),
                .at = trace.last()};
        case RunStatus::Limit: return ofCutOff(result);
        case RunStatus::Cancelled:
            return Problem{tr("Stopped here"), shortened(toQt(result.message)), 0};
    }
    return std::nullopt;
}

}  // namespace coroscope::app
