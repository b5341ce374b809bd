// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/figure_mime.h"

#include <QImage>
#include <QMimeData>

#include "app/export/figure_document.h"

namespace coroscope::app {

std::unique_ptr<QMimeData> figureMime(const Figure& figure, const ExportOptions& options) {
    auto data = std::make_unique<QMimeData>();
    data->setData(QStringLiteral("image/svg+xml"),
                  figureDocument(figure, FormatKind::Svg, options));
    data->setImageData(QImage::fromData(figureDocument(figure, FormatKind::Png, options)));
    return data;
}

std::unique_ptr<QMimeData> figureMime(const ExportedRun& run, const ExportOptions& options) {
    return figureMime(Figure(lanesOf(run), run, trace::Excerpt(), options), options);
}

}  // namespace coroscope::app
