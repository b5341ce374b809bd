// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/legend_key.h"

#include <algorithm>

#include <QMouseEvent>
#include <QPainter>
#include <QScreen>

#include "app/timeline/chart_painter.h"

namespace coroscope::app {

namespace {

constexpr int kMargin = 16;
constexpr int kPictureWidth = 64;

/// Draws the signs one after the other.
class SignMaker {
public:
    SignMaker(const ChartView& view, QSizeF room) : view_(view), room_(room), unit_(view.scale) {}

    std::vector<Sign> make() {
        const Palette& palette = view_.palette;
        const QColor hue = palette.hue(trace::TaskId(0));
        shape("running, as long as it takes", Shape::Bar, hue, room_.width(), 22);
        shape("runs for no time at all", Shape::Bar, hue, view_.pillWidth() / unit_, 22);
        shape("many runs, too close to draw", Shape::Comb, hue, room_.width(), 22);
        shape("ready: waits for its turn", Shape::Hatched, hue, room_.width(), 22);
        shape("suspended, by what is written above", Shape::Line, hue, room_.width(), 3);
        shape("still waiting when the run is over", Shape::DashedLine, hue, room_.width(), 3);
        shape("the loop has nothing to do", Shape::DottedLine, palette.loop, room_.width(), 2);
        shape("code holds the loop's thread", Shape::Blocked, palette.trouble, room_.width(), 22);
        shade("meanwhile nobody else can run");
        shape("not created yet, or over", Shape::Field, palette.notAlive, room_.width(), 24);
        shape("end of a task", Shape::Cap, palette.ink, 3, 24);
        shape("the end of one that failed or was cancelled", Shape::TroubleCap, palette.trouble, 3,
              24);
        shape("a cancel is requested", Shape::MarkAsked, palette.trouble, 9, 9);
        shape("a cancel is delivered", Shape::MarkDown, palette.trouble, 9, 9);
        shape("an exception is raised", Shape::MarkCross, palette.trouble, 9, 9);
        shape("a warning", Shape::MarkDot, palette.trouble, 9, 9);
        text("turns within one instant", QStringLiteral("1   2   3"), TextRole::Ordinal);
        text("so many steps, drawn as one", QStringLiteral("×7"), TextRole::Ordinal);
        arrow("creates", hue, ArrowLine::Solid);
        arrow("wakes", hue, ArrowLine::Dashed);
        arrow("its result goes into a gather …", hue, ArrowLine::Dotted);
        arrow("cancels", palette.trouble, ArrowLine::Solid);
        shape("a worker thread", Shape::Bar, palette.loop, 10, 10);
        shape("a worker process", Shape::Process, palette.loop, 10, 10);
        ringed("a colour that another task has, too");
        return std::move(signs_);
    }

private:
    [[nodiscard]] QRectF area() const {
        return {0, room_.height() * static_cast<double>(signs_.size()), room_.width(),
                room_.height()};
    }
    DrawList& add(const char* words) {
        Sign sign;
        sign.words = LegendKey::tr(words);
        sign.picture.bounds = sign.picture.lanes = sign.picture.tasks.area = area();
        signs_.push_back(std::move(sign));
        return signs_.back().picture;
    }
    Box box(Shape shape, const QColor& colour, double width, double height) const {
        Box made;
        made.shape = shape;
        made.colour = colour.rgb();
        const QSizeF size(std::min(width * unit_, room_.width()), height * unit_);
        made.rect = QRectF({}, size);
        made.rect.moveCenter(area().center());
        return made;
    }
    void shape(const char* words, Shape shape, const QColor& colour, double width, double height) {
        const Box made = box(shape, colour, width, height);
        add(words).tasks.boxes.push_back(made);
    }
    void ringed(const char* words) {
        Box made = box(Shape::Bar, view_.palette.hue(trace::TaskId(7)), room_.width(), 22);
        made.ring = true;
        add(words).tasks.boxes.push_back(made);
    }
    void shade(const char* words) {
        const QRectF rect = area().adjusted(0, 2, 0, -2);
        add(words).tasks.shades.push_back({rect});
    }
    void text(const char* words, const QString& shown, TextRole role) {
        Text made;
        made.rect = area();
        made.text = shown;
        made.colour = view_.palette.muted.rgb();
        made.role = role;
        made.align = Qt::AlignCenter;
        add(words).tasks.texts.push_back(made);
    }
    void arrow(const char* words, const QColor& colour, ArrowLine line) {
        const QRectF rect = area().adjusted(4 * unit_, 0, -2 * unit_, 0);
        ArrowPath path;
        path.from = {rect.left(), rect.center().y()};
        path.to = {rect.right(), rect.center().y()};
        path.colour = colour.rgb();
        path.line = line;
        add(words).arrows.push_back(path);
    }

    const ChartView& view_;
    QSizeF room_;
    double unit_;
    std::vector<Sign> signs_;
};

}  // namespace

std::vector<Sign> allSigns(const ChartView& view, QSizeF room) {
    return SignMaker(view, room).make();
}

LegendKey::LegendKey(const ChartView& view, QWidget* parent)
    : QFrame(parent, Qt::Popup), view_(view), fonts_(view.scale) {
    setObjectName(QStringLiteral("legendKey"));
    setAccessibleName(tr("Key to the timeline"));
    signs_ = allSigns(view_, QSizeF(kPictureWidth * view_.scale, rowHeight()));
    QStringList all;
    for (const Sign& sign : signs_) all << sign.words;
    setAccessibleDescription(all.join(QStringLiteral("; ")));
    // On a low screen they stand in several columns.
    const int most =
        std::max(1, (screen()->availableGeometry().height() - 2 * kMargin) / rowHeight());
    const int columns = (static_cast<int>(signs_.size()) + most - 1) / most;
    rows_ = (static_cast<int>(signs_.size()) + columns - 1) / columns;
    resize(sizeHint());
}

int LegendKey::rowHeight() const { return static_cast<int>(30 * view_.scale); }

int LegendKey::columnWidth() const {
    double words = 0;
    for (const Sign& sign : signs_) {
        words = std::max(words, fonts_.width(TextRole::Legend, sign.words));
    }
    return static_cast<int>(kPictureWidth * view_.scale + words) + 2 * kMargin + 1;
}

QSize LegendKey::sizeHint() const {
    const int columns = (static_cast<int>(signs_.size()) + rows_ - 1) / rows_;
    return {columns * columnWidth() + kMargin, rows_ * rowHeight() + 2 * kMargin};
}

void LegendKey::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), view_.palette.pane);
    painter.setPen(view_.palette.grid);
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
    painter.translate(kMargin, kMargin);
    const double column = columnWidth();
    for (std::size_t i = 0; i < signs_.size(); ++i) {
        // Each picture is where it would be in a single column.
        if (i > 0 && i % static_cast<std::size_t>(rows_) == 0)
            painter.translate(column, -rows_ * rowHeight());
        const Sign& sign = signs_[i];
        paintChart(painter, sign.picture, view_, fonts_, PaintTarget::Figure);
        const QRectF area = sign.picture.bounds;
        painter.setFont(fonts_.font(TextRole::Legend));
        painter.setPen(view_.palette.ink);
        painter.drawText(QRectF(area.right() + kMargin, area.top(), column, area.height()),
                         Qt::AlignLeft | Qt::AlignVCenter, sign.words);
    }
}

void LegendKey::mousePressEvent(QMouseEvent*) { close(); }

}  // namespace coroscope::app
