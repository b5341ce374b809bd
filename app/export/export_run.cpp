// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/export_run.h"

#include <string>
#include <string_view>
#include <utility>

#include <QCoreApplication>
#include <QFileInfo>
#include <QSaveFile>

#include "engine/trace/write_chrome_trace.h"
#include "engine/trace/write_csv.h"
#include "engine/trace/write_mermaid.h"

namespace coroscope::app {
namespace {

QString tr(const char* text) { return QCoreApplication::translate("Export", text); }

using Writer = void (*)(const trace::Trace& trace, std::string_view title, trace::TextSink& sink);

struct Format {
    const char* extension;
    const char* name;
    Writer write;  ///< null: a figure
};

constexpr Format kFormats[] = {
    {"svg", "Picture, vector", nullptr},
    {"png", "Picture, pixels", nullptr},
    {"pdf", "Page", nullptr},
    {"csv", "Table of all events",
     [](const trace::Trace& trace, std::string_view, trace::TextSink& sink) {
         trace::writeCsv(trace, sink);
     }},
    {"json", "Chrome trace", trace::writeChromeTrace},
    {"mmd", "Mermaid chart", trace::writeMermaid},
};

const Format* formatOf(const QString& path) {
    const QString extension = QFileInfo(path).suffix().toLower();
    for (const Format& format : kFormats) {
        if (extension == QLatin1String(format.extension)) return &format;
    }
    return nullptr;
}

}  // namespace

QStringList exportFilters() {
    QStringList filters;
    for (const Format& format : kFormats) {
        filters
            << QStringLiteral("%1 (*.%2)").arg(tr(format.name), QLatin1String(format.extension));
    }
    return filters;
}

std::optional<QString> exportRun(std::shared_ptr<const trace::Trace> trace,
                                 const FigureOptions& options, const QString& path) {
    const Format* format = formatOf(path);
    if (format == nullptr) {
        return tr("the name of %1 tells no format: it has to end in .svg, .png, .pdf, .csv, .json "
                  "or .mmd")
            .arg(path);
    }
    if (format->write == nullptr) return exportFigure(std::move(trace), options, path);
    QSaveFile file(path);
    bool written = file.open(QIODevice::WriteOnly);
    if (written) {
        trace::TextSink sink([&](std::string_view text) {
            const auto size = static_cast<qint64>(text.size());
            written = written && file.write(text.data(), size) == size;
        });
        format->write(*trace, options.title.toStdString(), sink);
    }
    if (!written || !file.commit()) {
        return tr("cannot write %1: %2").arg(path, file.errorString());
    }
    return std::nullopt;
}

}  // namespace coroscope::app
