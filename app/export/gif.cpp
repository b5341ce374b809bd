// SPDX-License-Identifier: GPL-3.0-or-later

/// The playback as a GIF, by giflib. All pictures share one table of colours, and each holds only
/// what is other than in the one before.

#include <algorithm>
#include <array>
#include <climits>
#include <cmath>
#include <gif_lib.h>
#include <memory>
#include <utility>

#include <QHash>
#include <QImage>
#include <QPainter>
#include <QRect>

#include <fmt/format.h>

#include "app/export/playback.h"

namespace coroscope::app {

namespace {

constexpr int kColours = 256;
/// Stands for what is as it was: long stretches of one number are packed into little.
constexpr int kUnchanged = kColours - 1;
constexpr int kMostSide = 8000;
/// Several pictures are in memory at once.
constexpr int kMostPixels = 16'000'000;

using Row = std::vector<GifPixelType>;

/// A picture by the numbers of its colours.
struct Indexed {
    int width = 0;
    int height = 0;
    std::vector<GifPixelType> pixels;

    [[nodiscard]] const GifPixelType* row(int y) const {
        return pixels.data() + static_cast<std::ptrdiff_t>(y) * width;
    }
};

/// The colours that do for all pictures: those of which there is most in some of them. A figure has
/// few, each of its own meaning, which must stay as they are; what lies between them, at the edges
/// of letters, has many and may be a little off.
class Colours {
public:
    explicit Colours(const std::vector<QImage>& samples) {
        QHash<QRgb, int> counts;
        for (const QImage& sample : samples) {
            for (int y = 0; y < sample.height(); ++y) {
                const auto* line = reinterpret_cast<const QRgb*>(sample.constScanLine(y));
                for (int x = 0; x < sample.width(); ++x) ++counts[line[x]];
            }
        }
        std::vector<std::pair<int, QRgb>> often;
        for (const auto& [colour, count] : counts.asKeyValueRange()) {
            often.emplace_back(-count, colour);
        }
        std::ranges::sort(often);
        map_.reset(GifMakeMapObject(kColours, nullptr));
        if (map_ == nullptr) return;
        count_ = std::min(kUnchanged, static_cast<int>(often.size()));
        for (int i = 0; i < count_; ++i) {
            const QRgb colour = often[static_cast<std::size_t>(i)].second;
            map_->Colors[i] = {static_cast<GifByteType>(qRed(colour)),
                               static_cast<GifByteType>(qGreen(colour)),
                               static_cast<GifByteType>(qBlue(colour))};
        }
    }

    [[nodiscard]] bool sound() const { return map_ != nullptr; }
    [[nodiscard]] const ColorMapObject* map() const { return map_.get(); }

    Indexed indexed(const QImage& image) {
        Indexed result{image.width(), image.height(), {}};
        result.pixels.reserve(static_cast<std::size_t>(image.width()) *
                              static_cast<std::size_t>(image.height()));
        for (int y = 0; y < image.height(); ++y) {
            const auto* line = reinterpret_cast<const QRgb*>(image.constScanLine(y));
            for (int x = 0; x < image.width(); ++x) result.pixels.push_back(nearest(line[x]));
        }
        return result;
    }

private:
    GifPixelType nearest(QRgb colour) {
        const auto known = nearest_.constFind(colour);
        if (known != nearest_.constEnd()) return *known;
        int best = 0;
        int least = INT_MAX;
        for (int i = 0; i < count_; ++i) {
            const GifColorType& there = map_->Colors[i];
            const int r = qRed(colour) - there.Red;
            const int g = qGreen(colour) - there.Green;
            const int b = qBlue(colour) - there.Blue;
            const int distance = r * r + g * g + b * b;
            if (distance < least) {
                least = distance;
                best = i;
            }
        }
        nearest_.insert(colour, static_cast<GifPixelType>(best));
        return static_cast<GifPixelType>(best);
    }

    struct Free {
        void operator()(ColorMapObject* map) const { GifFreeMapObject(map); }
    };
    std::unique_ptr<ColorMapObject, Free> map_;
    int count_ = 0;
    QHash<QRgb, GifPixelType> nearest_;
};

/// The smallest rectangle outside of which two pictures are the same; one pixel if they are.
QRect difference(const Indexed& before, const Indexed& now) {
    int top = now.height;
    int bottom = -1;
    int left = now.width;
    int right = -1;
    for (int y = 0; y < now.height; ++y) {
        const GifPixelType* a = before.row(y);
        const GifPixelType* b = now.row(y);
        const auto [first, other] = std::mismatch(a, a + now.width, b);
        if (first == a + now.width) continue;
        int last = now.width - 1;
        while (a[last] == b[last]) --last;
        top = std::min(top, y);
        bottom = y;
        left = std::min(left, static_cast<int>(first - a));
        right = std::max(right, last);
    }
    return bottom < 0 ? QRect(0, 0, 1, 1) : QRect(QPoint(left, top), QPoint(right, bottom));
}

class GifWriter {
public:
    GifWriter(trace::TextSink& sink, const Colours& colours, const QSize& size) : size_(size) {
        int error = 0;
        file_ = EGifOpen(&sink, writeTo, &error);
        if (file_ == nullptr) return;
        EGifSetGifVersion(file_, true);
        sound_ =
            EGifPutScreenDesc(file_, size.width(), size.height(), 8, 0, colours.map()) == GIF_OK &&
            repeatForEver();
    }
    ~GifWriter() {
        int error = 0;
        if (file_ != nullptr) (void)EGifCloseFile(file_, &error);
    }
    GifWriter(const GifWriter&) = delete;
    GifWriter& operator=(const GifWriter&) = delete;

    [[nodiscard]] bool sound() const { return sound_; }

    /// `before`: the picture that it follows; null: none.
    void put(const Indexed& picture, const Indexed* before, const QRect& part, int hundredths) {
        GraphicsControlBlock control{};
        control.DisposalMode = DISPOSE_DO_NOT;
        control.DelayTime = hundredths;
        control.TransparentColor = before == nullptr ? NO_TRANSPARENT_COLOR : kUnchanged;
        std::array<GifByteType, 4> bytes{};
        EGifGCBToExtension(&control, bytes.data());
        sound_ =
            sound_ &&
            EGifPutExtension(file_, GRAPHICS_EXT_FUNC_CODE, bytes.size(), bytes.data()) == GIF_OK &&
            EGifPutImageDesc(file_, part.left(), part.top(), part.width(), part.height(), false,
                             nullptr) == GIF_OK;
        Row row(static_cast<std::size_t>(part.width()));
        for (int y = part.top(); sound_ && y <= part.bottom(); ++y) {
            const GifPixelType* const now = picture.row(y) + part.left();
            std::copy_n(now, part.width(), row.begin());
            if (before != nullptr) {
                const GifPixelType* const then = before->row(y) + part.left();
                for (std::size_t x = 0; x < row.size(); ++x) {
                    if (then[x] == now[x]) row[x] = kUnchanged;
                }
            }
            sound_ = EGifPutLine(file_, row.data(), part.width()) == GIF_OK;
        }
    }

private:
    static int writeTo(GifFileType* file, const GifByteType* bytes, int count) {
        static_cast<trace::TextSink*>(file->UserData)
            ->write({reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(count)});
        return count;
    }
    /// The extension by which browsers know it.
    bool repeatForEver() {
        const std::array<GifByteType, 3> times{1, 0, 0};
        return EGifPutExtensionLeader(file_, APPLICATION_EXT_FUNC_CODE) == GIF_OK &&
               EGifPutExtensionBlock(file_, 11, "NETSCAPE2.0") == GIF_OK &&
               EGifPutExtensionBlock(file_, times.size(), times.data()) == GIF_OK &&
               EGifPutExtensionTrailer(file_) == GIF_OK;
    }

    GifFileType* file_ = nullptr;
    QSize size_;
    bool sound_ = false;
};

/// The pictures of a figure, one by one, over what they share.
class Pictures {
public:
    explicit Pictures(const Figure& figure) : figure_(figure) {
        ground_ = QImage(figure.size().toSize(), QImage::Format_RGB32);
        ground_.fill(Qt::white);
        QPainter painter(&ground_);
        figure.paint(painter);
    }

    [[nodiscard]] QSize size() const { return ground_.size(); }
    [[nodiscard]] QImage at(const Frame& frame) const {
        QImage image = ground_;
        QPainter painter(&image);
        painter.setRenderHint(QPainter::Antialiasing);
        figure_.paintMoment(painter, figure_.xAt(frame.share), frame.moment);
        return image;
    }

private:
    const Figure& figure_;
    QImage ground_;
};

int hundredths(double seconds) { return static_cast<int>(std::lround(seconds * 100)); }

/// Says which side of it could be smaller.
std::optional<std::string> tooLarge(const QSize& size, const ExportOptions& options) {
    const int longer = std::max(size.width(), size.height());
    if (longer <= kMostSide && static_cast<qint64>(size.width()) * size.height() <= kMostPixels)
        return std::nullopt;
    const char* const lower = options.source ? "leave out the program, or some of the tasks"
                                             : "leave out some of the tasks";
    return fmt::format("this would be too large for a GIF, {} by {} pixels: {}", size.width(),
                       size.height(), size.width() == longer ? "choose a smaller width" : lower);
}

}  // namespace

std::optional<std::string> writeGif(const Figure& figure, const ExportOptions& options,
                                    trace::TextSink& sink) {
    const QSize size = figure.size().toSize();
    if (auto problem = tooLarge(size, options)) return problem;
    const std::vector<Frame> frames = framesOf(figure, options);
    const Pictures pictures(figure);
    Colours colours({pictures.at(frames.front()), pictures.at(frames[frames.size() / 2]),
                     pictures.at(frames.back())});
    // Pictures change only at whole hundredths: each waits for when the next is due, so that what
    // is rounded off does not add up.
    const double duration = durationOf(figure.model(), options);
    const auto arrival = [&](std::size_t i) { return hundredths(duration * frames[i].share); };
    const char* const failed = "the GIF could not be made";
    if (!colours.sound()) return failed;
    GifWriter writer(sink, colours, size);
    Indexed before;
    for (std::size_t i = 0; i < frames.size() && writer.sound(); ++i) {
        const bool last = i + 1 == frames.size();
        if (!sink.goOn(static_cast<double>(i) / static_cast<double>(frames.size()))) break;
        Indexed now = colours.indexed(pictures.at(frames[i]));
        const QRect all(QPoint(), size);
        writer.put(now, i == 0 ? nullptr : &before, i == 0 ? all : difference(before, now),
                   last ? hundredths(kRestAtEnd) : arrival(i + 1) - arrival(i));
        before = std::move(now);
    }
    if (!writer.sound()) return failed;
    return std::nullopt;
}

}  // namespace coroscope::app
