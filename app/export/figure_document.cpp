// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/figure_document.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <string_view>
#include <utility>

#include <QBuffer>
#include <QIODevice>
#include <QImage>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>

namespace coroscope::app {
namespace {

/// QImage takes no more in either direction.
constexpr double kMostPixels = 32'000;
/// In all: 256 MB of memory.
constexpr double kMostArea = 64e6;

QString documentTitle(const Figure& figure) {
    return figure.title().isEmpty() ? QStringLiteral("Timeline") : figure.title();
}

QImage imageOf(const Figure& figure, const ExportOptions& options) {
    const double longest = std::max(figure.size().width(), figure.size().height());
    const double area = figure.size().width() * figure.size().height();
    const double ratio =
        std::min({options.pixelRatio, kMostPixels / longest, std::sqrt(kMostArea / area)});
    QImage image((figure.size() * ratio).toSize(),
                 options.transparent ? QImage::Format_ARGB32_Premultiplied : QImage::Format_RGB32);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.scale(ratio, ratio);
    figure.paint(painter);
    return image;
}

/// Passes on to a sink what Qt writes to a device, until nobody wants more.
class SinkDevice final : public QIODevice {
public:
    /// `share`: how far the work is that ends with the writing of about `expected` bytes.
    SinkDevice(trace::TextSink& sink, double share, double expected)
        : sink_(sink), share_(share), expected_(expected) {
        open(QIODevice::WriteOnly);
    }
    [[nodiscard]] bool isSequential() const override { return true; }

protected:
    qint64 readData(char* /*data*/, qint64 /*size*/) override { return -1; }
    qint64 writeData(const char* data, qint64 size) override {
        // How much it will be is a guess, so that the end is approached and never reached.
        if (!sink_.goOn(share_ + (1 - share_) * written_ / (written_ + expected_))) return -1;
        sink_.write({data, static_cast<std::size_t>(size)});
        written_ += static_cast<double>(size);
        return size;
    }

private:
    trace::TextSink& sink_;
    double share_;
    double expected_;
    double written_ = 0;
};

/// Qt writes the moment of writing into a PDF, of which the same run must give the same bytes. The
/// virtual clock's first day takes its place; what remains of the field is filled with spaces, so
/// that all offsets stay.
void forgetTheMoment(QByteArray& pdf) {
    const QByteArray key = "/CreationDate (";
    const qsizetype at = pdf.indexOf(key);
    const qsizetype end = at < 0 ? -1 : pdf.indexOf('\n', at);
    if (end < 0) return;
    const QByteArray date = key + "D:20250101000000Z)";
    pdf.replace(at, end - at, date.leftJustified(end - at, ' '));
}

/// Passes a PDF on page by page, as there may be thousands. The moment stands at its beginning,
/// which is held back until it is there.
class PdfDevice final : public QIODevice {
public:
    explicit PdfDevice(trace::TextSink& sink) : sink_(sink) { open(QIODevice::WriteOnly); }
    [[nodiscard]] bool isSequential() const override { return true; }
    void finish() {
        if (begun_) return;
        begun_ = true;
        forgetTheMoment(beginning_);
        pass(beginning_.constData(), beginning_.size());
    }

protected:
    qint64 readData(char* /*data*/, qint64 /*size*/) override { return -1; }
    qint64 writeData(const char* data, qint64 size) override {
        if (begun_) {
            pass(data, size);
            return size;
        }
        beginning_.append(data, size);
        if (beginning_.size() >= kBeginning) finish();
        return size;
    }

private:
    static constexpr qsizetype kBeginning = 1 << 16;
    void pass(const char* data, qint64 size) {
        sink_.write({data, static_cast<std::size_t>(size)});
    }

    trace::TextSink& sink_;
    QByteArray beginning_;
    bool begun_ = false;
};

/// A PDF whose pages all have a size in pixels.
void writePdf(const QString& title, const QSizeF& page, trace::TextSink& sink,
              const std::function<void(QPdfWriter&, QPainter&)>& paint) {
    PdfDevice device(sink);
    {
        QPdfWriter writer(&device);
        writer.setResolution(kDotsPerInch);
        writer.setPageSize(QPageSize(page * 72.0 / kDotsPerInch, QPageSize::Point));
        writer.setPageMargins(QMarginsF());
        writer.setTitle(title);
        writer.setCreator(QStringLiteral("Coroscope"));
        QPainter painter(&writer);
        paint(writer, painter);
    }
    device.finish();
}

QByteArray pdfOf(const Figure& figure) {
    QByteArray pdf;
    {
        trace::TextSink sink([&pdf](std::string_view bytes) {
            pdf.append(bytes.data(), static_cast<qsizetype>(bytes.size()));
        });
        writePdf(documentTitle(figure), figure.size(), sink,
                 [&](QPdfWriter&, QPainter& painter) { figure.paint(painter); });
    }
    return pdf;
}

}  // namespace

QByteArray figureDocument(const Figure& figure, FormatKind kind, const ExportOptions& options) {
    if (kind == FormatKind::Pdf) return pdfOf(figure);
    if (kind == FormatKind::Svg) return figure.svg();
    QBuffer device;
    device.open(QIODevice::WriteOnly);
    imageOf(figure, options).save(&device, "PNG");
    return device.data();
}

void writePng(const Figure& figure, const ExportOptions& options, trace::TextSink& sink) {
    constexpr double kPainted = 0.5;
    const QImage image = imageOf(figure, options);
    if (!sink.goOn(kPainted)) return;
    // Charts are mostly ground: a PNG takes a small part of what the pixels do.
    constexpr double kPacked = 0.01;
    SinkDevice device(sink, kPainted, kPacked * static_cast<double>(image.sizeInBytes()));
    image.save(&device, "PNG");
}

void writePdf(const FigurePages& pages, trace::TextSink& sink) {
    const QString title = pages.title.isEmpty() ? QStringLiteral("Timeline") : pages.title;
    writePdf(title, pages.size, sink, [&](QPdfWriter& writer, QPainter& painter) {
        const std::size_t count = pages.pages.size();
        for (std::size_t page = 0; page < count; ++page) {
            if (!sink.goOn(static_cast<double>(page) / static_cast<double>(count))) return;
            if (page > 0) writer.newPage();
            painter.save();
            pages.pages[page](painter);
            painter.restore();
        }
    });
}

}  // namespace coroscope::app
