// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/export_run.h"

#include <string>
#include <string_view>

#include <QFile>

#include "app/export/figure_document.h"
#include "app/export/html_page.h"
#include "app/output/gzip.h"
#include "app/output/output_file.h"
#include "app/session/run_source.h"
#include "app/session/session.h"

namespace coroscope::app {
namespace {

QString utf8(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

}  // namespace

ExportedRun exportedRun(const Session& session) {
    return {session.trace(), session.title().toStdString(), session.document().name().toStdString(),
            session.source()->text()};
}

std::optional<std::string> RunPainter::paint(const ExportedRun& run, const trace::Excerpt& excerpt,
                                             const ExportOptions& options, const Format& format,
                                             trace::TextSink& sink) {
    if (trace_ != run.trace || !model_) {
        trace_ = run.trace;
        model_ = lanesOf(run);
    }
    if (format.kind == FormatKind::Html) {
        return writeHtmlPage(*model_, run, excerpt, options, sink);
    }
    const bool paged = format.kind == FormatKind::Pdf && options.page != PageSize::Fit;
    const QByteArray document =
        paged ? pagedDocument(model_, run, excerpt, options)
              : figureDocument(Figure(model_, run, excerpt, options), format.kind, options);
    sink.write({document.constData(), static_cast<std::size_t>(document.size())});
    return std::nullopt;
}

std::optional<QString> exportRun(const ExportedRun& run, const ExportOptions& options,
                                 const QString& path) {
    const auto target = targetOf(QFile::encodeName(path).toStdString());
    if (const auto* problem = std::get_if<std::string>(&target)) return utf8(*problem);
    const auto& [place, format, gzip] = std::get<ExportTarget>(target);
    const auto excerpt = excerptOf(*run.trace, options);
    if (const auto* problem = std::get_if<std::string>(&excerpt)) return utf8(*problem);
    const auto& part = std::get<trace::Excerpt>(excerpt);
    std::optional<std::string> refusal;
    const Writing document = [&, &chosen = *format](trace::TextSink& sink) {
        if (chosen.painted()) {
            refusal = RunPainter().paint(run, part, options, chosen, sink);
        } else {
            chosen.write(run, part, sink);
        }
    };
    auto opened = OutputFile::open(place);
    if (const auto* problem = std::get_if<std::string>(&opened)) return utf8(*problem);
    OutputFile& file = std::get<OutputFile>(opened);
    const bool packed = gzip;
    auto problem = file.fill(
        [&](trace::TextSink& sink) { packed ? writeGzipped(document, sink) : document(sink); });
    if (refusal) problem = refusal;
    if (!problem) problem = file.commit();
    if (problem) return utf8(*problem);
    return std::nullopt;
}

}  // namespace coroscope::app
