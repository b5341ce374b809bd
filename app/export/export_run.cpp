// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/export_run.h"

#include <string>
#include <string_view>

#include <QFile>

#include "app/export/figure_document.h"
#include "app/export/html_page.h"
#include "app/output/export_files.h"
#include "app/output/storyboard.h"
#include "app/session/run_source.h"
#include "app/session/session.h"

namespace coroscope::app {
namespace {

QString utf8(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

QStringList decoded(const std::vector<std::string>& paths) {
    QStringList names;
    for (const std::string& path : paths) {
        names << QFile::decodeName(QByteArray::fromStdString(path));
    }
    return names;
}

}  // namespace

ExportedRun exportedRun(const Session& session) {
    return {session.trace(),
            session.title().toStdString(),
            session.document().fileName().toStdString(),
            session.source()->text(),
            std::make_shared<const Lesson>(session.document().packed()),
            QFile::encodeName(session.document().path()).toStdString(),
            session.isStale()};
}

/// A PDF on pages; a storyboard has some for each of its moments.
Painted RunPainter::paintPages(const ExportedRun& run, const trace::Excerpt& excerpt,
                               const ExportOptions& options, trace::TextSink& sink) const {
    std::vector<FigureMoment> moments;
    if (options.storyboard != Storyboard::None) {
        auto found = momentsOf(run, excerpt, options);
        if (auto* problem = std::get_if<std::string>(&found)) return {std::move(*problem)};
        moments = std::move(std::get<std::vector<FigureMoment>>(found));
    }
    const FigurePages pages =
        pagesOf(model_, run, excerpt, options, moments, paperOf(options.page));
    writePdf(pages, sink);
    return {std::nullopt, pages.note};
}

Painted RunPainter::paint(const ExportedRun& run, const trace::Excerpt& excerpt,
                          const ExportOptions& options, const Format& format,
                          trace::TextSink& sink) {
    if (trace_ != run.trace || !model_) {
        trace_ = run.trace;
        bool wanted = true;
        model_ = lanesOf(run, [&] { return wanted = sink.goOn(0); });
        if (!wanted) {
            model_.reset();
            return {};
        }
    }
    switch (format.kind) {
        case FormatKind::Html: return writeHtmlPage(*model_, run, excerpt, options, sink);
        case FormatKind::Pdf: return paintPages(run, excerpt, options, sink);
        default: break;
    }
    const bool plays = format.kind == FormatKind::Gif;
    const Figure figure(model_, run, excerpt, plays ? forGif(options) : options);
    std::string left = noteOn(figure);
    if (plays) return {writeGif(figure, options, sink), std::move(left)};
    if (format.kind == FormatKind::Png) {
        writePng(figure, options, sink);
        return {std::nullopt, std::move(left)};
    }
    const QByteArray document = options.animate ? animatedSvg(figure, options) : figure.svg();
    sink.write({document.constData(), static_cast<std::size_t>(document.size())});
    return {std::nullopt, std::move(left)};
}

std::optional<QString> exportRun(const ExportedRun& run, const ExportOptions& options,
                                 const QString& path, RunFiles* files, const trace::GoOn& goOn) {
    const auto target = targetOf(QFile::encodeName(path).toStdString());
    if (const auto* problem = std::get_if<std::string>(&target)) return utf8(*problem);
    auto opened = ExportFiles::open({std::get<ExportTarget>(target)}, options, run.path);
    if (const auto* problem = std::get_if<std::string>(&opened)) return utf8(*problem);
    auto& outputs = std::get<ExportFiles>(opened);
    RunPainter painter;
    const auto problem = outputs.write(
        run, [&painter](auto&&... what) { return painter.paint(what...); },
        [&goOn](const ExportStage& stage) { return !goOn || goOn(stage.overall()); });
    if (problem) return utf8(*problem);
    if (files == nullptr) return std::nullopt;
    files->written = decoded(outputs.paths());
    files->leftovers = decoded(outputs.leftovers());
    files->notes = decoded(outputs.notes());
    return std::nullopt;
}

}  // namespace coroscope::app
