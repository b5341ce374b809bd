// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/figure_preview.h"

#include <algorithm>

#include <QApplication>
#include <QDrag>
#include <QFile>
#include <QMimeData>
#include <QMouseEvent>
#include <QPainter>
#include <QPixmap>
#include <QRegularExpression>
#include <QUrl>

#include "app/export/figure_mime.h"
#include "app/style/theme.h"

namespace coroscope::app {

namespace {

constexpr int kMargin = 12;
constexpr double kMostPixels = 4000;  // of the picture that is shown, either way

}  // namespace

FigurePreview::FigurePreview(QWidget* parent) : QWidget(parent) {
    setMinimumSize(140, 120);
    setAccessibleName(tr("Preview"));
    setCursor(Qt::OpenHandCursor);
    setToolTip(tr("Drag the figure to another program"));
}

FigurePreview::~FigurePreview() = default;

void FigurePreview::show(const Figure& figure, const ExportOptions& options,
                         const FigurePages* pages) {
    figure_.emplace(figure);
    options_ = options;
    const QSizeF size = pages == nullptr ? figure.size() : pages->size;
    const double longest = std::max(size.width(), size.height());
    const double scale = std::min(1.0, kMostPixels / longest);
    image_ = QImage((size * scale).toSize(), QImage::Format_RGB32);
    image_.fill(Qt::white);  // what a transparent figure lies on
    QPainter painter(&image_);
    painter.scale(scale, scale);
    pages == nullptr ? figure.paint(painter) : pages->pages.front()(painter);
    setAccessibleDescription(figure.title() + QStringLiteral(": ") + figure.description());
    update();
}

void FigurePreview::clear(const QString& why) {
    figure_.reset();
    image_ = QImage();
    why_ = why;
    setAccessibleDescription(why);
    update();
}

std::unique_ptr<QMimeData> FigurePreview::dragged() const {
    if (!figure_) return nullptr;
    auto mime = figureMime(*figure_, options_);
    const QString file = draggedFile(mime->data(QStringLiteral("image/svg+xml")));
    if (!file.isEmpty()) mime->setUrls({QUrl::fromLocalFile(file)});
    return mime;
}

/// For programs that take files alone, as those that manage them do.
QString FigurePreview::draggedFile(const QByteArray& svg) const {
    if (!folder_.isValid()) return {};
    QString name = figure_->title();
    name.replace(QRegularExpression(QStringLiteral("[^\\w .-]+")), QStringLiteral("_"));
    name = name.trimmed().left(60);
    if (name.isEmpty() || name.startsWith(QLatin1Char('.'))) name = QStringLiteral("timeline");
    QFile file(folder_.filePath(name + QStringLiteral(".svg")));
    const bool written = file.open(QIODevice::WriteOnly) && file.write(svg) == svg.size();
    return written ? file.fileName() : QString();
}

void FigurePreview::mousePressEvent(QMouseEvent* event) { pressedAt_ = event->pos(); }

void FigurePreview::mouseMoveEvent(QMouseEvent* event) {
    const int way = (event->pos() - pressedAt_).manhattanLength();
    if (!(event->buttons() & Qt::LeftButton) || way < QApplication::startDragDistance()) return;
    auto mime = dragged();
    if (!mime) return;
    auto* drag = new QDrag(this);  // Qt deletes it when it is over
    drag->setMimeData(mime.release());
    drag->setPixmap(QPixmap::fromImage(
        image_.scaled(QSize(200, 140), Qt::KeepAspectRatio, Qt::SmoothTransformation)));
    drag->exec(Qt::CopyAction);
}

void FigurePreview::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    painter.fillRect(rect(), schemeOf(palette()).backdrop);
    if (image_.isNull()) {
        painter.setPen(schemeOf(palette()).muted);
        painter.drawText(rect().adjusted(kMargin, kMargin, -kMargin, -kMargin),
                         static_cast<int>(Qt::AlignCenter | Qt::TextWordWrap), why_);
        return;
    }
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
