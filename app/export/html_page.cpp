// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/html_page.h"

#include <cctype>
#include <utility>
#include <vector>

#include <QByteArray>
#include <QCryptographicHash>
#include <QFile>
#include <QHash>

#include <fmt/format.h>

#include "app/export/run_json.h"
#include "app/style/scheme.h"
#include "app/timeline/palette.h"
#include "engine/trace/plain_text.h"

// Outside of any namespace, as Q_INIT_RESOURCE wants it.
static void initialisePlayer() { Q_INIT_RESOURCE(player); }

namespace coroscope::app {

namespace {

constexpr std::uint32_t kHues = 14;  // of tasks; then they come again

QByteArray resource(const char* name) {
    QFile file(QStringLiteral(":/coroscope/player/") + QLatin1String(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// The colours of a theme, as CSS names them.
QByteArray declarations(const Scheme& scheme) {
    const Palette palette = Palette::of(scheme);
    QByteArray css;
    const auto declare = [&css](const QByteArray& name, const QColor& colour) {
        css += "--" + name + ":" + colour.name().toLatin1() + ";";
    };
    const std::pair<const char*, QColor> named[] = {
        {"ink", scheme.ink},
        {"muted", scheme.muted},
        {"faint", scheme.faint},
        {"grid", scheme.grid},
        {"border", scheme.border},
        {"pane", scheme.pane},
        {"backdrop", scheme.backdrop},
        {"raised", scheme.raised},
        {"accent", scheme.accent},
        {"accent-ink", scheme.accentInk},
        {"accent-soft", scheme.accentSoft},
        {"trouble", scheme.trouble},
        {"trouble-text", palette.troubleText},
        {"on-trouble", readableOn(scheme.trouble)},
        {"gone", scheme.gone},
        {"keyword", scheme.keyword},
        {"string", scheme.text},
        {"number", scheme.number},
        {"comment", scheme.comment},
        {"decorator", scheme.decorator},
        {"loop", palette.loop},
        {"on-loop", readableOn(palette.loop)},
        {"starved", palette.starved},
        {"starved-hatch", palette.starvedHatch},
    };
    for (const auto& [name, colour] : named) declare(name, colour);
    for (std::uint32_t i = 0; i < kHues; ++i) {
        const QColor hue = palette.hue(TaskId(i));
        declare("h" + QByteArray::number(i), hue);
        declare("on-h" + QByteArray::number(i), readableOn(hue));
    }
    return css;
}

QByteArray colours() {
    const QByteArray light = declarations(lightScheme());
    QByteArray css = ":root{" + light + "color-scheme:light}\n:root[data-theme=dark]{" +
                     declarations(darkScheme()) + "color-scheme:dark}\n";
    // Paper is white.
    css += "@media print{:root,:root[data-theme=dark]{" + light + "color-scheme:light}}\n";
    css += ".hue-loop{--hue:var(--loop);--on-hue:var(--on-loop)}\n";
    for (std::uint32_t i = 0; i < kHues; ++i) {
        const QByteArray number = QByteArray::number(i);
        css += ".hue-" + number + "{--hue:var(--h" + number + ");--on-hue:var(--on-h" + number +
               ")}\n";
    }
    return css;
}

QByteArray escaped(const std::string& text) {
    return QString::fromStdString(text).toHtmlEscaped().toUtf8();
}

/// Writes a template with its `@name`s filled in. What is filled in is not looked into again.
void writeFilled(const QByteArray& page, const QHash<QByteArray, QByteArray>& values,
                 trace::TextSink& sink) {
    const auto put = [&sink](const QByteArray& text) {
        sink.write({text.constData(), static_cast<std::size_t>(text.size())});
    };
    qsizetype from = 0;
    for (qsizetype at = page.indexOf('@'); at >= 0; at = page.indexOf('@', from)) {
        qsizetype end = at + 1;
        while (end < page.size() && std::isalpha(static_cast<unsigned char>(page[end]))) ++end;
        put(page.mid(from, at - from));
        put(values.value(page.mid(at + 1, end - at - 1)));
        from = end;
    }
    put(page.mid(from));
}

}  // namespace

std::optional<std::string> writeHtmlPage(const LaneModel& model, const ExportedRun& run,
                                         const trace::Excerpt& excerpt,
                                         const ExportOptions& options, trace::TextSink& sink) {
    if (model.eventCount > kMostPageEvents) {
        return fmt::format("the run has {} events, and a page for browsers takes {} at most",
                           model.eventCount, kMostPageEvents);
    }
    initialisePlayer();
    const QByteArray script = resource("model.js") + resource("lane_picture.js") +
                              resource("top_labels.js") + resource("trouble_marks.js") +
                              resource("timeline.js") + resource("player.js");
    const QByteArray hash = QCryptographicHash::hash(script, QCryptographicHash::Sha256).toBase64();
    writeFilled(resource("page.html"),
                {{"version", COROSCOPE_VERSION},
                 {"scriptHash", "'sha256-" + hash + "'"},
                 {"title", escaped(trace::plainLine(options.caption.value_or(run.title)))},
                 {"about", describeRun(model, run, excerpt, options).toHtmlEscaped().toUtf8()},
                 {"file", escaped(run.file)},
                 {"colours", colours()},
                 {"style", resource("page.css")},
                 {"run", QByteArray::fromStdString(runJson(model, run, excerpt, options, sink))},
                 {"script", script}},
                sink);
    return std::nullopt;
}

}  // namespace coroscope::app
