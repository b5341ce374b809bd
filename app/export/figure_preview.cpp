// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/figure_preview.h"

#include <algorithm>

#include <QPainter>

#include "app/style/theme.h"

namespace coroscope::app {

namespace {

constexpr double kMargin = 12;
constexpr double kMostPixels = 4000;  // of the picture that is shown, either way

}  // namespace

FigurePreview::FigurePreview(QWidget* parent) : QWidget(parent) {
    setMinimumSize(360, 240);
    setAccessibleName(tr("Preview"));
}

void FigurePreview::show(const Figure& figure) {
    const double longest = std::max(figure.size().width(), figure.size().height());
    const double scale = std::min(1.0, kMostPixels / longest);
    image_ = QImage((figure.size() * scale).toSize(), QImage::Format_RGB32);
    image_.fill(Qt::white);  // what a transparent figure lies on
    QPainter painter(&image_);
    painter.scale(scale, scale);
    figure.paint(painter);
    setAccessibleDescription(figure.title() + QStringLiteral(": ") + figure.description());
    update();
}

void FigurePreview::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    painter.fillRect(rect(), schemeOf(palette()).backdrop);
    if (image_.isNull()) return;
    const QSizeF size = image_.size();
    const double scale = std::min(
        {1.0, (width() - 2 * kMargin) / size.width(), (height() - 2 * kMargin) / size.height()});
    const QSizeF shown = size * scale;
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(
        QRectF(QPointF((width() - shown.width()) / 2, (height() - shown.height()) / 2), shown),
        image_.scaled(shown.toSize(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation));
}

}  // namespace coroscope::app
