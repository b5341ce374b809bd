// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// A run, and figures of it.

#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include <QByteArray>

#include "app/export/figure_document.h"
#include "engine/trace/text_sink.h"
#include "tests/app/timeline/sample_traces.h"

namespace coroscope::app::testing {

inline ExportedRun runOf(std::shared_ptr<const trace::Trace> trace, std::string title = "Parcels") {
    return {std::move(trace), std::move(title), "parcels.py", "import asyncio\n\nx = 1\n"};
}
inline ExportedRun run() { return runOf(parcels()); }

inline trace::Excerpt partOf(const ExportedRun& run, const ExportOptions& options) {
    return std::get<trace::Excerpt>(excerptOf(*run.trace, options));
}

inline Figure figureOf(const ExportedRun& run, const ExportOptions& options) {
    return {lanesOf(run), run, partOf(run, options), options};
}

inline QByteArray documentOf(const ExportedRun& run, FormatKind kind,
                             const ExportOptions& options = {}) {
    return figureDocument(figureOf(run, options), kind, options);
}

/// What `write` writes to the sink that it is given.
template <typename Write>
QByteArray written(Write&& write) {
    QByteArray all;
    trace::TextSink sink([&all](std::string_view bytes) {
        all.append(bytes.data(), static_cast<qsizetype>(bytes.size()));
    });
    write(sink);
    sink.flush();
    return all;
}

/// Two seconds, and the rest at their end.
inline ExportOptions playing() {
    ExportOptions options;
    options.animate = true;
    options.fps = 4;
    options.duration = 2;
    options.width = 700;
    return options;
}

}  // namespace coroscope::app::testing
