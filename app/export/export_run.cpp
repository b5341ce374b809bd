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

}  // namespace

ExportedRun exportedRun(const Session& session) {
    return {session.trace(), session.title().toStdString(),
            session.document().fileName().toStdString(), session.source()->text(),
            std::make_shared<const Lesson>(session.document().packed())};
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
    QByteArray document;
    if (format.kind == FormatKind::Pdf) {
        std::vector<FigureMoment> moments;
        if (options.storyboard != Storyboard::None) {
            auto found = momentsOf(run, excerpt, options);
            if (auto* problem = std::get_if<std::string>(&found)) return std::move(*problem);
            moments = std::move(std::get<std::vector<FigureMoment>>(found));
        }
        const FigurePages pages =
            pagesOf(model_, run, excerpt, options, moments, paperOf(options.page));
        const auto pdf = pagedDocument(pages, goOn_);
        if (!pdf) return kExportStopped;
        document = *pdf;
    } else if (format.kind == FormatKind::Gif) {
        return writeGif(Figure(model_, run, excerpt, forGif(options)), options, sink, goOn_);
    } else if (options.animate) {
        document = animatedSvg(Figure(model_, run, excerpt, options), options);
    } else {
        document = figureDocument(Figure(model_, run, excerpt, options), format.kind, options);
    }
    sink.write({document.constData(), static_cast<std::size_t>(document.size())});
    return std::nullopt;
}

std::optional<QString> exportRun(const ExportedRun& run, const ExportOptions& options,
                                 const QString& path, QStringList* written, const GoOn& goOn) {
    const auto target = targetOf(QFile::encodeName(path).toStdString());
    if (const auto* problem = std::get_if<std::string>(&target)) return utf8(*problem);
    auto opened = ExportFiles::open({std::get<ExportTarget>(target)}, options);
    if (const auto* problem = std::get_if<std::string>(&opened)) return utf8(*problem);
    auto& files = std::get<ExportFiles>(opened);
    double before = 0;  // of all files, as a share
    double each = 1;
    RunPainter painter([&](double share) { return !goOn || goOn(before + share * each); });
    const auto problem = files.write(
        run, [&painter](auto&&... what) { return painter.paint(what...); },
        [&](std::size_t done, std::size_t count, const std::string&) {
            each = 1 / static_cast<double>(count);
            before = static_cast<double>(done) * each;
            return !goOn || goOn(before);
        });
    if (problem) return utf8(*problem);
    if (written == nullptr) return std::nullopt;
    for (const std::string& place : files.paths()) {
        *written << QFile::decodeName(QByteArray::fromStdString(place));
    }
    return std::nullopt;
}

}  // namespace coroscope::app
