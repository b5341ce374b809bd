// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/style/icons.h"

#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPixmap>
#include <QSvgRenderer>

namespace coroscope::app {

namespace {

/// Draws the picture at whatever size and scale is asked for.
class SvgEngine final : public QIconEngine {
public:
    SvgEngine(QByteArray svg, QColor color) : svg_(std::move(svg)), color_(std::move(color)) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override {
        QColor color = color_;
        if (mode == QIcon::Disabled) color.setAlphaF(0.35F);
        QByteArray drawn = svg_;
        drawn.replace("currentColor", color.name().toLatin1());
        QSvgRenderer renderer(drawn);
        painter->save();
        painter->setOpacity(painter->opacity() * color.alphaF());
        renderer.render(painter, rect);
        painter->restore();
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return pixmap;
    }

    QIconEngine* clone() const override { return new SvgEngine(svg_, color_); }

private:
    QByteArray svg_;
    QColor color_;
};

}  // namespace

QIcon icon(const QString& name, const QColor& color) {
    QFile file(QStringLiteral(":/coroscope/icons/%1.svg").arg(name));
    if (!file.open(QIODevice::ReadOnly)) return {};
    return QIcon(new SvgEngine(file.readAll(), color));
}

}  // namespace coroscope::app
