// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/svg_device.h"

#include <algorithm>
#include <cmath>

#include <QFont>
#include <QPaintEngine>
#include <QPainterPath>
#include <QPen>
#include <QTransform>

#include "app/output/export_options.h"
#include "engine/trace/plain_text.h"

namespace coroscope::app {

QByteArray svgNumber(double value) {
    QByteArray text = QByteArray::number(value, 'f', 2);
    while (text.endsWith('0')) text.chop(1);
    if (text.endsWith('.')) text.chop(1);
    return text == "-0" ? QByteArray("0") : text;
}

namespace {

/// What is not to be seen, but changes how what follows is: trace::plainLine has the same.
bool isUnseen(char16_t unit) {
    return unit < 0x20 || (unit >= 0x7F && unit < 0xA0) || unit == 0x61C ||
           (unit >= 0x2028 && unit <= 0x202E) || (unit >= 0x2066 && unit <= 0x2069);
}

}  // namespace

QByteArray svgText(const QString& text) {
    QString sound = text;
    for (QChar& character : sound) {
        const char16_t unit = character.unicode();
        const bool layout = unit == '\n' || unit == '\t';
        if ((isUnseen(unit) && !layout) || unit >= 0xFFFE) {
            character = QChar::ReplacementCharacter;
        }
    }
    return sound.toHtmlEscaped().toUtf8();
}

QString plainLine(const QString& text) {
    const auto unseen = [](QChar character) { return isUnseen(character.unicode()); };
    if (std::none_of(text.begin(), text.end(), unseen)) return text;
    return QString::fromStdString(trace::plainLine(text.toStdString()));
}

namespace {

QByteArray point(const QPointF& at) { return svgNumber(at.x()) + "," + svgNumber(at.y()); }

QByteArray paint(const char* what, const QColor& colour, double opacity) {
    QByteArray text = QByteArray(" ") + what + "=\"" + colour.name().toLatin1() + "\"";
    const double alpha = colour.alphaF() * opacity;
    if (alpha < 0.999) text += QByteArray(" ") + what + "-opacity=\"" + svgNumber(alpha) + "\"";
    return text;
}

QByteArray pathData(const QPainterPath& path) {
    QByteArray data;
    for (int i = 0; i < path.elementCount(); ++i) {
        const QPainterPath::Element& element = path.elementAt(i);
        switch (element.type) {
            case QPainterPath::MoveToElement: data += "M" + point(element); break;
            case QPainterPath::LineToElement: data += "L" + point(element); break;
            case QPainterPath::CurveToElement:
                data += "C" + point(element) + " " + point(path.elementAt(i + 1)) + " " +
                        point(path.elementAt(i + 2));
                i += 2;
                break;
            case QPainterPath::CurveToDataElement: break;
        }
    }
    return data;
}

}  // namespace

class SvgEngine final : public QPaintEngine {
public:
    SvgEngine()
        : QPaintEngine(PrimitiveTransform | PainterPaths | Antialiasing | AlphaBlend |
                       ConstantOpacity | BrushStroke | PaintOutsidePaintEvent) {}

    bool begin(QPaintDevice* /*device*/) override { return true; }
    bool end() override {
        flush();
        return true;
    }
    [[nodiscard]] Type type() const override { return User; }

    void updateState(const QPaintEngineState& state) override {
        const DirtyFlags changed = state.state();
        if (changed & DirtyTransform) transform_ = state.transform();
        if (changed & DirtyPen) pen_ = state.pen();
        if (changed & DirtyBrush) brush_ = state.brush();
        if (changed & DirtyFont) font_ = state.font();
        if (changed & DirtyOpacity) opacity_ = state.opacity();
    }

    void drawRects(const QRectF* rects, int count) override {
        if (!startPath(look(true))) return;
        for (int i = 0; i < count; ++i) {
            const QRectF rect = transform_.mapRect(rects[i]);
            moveTo(rect.topLeft());
            data_ += "h" + svgNumber(rect.width()) + "v" + svgNumber(rect.height()) + "h" +
                     svgNumber(-rect.width()) + "z";
        }
    }
    void drawLines(const QLineF* lines, int count) override {
        if (!startPath(look(false))) return;
        for (int i = 0; i < count; ++i) {
            const QLineF line = transform_.map(lines[i]);
            moveTo(line.p1());
            const QPointF to = rounded(line.p2());
            const QPointF way = to - at_;
            data_ += way.y() == 0 ? "h" + svgNumber(way.x()) : "l" + point(way);
            at_ = to;
        }
    }
    void drawPath(const QPainterPath& path) override { addAlone(true, transform_.map(path)); }
    void drawPolygon(const QPointF* points, int count, PolygonDrawMode mode) override {
        QPainterPath path;
        for (int i = 0; i < count; ++i) {
            i == 0 ? path.moveTo(points[i]) : path.lineTo(points[i]);
        }
        const bool closed = mode != PolylineMode;
        if (closed) path.closeSubpath();
        addAlone(closed, transform_.map(path));
    }
    void drawTextItem(const QPointF& at, const QTextItem& item) override {
        flush();
        const QFont font = item.font();
        body_ += "<text x=\"" + svgNumber(transform_.map(at).x()) + "\" y=\"" +
                 svgNumber(transform_.map(at).y()) + "\" font-size=\"" +
                 svgNumber(font.pixelSize()) + "\"";
        if (font.bold()) body_ += " font-weight=\"700\"";
        if (font.strikeOut()) body_ += " text-decoration=\"line-through\"";
        body_ += " font-family=\"" + svgText(font.family()) +
                 (font.fixedPitch() ? ", monospace\"" : ", sans-serif\"");
        body_ += paint("fill", pen_.color(), opacity_) + ">" + svgText(item.text()) + "</text>\n";
    }
    /// A figure has no pictures in it.
    void drawPixmap(const QRectF& /*to*/, const QPixmap& /*picture*/,
                    const QRectF& /*from*/) override {}

    void beginGroup(const QString& id, const QString& title) {
        flush();
        body_ += "<g id=\"" + svgText(id) + "\">";
        if (!title.isEmpty()) body_ += "<title>" + svgText(title) + "</title>";
        body_ += "\n";
    }
    void endGroup() {
        flush();
        body_ += "</g>\n";
    }
    [[nodiscard]] const QByteArray& body() const { return body_; }

private:
    /// How the next shape is filled and stroked, as attributes; empty: not at all.
    [[nodiscard]] QByteArray look(bool filled) const {
        const bool fills = filled && brush_.style() != Qt::NoBrush && brush_.color().alpha() > 0;
        const bool strokes = pen_.style() != Qt::NoPen;
        if (!fills && !strokes) return {};
        QByteArray text = fills ? paint("fill", brush_.color(), opacity_) : " fill=\"none\"";
        if (strokes) text += stroke();
        return text;
    }
    [[nodiscard]] QByteArray stroke() const {
        const double width = pen_.widthF() > 0 ? pen_.widthF() : 1;
        QByteArray text = paint("stroke", pen_.color(), opacity_);
        text += " stroke-width=\"" + svgNumber(width) + "\"";
        if (pen_.capStyle() != Qt::FlatCap) {
            text += pen_.capStyle() == Qt::RoundCap ? " stroke-linecap=\"round\""
                                                    : " stroke-linecap=\"square\"";
        }
        QByteArray dashes;
        for (const qreal dash : pen_.dashPattern()) dashes += " " + svgNumber(dash * width);
        if (!dashes.isEmpty()) text += " stroke-dasharray=\"" + dashes.mid(1) + "\"";
        return text;
    }

    /// Rectangles and lines that look alike and follow one another are one path. False: they are
    /// not to be seen.
    bool startPath(const QByteArray& look) {
        if (look.isEmpty()) return false;
        if (look != look_) flush();
        look_ = look;
        return true;
    }
    /// As they are written; what is rounded off does not add up.
    static QPointF rounded(const QPointF& point) {
        constexpr double kDigits = 100;
        return {std::round(point.x() * kDigits) / kDigits,
                std::round(point.y() * kDigits) / kDigits};
    }
    /// From where the one before ended, which takes fewer digits.
    void moveTo(const QPointF& where) {
        const QPointF to = rounded(where);
        data_ += data_.isEmpty() ? "M" + point(to) : "m" + point(to - at_);
        at_ = to;
    }
    void addAlone(bool filled, const QPainterPath& path) {
        flush();
        if (startPath(look(filled))) data_ = pathData(path);
        flush();
    }
    void flush() {
        if (!data_.isEmpty()) body_ += "<path" + look_ + " d=\"" + data_ + "\"/>\n";
        look_.clear();
        data_.clear();
    }

    QTransform transform_;
    QPen pen_;
    QBrush brush_;
    QFont font_;
    double opacity_ = 1;
    QByteArray body_;
    QByteArray look_;
    QByteArray data_;
    QPointF at_;  ///< where the next part of `data_` begins
};

SvgDevice::SvgDevice(const QSizeF& size, const QString& title, const QString& description)
    : size_(size),
      title_(title),
      description_(description),
      engine_(std::make_unique<SvgEngine>()) {}

SvgDevice::~SvgDevice() = default;

void SvgDevice::beginGroup(const QString& id, const QString& title) {
    engine_->beginGroup(id, title);
}

void SvgDevice::endGroup() { engine_->endGroup(); }

QByteArray SvgDevice::document(const QByteArray& more) const {
    const QByteArray width = svgNumber(size_.width());
    const QByteArray height = svgNumber(size_.height());
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
           "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" +
           width + "\" height=\"" + height + "\" viewBox=\"0 0 " + width + " " + height +
           "\" xml:space=\"preserve\" role=\"img\">\n<title>" + svgText(title_) +
           "</title>\n<desc>" + svgText(description_) + "</desc>\n" + engine_->body() + more +
           "</svg>\n";
}

QPaintEngine* SvgDevice::paintEngine() const { return engine_.get(); }

int SvgDevice::metric(PaintDeviceMetric metric) const {
    constexpr double kMillimetresPerInch = 25.4;
    switch (metric) {
        case PdmWidth: return static_cast<int>(std::ceil(size_.width()));
        case PdmHeight: return static_cast<int>(std::ceil(size_.height()));
        case PdmWidthMM:
            return static_cast<int>(size_.width() * kMillimetresPerInch / kDotsPerInch);
        case PdmHeightMM:
            return static_cast<int>(size_.height() * kMillimetresPerInch / kDotsPerInch);
        case PdmNumColors: return 0;
        case PdmDepth: return 32;
        case PdmDpiX:
        case PdmDpiY:
        case PdmPhysicalDpiX:
        case PdmPhysicalDpiY: return kDotsPerInch;
        case PdmDevicePixelRatio: return 1;
        case PdmDevicePixelRatioScaled: return static_cast<int>(devicePixelRatioFScale());
        default: return 0;
    }
}

}  // namespace coroscope::app
